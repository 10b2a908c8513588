package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
  private static final String INTRO =
      "{\"meeting_id\":\"u1\",\"title\":\"Intro\",\"date\":\"2026-11-27\",\"time\":\"14:00\",\"status\":\"upcoming\"}";
  private static final String BUDGET =
      "{\"meeting_id\":\"u2\",\"title\":\"Budget\",\"date\":\"2026-11-30\",\"time\":\"09:00\",\"status\":\"upcoming\"}";
  private static final String TWO =
      "{\"text\":\"You have two.\",\"meetings\":[" + INTRO + "," + BUDGET + "]}";
  private static final String ONE = "{\"text\":\"You have one.\",\"meetings\":[" + INTRO + "]}";
  private static final String NO_ID =
      "{\"error\":\"arguments are missing or invalid\",\"missing\":[\"meeting_id\"],\"invalid\":{}}";

  private static Conversed shown(String outcome, String line) {
    return Conversed.aboutMeetings()
        .customer("list my meetings")
        .called("list_meetings", "{}", outcome)
        .assistant("Here.")
        .customer(line);
  }

  @Test
  void it_is_the_only_one_that_was_shown() {
    assertThat(shown(ONE, "cancel it").says()).isEqualTo("cancel_meeting {\"meeting_id\":\"u1\"}");
    assertThat(shown(ONE, "move it to 3pm").says())
        .isEqualTo("move_meeting {\"meeting_id\":\"u1\",\"time\":\"15:00\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "cancel the second one,u2",
    "cancel the one on Friday,u1",
    "cancel the budget meeting,u2",
    "cancel the 14:00 meeting,u1",
    "ยกเลิกอันที่สอง,u2"
  })
  void of_several_it_is_the_one_that_is_named(String line, String id) {
    assertThat(shown(TWO, line).says()).isEqualTo("cancel_meeting {\"meeting_id\":\"" + id + "\"}");
  }

  @Test
  void where_it_moves_to_does_not_say_which_one_moves() {
    assertThat(shown(TWO, "move the Monday meeting to 4 December at 4pm").says())
        .isEqualTo(
            "move_meeting {\"meeting_id\":\"u2\",\"date\":\"2026-12-04\",\"time\":\"16:00\"}");
    assertThat(shown(TWO, "move it to Monday at 9").arguments().has("meeting_id")).isFalse();
  }

  @Test
  void what_nobody_has_shown_is_looked_up_first_and_then_gone_on_with() {
    var asked = Conversed.aboutMeetings().assistant("Hi.").customer("move my meeting to 3pm");
    assertThat(asked.says()).isEqualTo("list_meetings {}");
    assertThat(asked.called("list_meetings", "{}", ONE).says())
        .isEqualTo("move_meeting {\"meeting_id\":\"u1\",\"time\":\"15:00\"}");
  }

  @Test
  void nothing_to_act_on_ends_with_what_the_look_says() {
    var request =
        Conversed.aboutMeetings()
            .assistant("Hi.")
            .customer("cancel my meeting")
            .called("list_meetings", "{}", "{\"text\":\"You have no meetings.\",\"meetings\":[]}");
    assertThat(request.says()).isEqualTo("You have no meetings.");
  }

  @Test
  void several_are_asked_about_and_the_answer_is_used() {
    var request =
        Conversed.aboutMeetings()
            .assistant("Hi.")
            .customer("move my meeting to 3pm")
            .called("list_meetings", "{}", TWO);
    assertThat(request.says()).isEqualTo("move_meeting {\"time\":\"15:00\"}");
    request.called("move_meeting", "{\"time\":\"15:00\"}", NO_ID);
    request.waiting("move_meeting", "{\"time\":\"15:00\"}", "meeting_id");
    assertThat(request.says())
        .startsWith("Which one do you mean?\n1. Intro")
        .contains("\n2. Budget");
    request.assistant("Which one do you mean?", "meeting_id").customer("the one on Monday");
    assertThat(request.says()).isEqualTo("move_meeting {\"meeting_id\":\"u2\"}");
  }

  @Test
  void what_was_cancelled_is_not_meant_any_more() {
    String gone = INTRO.replace("upcoming", "cancelled");
    var request =
        Conversed.aboutMeetings()
            .customer("cancel it")
            .called("cancel_meeting", "{}", "{\"text\":\"Cancelled.\",\"meeting\":" + gone + "}")
            .assistant("Cancelled.")
            .customer("move it to 3pm");
    assertThat(request.says()).isEqualTo("list_meetings {}");
  }
}
