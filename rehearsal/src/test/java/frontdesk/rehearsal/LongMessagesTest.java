package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// S12: a message may be as long as the API takes, and must not cost more than a moment. Hanging is
/// what is tested: the bound is far above what it takes.
class LongMessagesTest {
  private static final int LENGTH = 65_536;
  private static final Duration MOMENT = Duration.ofSeconds(20);
  private static final String OPEN =
      "{\"status\":\"waits for the customer's approval\",\"shown\":\"Cancel: Intro.\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "no ",
        "is it ",
        "not yet ",
        "don't ",
        "keep it ",
        "my ",
        "book ",
        "@",
        "x@y.",
        "(",
        "?",
        "\"",
        "-",
        "ไม่",
        "เ",
        "ไม่เอา ",
        "พรุ่งนี้",
        "1. ",
        "10:",
        "Ann Lee ",
        "tomorrow at 3 ",
        "from 3pm to ",
        "cancel the ",
        "in ",
        "please ",
        "you are very ",
        "I want to go to ",
        "mon ",
        "ค่ะ",
        "หนึ่ง"
      })
  void a_long_message_is_read_in_a_moment(String part) {
    String text = part.repeat(LENGTH / part.length());
    assertTimeoutPreemptively(
        MOMENT,
        () -> {
          assertThat(Conversed.aboutMeetings().customer(text).says()).isNotBlank();
          assertThat(
                  Conversed.aboutMeetings()
                      .customer("cancel my meeting")
                      .called("cancel_meeting", "{\"meeting_id\":\"u1\"}", OPEN)
                      .assistant("Cancel: Intro. Shall I do this?")
                      .customer(text)
                      .waiting("cancel_meeting", "{\"meeting_id\":\"u1\"}")
                      .says())
              .isNotBlank();
        });
  }
}
