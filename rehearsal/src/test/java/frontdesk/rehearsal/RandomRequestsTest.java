package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.tool.ArgumentKind;
import frontdesk.tool.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RandomRequestsTest {
  private static final int REQUESTS = Boolean.getBoolean("frontdesk.soak") ? 10_000 : 300;
  private static final List<String> PIECES =
      List.of(
          "book",
          "move",
          "cancel",
          "list",
          "free",
          "meeting",
          "my name is",
          "I'm",
          "Ann",
          "for",
          "to",
          "at",
          "tomorrow",
          "next Friday",
          "2",
          "2pm",
          "14:00",
          "31.02.2027",
          "30 minutes",
          "0 minutes",
          "ann@example.com",
          "a@b",
          "about",
          "because",
          "yes",
          "no",
          "never mind",
          "the second one",
          "it",
          "thanks",
          "?",
          ".",
          ",",
          "\n",
          "พรุ่งนี้",
          "บ่ายสอง",
          "ชื่อ",
          "สมชาย",
          "ยกเลิก",
          "ไม่เอาแล้ว",
          "๑๒",
          "\u202e",
          "\ud800",
          "😀",
          "[x]",
          "{\"a\":1}",
          "\\",
          "99999999999999999999999",
          "1.234,5",
          "-5",
          "https://x.y/z",
          "+66 81 234 5678",
          "Europe/Budapest",
          "past",
          "Name:",
          "e-mail:",
          "(",
          ")",
          "'",
          "’",
          "\u0000",
          "name",
          "topic: x",
          "from",
          "and",
          "u1",
          "What",
          "U2-9",
          "$",
          "%s",
          "$1");
  private static final List<String> OUTCOMES =
      List.of(
          "{}",
          "[]",
          "null",
          "nonsense",
          "{\"text\":\"ok\"}",
          "{\"error\":\"refused: x\"}",
          "{\"error\":\"e\",\"missing\":[\"meeting_id\",\"no\"],\"invalid\":{\"time/0\":\"\"}}",
          "{\"error\":\"e\",\"missing\":[\"pending\"],\"invalid\":{},\"offers\":[{},1,{\"time\":\"14:00\"}]}",
          "{\"meetings\":[{\"meeting_id\":\"u1\",\"date\":\"2026-11-27\"},{\"meeting_id\":\"u2\",\"date\":7}]}",
          "{\"meeting_id\":null,\"status\":\"not known yet\"}");

  @Test
  void any_request_has_a_reply_that_fits_and_is_the_same_twice() {
    int calls = 0;
    for (int seed = 0; seed < REQUESTS; seed++) {
      ModelReply reply = conversed(new Random(seed)).reply();
      assertThat(conversed(new Random(seed)).reply()).as("seed %s", seed).isEqualTo(reply);
      assertThat(reply.text().isBlank() && reply.calls().isEmpty()).as("seed %s", seed).isFalse();
      for (AskedCall call : reply.calls()) assertFits(call, seed);
      calls += reply.calls().size();
    }
    assertThat(calls).isGreaterThan(REQUESTS / 20);
  }

  private static void assertFits(AskedCall call, int seed) {
    ToolSpec tool =
        Meetings.TOOLS.stream().filter(t -> t.name().equals(call.tool())).findFirst().orElseThrow();
    JsonNode arguments = Jsons.parse(call.arguments());
    assertThat(JsonSchema.of(tool.parameters()).violations(arguments))
        .as("seed %s", seed)
        .isEmpty();
    JsonNode properties = Jsons.parse(tool.parameters()).path("properties");
    for (Map.Entry<String, JsonNode> given : arguments.properties()) {
      JsonNode schema = properties.path(given.getKey());
      assertThat(ArgumentKind.of(given.getKey(), schema).problem(given.getValue()))
          .as("seed %s", seed)
          .isEmpty();
    }
  }

  private static Conversed conversed(Random random) {
    Conversed conversed = Conversed.aboutMeetings().in(random.nextBoolean() ? "en" : "th");
    for (int i = random.nextInt(4); i > 0; i--) {
      conversed.customer(line(random));
      if (random.nextBoolean()) conversed.called(tool(random), "{}", pick(OUTCOMES, random));
      if (random.nextBoolean()) conversed.assistant(line(random) + "?", "time", "no");
    }
    if (random.nextInt(10) > 0) conversed.customer(line(random));
    if (random.nextInt(3) == 0) conversed.called(tool(random), "{}", pick(OUTCOMES, random));
    if (random.nextInt(3) == 0)
      conversed.waiting("book_meeting", "{\"date\":\"2026-12-01\"}", "time", "email");
    if (random.nextInt(4) == 0) conversed.waiting("move_meeting", "{}", "meeting_id", "time");
    return conversed;
  }

  private static String tool(Random random) {
    return Meetings.TOOLS.get(random.nextInt(Meetings.TOOLS.size())).name();
  }

  private static String line(Random random) {
    var line = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) line.append(pick(PIECES, random)).append(' ');
    return line.toString().strip();
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
