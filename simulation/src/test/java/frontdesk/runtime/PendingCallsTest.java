package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Outcome.NeedsInput;
import frontdesk.conversation.Snapshot;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.model.ModelRequest.Form;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingCallsTest {
  private static final String WHEN = "\"date\":\"2090-03-07\",\"time\":\"14:00\"";
  private static final String WHO = "\"name\":\"Ann Lee\",\"email\":\"ann@example.com\"";
  private static final Json ALL =
      new Json(
          "{\"date\":\"2090-03-07\",\"email\":\"ann@example.com\",\"name\":\"Ann Lee\",\"time\":\"14:00\"}");

  private final Bookings bookings = new Bookings();
  private final TestDesk desk = new TestDesk().with(bookings.agent());

  @Test
  void X06_only_what_is_missing_is_asked_for_and_the_rest_is_remembered() {
    desk.run(
        () -> {
          asksForWho();
          assertThat(desk.entries(Asked.class).getLast().fields()).containsExactly("name", "email");
          completes();
          assertThat(bookings.shown).containsExactly(ALL);
          assertThat(bookings.done).isEmpty();
          approves();
          assertThat(bookings.done).containsExactly(ALL);
        });
  }

  @Test
  void C1_a_call_that_waits_has_its_outcome_in_the_next_request() {
    desk.run(
        () -> {
          asksForWho();
          Returned returned = desk.entries(Returned.class).getLast();
          assertThat(((NeedsInput) returned.outcome()).missing()).containsExactly("name", "email");
          assertThat(desk.requests().getLast().messages().toString()).contains("missing");
        });
  }

  @Test
  void C2_blank_and_made_up_arguments_are_missing() {
    String blank = "{" + WHEN + ",\"name\":\"unknown\",\"email\":\"<email>\",\"seats\":null}";
    calls(blank);
    desk.run(
        () -> {
          says("Book me in on 2090-03-07 at 14:00");
          assertThat(newest().missing()).containsExactly("name", "email");
          assertThat(newest().arguments().text()).isEqualTo("{" + WHEN + "}");
        });
  }

  @Test
  void X07_what_nobody_said_is_asked_for_and_not_believed() {
    calls("{" + WHEN + "," + WHO + "}");
    desk.run(
        () -> {
          says("Book me in on 2090-03-07 at 14:00");
          assertThat(newest().invalid()).containsOnlyKeys("name", "email");
          assertThat(bookings.shown).isEmpty();
        });
  }

  @Test
  void a_later_value_wins_and_a_blank_erases_nothing() {
    desk.run(
        () -> {
          asksForWho();
          calls("{\"time\":\"15:00\",\"date\":\"\",\"name\":\"\"}");
          says("No, rather at 15:00");
          assertThat(newest().arguments().text())
              .isEqualTo("{\"date\":\"2090-03-07\",\"time\":\"15:00\"}");
          assertThat(newest().missing()).containsExactly("name", "email");
        });
  }

  @Test
  void X08_what_waits_stays_while_something_else_is_talked_about() {
    desk.run(
        () -> {
          asksForWho();
          desk.modelReplies(ModelReply.text("We open at nine."));
          says("When do you open?");
          assertThat(form(desk.requests().getLast()).missing()).containsExactly("name", "email");
          completes();
          assertThat(bookings.shown).containsExactly(ALL);
        });
  }

  @Test
  void C3_what_is_not_wanted_any_more_is_dropped() {
    desk.run(
        () -> {
          asksForWho();
          desk.modelCalls(new AskedCall("", "drop_pending", "{}"));
          says("Oh, forget it");
          assertThat(desk.requests().getLast().forms()).isEmpty();
          calls("{" + WHO + "}");
          says("I'm Ann Lee, ann@example.com");
          assertThat(newest().missing()).containsExactly("date", "time");
        });
  }

  @Test
  void X09_two_calls_of_one_reply_are_two_and_what_fits_both_is_asked_about() {
    desk.modelCalls(
        new AskedCall("", "book", "{\"date\":\"2090-03-07\"}"),
        new AskedCall("", "book", "{\"date\":\"2090-03-08\"}"));
    desk.run(
        () -> {
          says("Book 2090-03-07 and 2090-03-08");
          calls("{\"time\":\"14:00\"}");
          says("At 14:00");
          assertThat(outcome().missing()).containsExactly("pending");
          assertThat(outcome().offers()).hasSize(2);
          calls("{\"time\":\"14:00\",\"date\":\"2090-03-08\"}");
          says("The 2090-03-08 one");
          assertThat(newest().arguments().text()).contains("2090-03-08", "14:00");
          String first = desk.entries(Gathered.class).getFirst().pending().value();
          calls("{\"time\":\"14:00\",\"pending\":\"" + first + "\"}");
          says("and the other one, too");
          assertThat(newest().arguments().text()).contains("2090-03-07", "14:00");
        });
  }

  @Test
  void a_call_is_forgotten_after_a_day() {
    desk.run(
        () -> {
          asksForWho();
          desk.threads().sleep(Duration.ofHours(24));
          calls("{" + WHO + "}");
          says("I'm Ann Lee, ann@example.com");
          assertThat(newest().missing()).containsExactly("date", "time");
        });
  }

  @Test
  void D05_C17_what_waits_survives_a_fold_and_is_read_from_the_log_each_time() {
    desk.run(
        () -> {
          asksForWho();
          for (int i = 0; i < Snapshot.FOLD_AFTER; i++) says("Hm.");
          completes();
          assertThat(bookings.shown).containsExactly(ALL);
        });
  }

  @Test
  void O06_a_correction_voids_the_preview_and_keeps_the_rest() {
    desk.run(
        () -> {
          asksForWho();
          completes();
          calls("{\"time\":\"15:00\"}");
          says("Make it 15:00");
          assertThat(bookings.shown).hasSize(2);
          assertThat(bookings.shown.getLast().text()).contains("15:00", "Ann Lee", "2090-03-07");
          approves();
          assertThat(bookings.done).containsExactly(bookings.shown.getLast());
        });
  }

  @Test
  void what_was_turned_down_can_be_changed() {
    desk.run(
        () -> {
          asksForWho();
          completes();
          shows();
          says("no");
          assertThat(form(desk.requests().getLast()).known()).isEqualTo(ALL);
          calls("{\"time\":\"15:00\"}");
          says("15:00 would be better");
          assertThat(bookings.shown.getLast().text()).contains("15:00", "Ann Lee");
          assertThat(bookings.done).isEmpty();
        });
  }

  @Test
  void X05_an_act_that_came_to_nothing_can_be_changed_too() {
    bookings.outcome = new NeedsInput(List.of("time"), Map.of("time", "taken"), List.of());
    desk.run(
        () -> {
          asksForWho();
          completes();
          approves();
          calls("{\"time\":\"15:00\"}");
          says("15:00 then");
          assertThat(bookings.shown.getLast().text()).contains("15:00", "Ann Lee");
        });
  }

  @Test
  void C4_each_of_several_calls_has_its_outcome_though_one_waits() {
    desk.modelCalls(
        new AskedCall("", "book", "{" + WHEN + "}"),
        new AskedCall("", "no_such_tool", "{}"),
        new AskedCall("", "book", "{\"date\":\"2090-03-08\"}"));
    desk.run(
        () -> {
          says("Book 2090-03-07 at 14:00, and 2090-03-08");
          List<Message> shown = desk.requests().getLast().messages();
          assertThat(shown).filteredOn(Message.ToolSaid.class::isInstance).hasSize(3);
          assertThat(desk.entries(Returned.class)).hasSize(3);
        });
  }

  @Test
  void what_was_done_waits_no_more() {
    desk.run(
        () -> {
          asksForWho();
          completes();
          approves();
          assertThat(desk.requests().getLast().forms()).isEmpty();
          calls("{\"date\":\"2090-03-08\"}");
          says("And another one on 2090-03-08");
          assertThat(newest().missing()).containsExactly("time", "name", "email");
        });
  }

  @Test
  void X09_a_yes_to_another_question_shows_again_what_waits_for_a_yes() {
    desk.modelCalls(
        new AskedCall("", "book", "{" + WHEN + "," + WHO + "}"),
        new AskedCall("", "book", "{\"date\":\"2090-03-08\"," + WHO + "}"));
    desk.run(
        () -> {
          says("I'm Ann Lee, ann@example.com. Book 2090-03-07 at 14:00, and 2090-03-08");
          shows();
          desk.modelReplies(ModelReply.text("At what time on the 8th?"));
          says("Is anything missing?");
          Asked question = desk.entries(Asked.class).getLast();
          assertThat(question.fields()).containsExactly("time");
          says("yes");
          assertThat(bookings.done).isEmpty();
          assertThat(desk.entries(Asked.class).getLast().text()).contains("Book", "14:00");
          desk.threads().sleep(Duration.ofSeconds(1));
          says("yes");
          assertThat(bookings.done).containsExactly(ALL);
        });
  }

  private void asksForWho() {
    calls("{" + WHEN + "}");
    desk.modelReplies(ModelReply.text("Who are you?"));
    says("Book me in on 2090-03-07 at 14:00");
  }

  private void completes() {
    calls("{" + WHO + "}");
    says("I'm Ann Lee, ann@example.com");
  }

  private void approves() {
    shows();
    says("yes");
  }

  private void shows() {
    CallId question = desk.entries(Previewed.class).getLast().call();
    desk.threads().sleep(Duration.ofSeconds(1));
    desk.reception().shown(Story.ID, question);
    desk.works();
    desk.threads().sleep(Duration.ofSeconds(1));
  }

  private void says(String text) {
    while (desk.says(text)) {
      desk.works();
    }
  }

  private void calls(String arguments) {
    desk.modelCalls(new AskedCall("", "book", arguments));
  }

  private Gathered newest() {
    return desk.entries(Gathered.class).getLast();
  }

  private NeedsInput outcome() {
    return (NeedsInput)
        desk.entries(Returned.class).stream()
            .map(Returned::outcome)
            .filter(Outcome.NeedsInput.class::isInstance)
            .toList()
            .getLast();
  }

  private static Form form(ModelRequest request) {
    return request.forms().getFirst();
  }
}
