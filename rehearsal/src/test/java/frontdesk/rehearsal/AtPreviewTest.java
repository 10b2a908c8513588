package frontdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtPreviewTest {
  private static final String KNOWN = "{\"meeting_id\":\"u1\"}";
  private static final String ONE =
      "{\"meetings\":[{\"meeting_id\":\"u1\",\"title\":\"Intro\",\"date\":\"2026-11-26\",\"time\":\"14:00\","
          + "\"status\":\"upcoming\"}]}";

  private static Conversed at(String outcome, String line) {
    return Conversed.aboutMeetings()
        .customer("cancel my meeting")
        .called("list_meetings", "{}", ONE)
        .called("cancel_meeting", KNOWN, outcome)
        .assistant("Cancel: Intro. Shall I do this?")
        .customer(line)
        .waiting("cancel_meeting", KNOWN);
  }

  private static Conversed open(String line) {
    return at(
        "{\"status\":\"waits for the customer's approval\",\"shown\":\"Cancel: Intro.\"}", line);
  }

  private static Conversed turnedDown(String line) {
    return at("{\"error\":\"refused: the customer said no\"}", line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmm", "I'm not sure", "yes", "maybe", "อืม", "ไม่แน่ใจ"})
  void an_open_preview_is_shown_again_where_it_is_unclear_what_is_meant(String line) {
    assertThat(open(line).says()).isEqualTo("cancel_meeting {}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keep it",
        "don't cancel it",
        "never mind",
        "I said no",
        "ไม่เอาแล้ว",
        "ไม่เป็นไร"
      })
  void what_is_turned_down_in_other_words_is_dropped(String line) {
    assertThat(open(line).says()).isEqualTo("drop_pending {\"pending\":\"p1\"}");
    assertThat(turnedDown(line).says()).isEqualTo("drop_pending {\"pending\":\"p1\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "yes", "hmm", "ok", "ไม่", "ใช่", "hello", "thanks"})
  void after_a_no_nothing_is_called_until_something_new_is_said(String line) {
    assertThat(turnedDown(line).reply().calls()).isEmpty();
  }

  @Test
  void after_a_no_the_same_can_be_asked_for_again() {
    assertThat(turnedDown("cancel my meeting").says()).startsWith("cancel_meeting ");
  }

  @Test
  void a_plain_no_is_answered_without_a_call() {
    var request =
        turnedDown("no")
            .note(
                "The outcome of an earlier call of cancel_meeting is now known: "
                    + "{\"error\":\"refused: the customer said no\"}");
    assertThat(request.says()).isEqualTo("All right, nothing is done.");
  }

  @Test
  void an_approval_that_came_too_late_shows_the_preview_again() {
    String late = "{\"error\":\"refused: the approval came too late\"}";
    var request =
        at(late, "yes")
            .note("The outcome of an earlier call of cancel_meeting is now known: " + late);
    assertThat(request.says()).isEqualTo("cancel_meeting {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "not yet", "thanks", "hello", "what can you do?"})
  void an_aside_is_told_what_is_still_open(String line) {
    assertThat(open(line).says()).endsWith("Say yes if you want it, and I'll show it once more.");
  }
}
