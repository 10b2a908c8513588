package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Json;
import frontdesk.conversation.Usage;
import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class StreamedOrWholeTest {
  @ParameterizedTest
  @EnumSource(Api.class)
  void M16_a_thousand_replies_are_the_same_streamed_and_whole(Api api) {
    for (int seed = 0; seed < 1_000; seed++) {
      var random = new Random(seed);
      RandomReply said = RandomReply.of(random, true);
      Provider once = Provider.json(200, whole(api, said));
      Provider streaming = Provider.events(Provider.split(events(api, said, random), random));
      ModelReply whole = once.reply(api);
      ModelReply streamed = streaming.reply(api);
      assertSame(said, whole, seed);
      assertSame(said, streamed, seed);
      assertThat(items(streamed)).as("%d", seed).isEqualTo(items(whole));
      assertThat(streamed.made().usage()).as("%d", seed).isEqualTo(whole.made().usage());
      if (said.counted()) {
        assertThat(whole.made().usage()).isEqualTo(new Usage(120, 64, 30, 8));
      }
      assertThat(streaming.shown.toString())
          .as("%d: only the answer is shown", seed)
          .isEqualTo(String.join("\n\n", said.messages()));
      assertThat(once.shown.toString()).isEqualTo(streaming.shown.toString());
    }
  }

  private static void assertSame(RandomReply said, ModelReply reply, int seed) {
    assertThat(reply.text()).as("%d", seed).isEqualTo(said.expectedText());
    assertThat(reply.calls()).as("%d", seed).isEqualTo(said.expectedCalls());
    assertThat(reply.ending()).as("%d", seed).isEqualTo(said.expectedEnding());
  }

  private static List<JsonNode> items(ModelReply reply) {
    return reply.made().items().stream().map((Json item) -> Jsons.parse(item)).toList();
  }

  private static String whole(Api api, RandomReply reply) {
    return switch (api) {
      case RESPONSES -> ResponsesWire.whole(reply);
      case CHAT -> ChatWire.whole(reply);
    };
  }

  private static byte[] events(Api api, RandomReply reply, Random random) {
    String events =
        switch (api) {
          case RESPONSES -> ResponsesWire.events(reply, random);
          case CHAT -> ChatWire.events(reply, random);
        };
    return events.getBytes(StandardCharsets.UTF_8);
  }
}
