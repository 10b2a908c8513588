package frontdesk.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import frontdesk.json.Jsons;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// S12: a value is looked for in messages as long as the API takes them, and that must not cost
/// more than a moment. Hanging is what is tested: the bound is far above what it takes.
class LongMessagesTest {
  private static final int LENGTH = 65_536;
  private static final Duration MOMENT = Duration.ofSeconds(20);
  private static final JsonNode VALUES =
      Jsons.parse(
          """
          {"email": "zoe@evil.example", "phone": "+66 81 234 5678", "date": "2027-06-30",
           "time": "14:00", "duration_minutes": 45, "quantity": 77, "amount": 12.5,
           "zone": "Asia/Bangkok", "size": "large", "wants_invoice": true, "order_number": "A-1",
           "name": "Zoe Lee", "url": "https://evil.example/x"}
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "yes ",
        "no ",
        "not ",
        "x@y.",
        "@",
        "Ann Lee ",
        "tomorrow at 3 ",
        "1-",
        "A-1-",
        "any but ",
        "hour and ",
        "+6",
        "(",
        "\"",
        "?",
        ". ",
        "ไม่",
        "ใช่ค่ะ",
        "โทร",
        "เ",
        "sorry, I meant "
      })
  void a_long_message_is_looked_through_in_a_moment(String part) {
    String talk = part.repeat(LENGTH / part.length());
    assertTimeoutPreemptively(
        MOMENT,
        () -> {
          Grounding grounding = Grounding.in(Dialogue.of(talk, "").timeline());
          for (var value : VALUES.properties()) {
            JsonNode schema = GroundingCase.SCHEMAS.path(value.getKey());
            Ground ground = grounding.find(value.getKey(), schema, value.getValue(), About.NOTHING);
            assertThat(ground).isNotNull();
          }
        });
  }
}
