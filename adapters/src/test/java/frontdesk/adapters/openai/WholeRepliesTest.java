package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.engine.HandTime;
import frontdesk.engine.HeldThreads;
import frontdesk.model.ModelReply;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that has said all and does not end its answer.
class WholeRepliesTest {
  private static final RandomReply SAID =
      new RandomReply(List.of("Nine."), "", "", true, List.of(), false, false, true);

  private final HeldThreads threads = new HeldThreads(new HandTime());
  private int readBehindTheEnd;

  @ParameterizedTest
  @EnumSource(Api.class)
  void M03_a_reply_that_is_whole_does_not_wait_for_the_end_of_the_connection(Api api) {
    String events =
        api == Api.CHAT
            ? ChatWire.events(SAID, new Random(1))
            : ResponsesWire.events(SAID, new Random(1));
    assertThat(reply(api, events).text()).isEqualTo("Nine.");
  }

  @Test
  void M03_usage_is_the_last_that_a_chat_has_to_say() {
    String events =
        """
        data: {"choices":[{"delta":{"content":"Nine."},"finish_reason":"stop"}]}

        data: {"choices":[],"usage":{"prompt_tokens":40,"completion_tokens":2}}

        """;
    ModelReply reply = reply(Api.CHAT, events);
    assertThat(reply.made().usage().output()).isEqualTo(2);
  }

  /// What is behind the reply is read beside it, so that the connection can be used again.
  private ModelReply reply(Api api, String events) {
    Provider provider =
        Provider.events(new SequenceInputStream(Provider.stream(events), behindTheEnd()));
    var model = new OpenAi(provider, Requests.settings(api, true), threads);
    ModelReply reply = model.reply(Provider.HELLO, _ -> {});
    assertThat(readBehindTheEnd).isZero();
    assertThat(provider.closed).isFalse();
    threads.runHeld();
    assertThat(readBehindTheEnd).isPositive();
    assertThat(provider.closed).isTrue();
    return reply;
  }

  private InputStream behindTheEnd() {
    return new InputStream() {
      @Override
      public int read() {
        readBehindTheEnd++;
        return -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        return read();
      }
    };
  }
}
