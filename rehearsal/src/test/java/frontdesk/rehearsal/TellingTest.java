package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {
  private static String told(String outcome) {
    return Conversed.aboutMeetings()
        .assistant("Hi.")
        .customer("list my meetings")
        .called("list_meetings", "{}", outcome)
        .says();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"You have none.\",\"meetings\":[]}|You have none.",
        "{\"points\":120,\"member\":true,\"card_id\":\"x\"}|Points: 120\\nMember: yes",
        "{\"meetings\":[]}|I found nothing.",
        "{\"ok\":null}|Done.",
        "{\"date\":\"2026-11-27\"}|Date: Friday, 27 November 2026",
        "{\"error\":\"failed: The calendar does not answer.\",\"may_be_tried_again\":true}|I'm sorry, that didn't work: The calendar does not answer. Please try again in a moment.",
        "{\"error\":\"failed: cal.com, POST /v2/bookings: HTTP 500\",\"may_be_tried_again\":true}|Sorry, that did not work just now, and nothing was changed. Please try again in a moment.",
        "{\"error\":\"refused: HTTP 401\"}|I'm sorry, that isn't possible.",
        "{\"error\":\"refused: It has begun.\"}|I'm sorry, that isn't possible: It has begun."
      })
  void an_outcome_is_told_in_plain_words(String outcome, String text) {
    assertThat(told(outcome)).isEqualTo(text.replace("\\n", "\n"));
  }

  @Test
  void a_list_of_objects_is_one_line_each_without_ids() {
    assertThat(
            told(
                """
                {"meetings": [{"meeting_id": "u1", "title": "Intro", "date": "2026-11-27", "time": "14:00"},
                  {"meeting_id": "u2", "title": "Budget", "date": "2026-11-30", "time": "09:00"}]}
                """))
        .isEqualTo(
            """
            Meetings:
            - Intro, Friday, 27 November 2026, 14:00
            - Budget, Monday, 30 November 2026, 09:00""");
  }

  @Test
  void what_is_not_known_yet_is_said_so() {
    assertThat(told("{\"status\":\"not known yet\"}")).startsWith("I don't know yet whether");
  }

  @Test
  void an_outcome_that_came_after_the_yes_is_told() {
    var request =
        Conversed.aboutMeetings()
            .customer("book")
            .called("book_meeting", "{}", "{\"text\":\"Booked.\"}")
            .assistant("Friday at 14:00?")
            .customer("yes")
            .note(
                "The outcome of an earlier call of book_meeting is now known: {\"text\":\"Booked: Friday at 14:00.\"}");
    assertThat(request.says()).isEqualTo("Booked: Friday at 14:00.");
  }

  @Test
  void a_no_to_a_preview_leaves_everything_as_it_is() {
    String refused = "{\"error\":\"refused: the customer said no\"}";
    var request =
        Conversed.aboutMeetings()
            .customer("book")
            .called("book_meeting", "{}", refused)
            .assistant("Friday at 14:00?")
            .customer("no")
            .note("The outcome of an earlier call of book_meeting is now known: " + refused);
    assertThat(request.says()).isEqualTo("All right, nothing is done.");
  }

  @Test
  void the_first_answer_says_what_it_is_and_no_other() {
    assertThat(Conversed.aboutMeetings().customer("hello").says())
        .startsWith("I'm a rehearsal model: I follow simple rules and need no key. Hello!");
    assertThat(Conversed.aboutMeetings().in("th").customer("สวัสดีค่ะ").says())
        .startsWith(RehearsalModel.announcement("th"));
    assertThat(
            Conversed.aboutMeetings()
                .customer("hello")
                .assistant("Hello!")
                .customer("thanks")
                .says())
        .isEqualTo("You're welcome!");
  }
}
