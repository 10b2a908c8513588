package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  private static final String NEEDS =
      "{\"error\":\"arguments are missing or invalid\",\"missing\":[\"name\",\"email\"],\"invalid\":{}}";
  private static final String KNOWN = "{\"date\":\"2026-12-01\",\"time\":\"14:00\"}";

  private static Conversed booking(String line) {
    return Conversed.aboutMeetings()
        .customer("book next Tuesday at 2pm")
        .called("book_meeting", KNOWN, NEEDS)
        .assistant("Could you please tell me your name and your e-mail address?", "name", "email")
        .customer(line)
        .waiting("book_meeting", KNOWN, "name", "email");
  }

  @Test
  void a_short_answer_goes_on_with_what_is_open() {
    assertThat(booking("Ann Lee, ann@example.com").says())
        .isEqualTo("book_meeting {\"email\":\"ann@example.com\",\"name\":\"Ann Lee\"}");
    assertThat(booking("it's ann@example.com").says())
        .isEqualTo("book_meeting {\"email\":\"ann@example.com\"}");
  }

  @Test
  void X06_a_correction_goes_to_the_open_call_too() {
    assertThat(booking("make it 3pm").arguments().path("time").asString("")).isEqualTo("15:00");
  }

  @Test
  void X08_another_wish_switches_and_the_open_call_is_asked_about_afterwards() {
    assertThat(booking("what times are free on 3 December?").says())
        .isEqualTo("find_free_times {\"date\":\"2026-12-03\"}");
    var after =
        booking("list my meetings").called("list_meetings", "{}", "{\"text\":\"You have none.\"}");
    assertThat(after.says()).startsWith("You have none.\n\n").contains("your name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never mind",
        "I changed my mind",
        "cancel it",
        "forget it",
        "ไม่เอาแล้ว",
        "ช่างมันเถอะ"
      })
  void what_is_not_wanted_any_more_is_dropped(String line) {
    assertThat(booking(line).says()).isEqualTo("drop_pending {\"pending\":\"p1\"}");
  }

  @Test
  void after_dropping_the_customer_is_told() {
    var request =
        Conversed.aboutMeetings()
            .assistant("Hi.")
            .customer("never mind")
            .called("drop_pending", "{\"pending\":\"p1\"}", "{\"dropped\":\"book_meeting\"}");
    assertThat(request.says()).isEqualTo("All right, I've dropped that.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "ok", "at 3pm on 4 December", "never mind"})
  void X09_what_fits_two_open_calls_is_asked_about(String line) {
    var request =
        Conversed.aboutMeetings()
            .customer("book")
            .called("book_meeting", "{}", NEEDS)
            .customer("move")
            .called("move_meeting", "{}", NEEDS)
            .assistant("What else?")
            .customer(line)
            .waiting("book_meeting", "{}", "date", "time")
            .waiting("move_meeting", "{\"meeting_id\":\"u1\"}", "time");
    assertThat(request.says())
        .isEqualTo("Which of these do you mean: book a meeting or move a meeting?");
  }

  @Test
  void small_talk_keeps_what_is_open() {
    assertThat(booking("thanks").says()).startsWith("You're welcome!").contains("your name");
    assertThat(booking("are you a bot?").says())
        .startsWith("I'm an automated assistant, not a person.");
  }

  @Test
  void a_look_is_varied_by_what_is_new() {
    var request =
        Conversed.aboutMeetings()
            .customer("what is free on 2 December?")
            .called("find_free_times", "{\"date\":\"2026-12-02\"}", "{\"text\":\"14:00\"}")
            .assistant("14:00")
            .customer("and for 60 minutes?");
    assertThat(request.says())
        .isEqualTo("find_free_times {\"date\":\"2026-12-02\",\"duration_minutes\":60}");
  }
}
