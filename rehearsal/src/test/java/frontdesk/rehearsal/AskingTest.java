package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {
  private static String needs(String missing, String more) {
    return "{\"error\":\"arguments are missing or invalid\",\"missing\":["
        + missing
        + "],\"invalid\":{}"
        + more
        + "}";
  }

  @Test
  void several_missing_arguments_are_one_question() {
    var request =
        Conversed.aboutMeetings()
            .assistant("Hi.")
            .customer("book next Tuesday at 2pm")
            .called("book_meeting", "{}", needs("\"name\",\"email\"", ""));
    assertThat(request.says())
        .isEqualTo("Could you please tell me your name and your e-mail address?");
  }

  @Test
  void one_missing_argument_is_its_own_question_in_the_customers_language() {
    var request =
        Conversed.aboutMeetings()
            .in("th")
            .assistant("สวัสดีค่ะ")
            .customer("ขอจองพรุ่งนี้บ่ายสอง")
            .called("book_meeting", "{}", needs("\"email\"", ""));
    assertThat(request.says()).isEqualTo("ขอทราบอีเมลด้วยค่ะ");
  }

  @Test
  void a_question_that_was_not_answered_comes_with_help() {
    var request =
        Conversed.aboutMeetings()
            .customer("book tomorrow at 14:00")
            .called("book_meeting", "{}", needs("\"email\"", ""))
            .assistant("What is your e-mail address?", "email")
            .customer("hmm")
            .waiting("book_meeting", "{}", "email");
    assertThat(request.says())
        .isEqualTo("What is your e-mail address? It looks like ann@example.com.");
  }

  @Test
  void X05_what_is_taken_is_told_with_what_is_free() {
    String offers =
        ",\"offers\":[{\"date\":\"2026-11-26\",\"time\":\"14:30\"},{\"date\":\"2026-11-26\",\"time\":\"15:00\"},"
            + "{\"date\":\"2026-11-26\",\"time\":\"15:30\"}]";
    var request =
        Conversed.aboutMeetings()
            .assistant("Hi.")
            .customer("book tomorrow at 2pm")
            .called(
                "book_meeting",
                "{}",
                needs("", offers)
                    .replace("\"invalid\":{}", "\"invalid\":{\"time\":\"14:00 is taken.\"}"));
    assertThat(request.says())
        .isEqualTo(
            "14:00 is taken. This would work instead: 14:30, 15:00 or 15:30. Which one would you like?");
  }

  private static Conversed atTwo() {
    return Conversed.aboutMeetings()
        .assistant("Hi.")
        .customer("book tomorrow at 2, I'm Ann, ann@example.com")
        .called("book_meeting", "{\"date\":\"2026-11-26\"}", needs("\"time\"", ""))
        .waiting("book_meeting", "{\"date\":\"2026-11-26\"}", "time");
  }

  @Test
  void T09_an_ambiguous_time_is_asked_with_both_meanings() {
    assertThat(atTwo().says())
        .isEqualTo("About the time: in the morning or in the afternoon? (02:00 or 14:00)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"in the afternoon", "the second one", "14:00", "2pm", "afternoon please"})
  void T09_the_answer_settles_it(String answer) {
    var request =
        atTwo()
            .assistant("In the morning or in the afternoon? (02:00 or 14:00)", "time")
            .customer(answer);
    assertThat(request.arguments().path("time").asString("")).isEqualTo("14:00");
  }

  @Test
  void T09_a_meaning_that_is_only_ruled_out_settles_nothing() {
    var request =
        atTwo()
            .assistant("In the morning or in the afternoon? (02:00 or 14:00)", "time")
            .customer("not in the morning, I sleep then");
    assertThat(request.says()).doesNotContain("\"time\"").contains("time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"the week after", "next week", "the 4th", "the last one"})
  void T10_a_look_at_an_ambiguous_day_asks_before_it_looks(String answer) {
    var first = Conversed.aboutMeetings().assistant("Hi").customer("what is free next Friday?");
    assertThat(first.says()).startsWith("About the date: this week or the week after?");
    var second = first.assistant(first.reply().text()).customer(answer);
    assertThat(second.says()).isEqualTo("find_free_times {\"date\":\"2026-12-04\"}");
  }
}
