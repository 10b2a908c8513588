package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.agent.Limits;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.model.Message;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingTest {
  private final HeldSeats seats = new HeldSeats();
  private final TestDesk desk = new TestDesk().with(seats.agent());
  private boolean crashed;

  @Test
  void what_is_shown_for_approval_is_held_before_and_used_by_its_act() {
    desk.run(
        () -> {
          asksFor("7");
          assertThat(seats.held).containsExactly("7");
          assertThat(asked()).startsWith("Seat 7?\nIt is held for you.\n\n");
          approves();
          assertThat(seats.sold.getFirst().text()).contains("\"seat\":\"7\"");
          assertThat(seats.happened).containsExactly("preview", "take", "sell");
        });
  }

  @Test
  void a_hold_is_an_intent_that_is_durable_before_it_is_taken() {
    desk.beforeAppends(log -> seats.happened.add("append"));
    desk.run(
        () -> {
          asksFor("7");
          int taken = seats.happened.indexOf("take");
          assertThat(seats.happened.get(taken - 1)).isEqualTo("append");
          assertThat(desk.entries(Intended.class).getFirst().tool()).isEqualTo("hold_seat");
        });
  }

  @Test
  void it_is_given_back_when_the_customer_says_no() {
    desk.run(
        () -> {
          asksFor("7");
          says("no");
          assertThat(seats.held).isEmpty();
        });
  }

  @Test
  void it_is_given_back_when_the_customer_stops_or_a_person_takes_over() {
    desk.run(
        () -> {
          asksFor("7");
          desk.arrives(new Inbound.Stopped());
          works();
          assertThat(seats.held).isEmpty();
          asksFor("8");
          desk.arrives(new Inbound.TakenOver());
          works();
          assertThat(seats.held).as("a machine does nothing while a person answers").hasSize(1);
          desk.arrives(new Inbound.HandedBack());
          works();
          assertThat(seats.held).isEmpty();
        });
  }

  @Test
  void O06_a_correction_gives_it_back_before_the_other_one_is_taken() {
    desk.run(
        () -> {
          asksFor("7");
          asksFor("8");
          assertThat(seats.held).containsExactly("8");
          assertThat(seats.happened)
              .containsExactly("preview", "take", "give back", "preview", "take");
          asksFor("8");
          assertThat(asked()).as("one's own hold is in nobody's way").startsWith("Seat 8?");
        });
  }

  @Test
  void it_is_given_back_when_the_act_came_to_nothing() {
    seats.selling = new Outcome.Refused("sold out");
    desk.run(
        () -> {
          asksFor("7");
          approves();
          assertThat(seats.held).isEmpty();
        });
  }

  @Test
  void it_stays_while_nobody_knows_whether_the_act_happened() {
    seats.selling = new Outcome.Unknown("lost");
    desk.run(
        () -> {
          asksFor("7");
          approves();
          assertThat(seats.held).containsExactly("7");
          assertThat(seats.happened).doesNotContain("give back");
        });
  }

  @Test
  void what_somebody_else_holds_is_not_shown_for_approval() {
    seats.held.add("7");
    desk.run(
        () -> {
          asksFor("7");
          assertThat(desk.entries(Asked.class)).isEmpty();
          assertThat(desk.requests().getLast().messages().toString())
              .contains("somebody else has it");
        });
  }

  @Test
  void when_holding_fails_the_preview_is_shown_all_the_same() {
    seats.answers = false;
    seats.answer = () -> new Outcome.NotSent("no connection");
    desk.run(
        () -> {
          asksFor("7");
          assertThat(asked()).startsWith("Seat 7?\n\n");
          approves();
          assertThat(seats.sold).containsExactly(Json.EMPTY);
        });
  }

  @Test
  void a_hold_in_doubt_keeps_nobody_waiting() {
    seats.answers = false;
    seats.answer = () -> new Outcome.Unknown("lost");
    desk.run(
        () -> {
          asksFor("7");
          assertThat(asked()).startsWith("Seat 7?\n\n");
          says("no");
          assertThat(seats.happened).as("nobody knows its name").doesNotContain("give back");
        });
  }

  @Test
  void D01_a_crash_after_the_hold_asks_all_the_same_and_holds_nothing_twice() {
    desk.beforeAppends(this::crashOnceAfterTheHold);
    desk.run(
        () -> {
          desk.modelCalls(new AskedCall("", "sell", "{\"seat\":\"7\"}"));
          desk.arrives(new Inbound.Said("Seat 7, please"));
          assertThatThrownBy(desk::works).isInstanceOf(StoreException.class);
          desk.recovers();
          assertThat(asked()).startsWith("Seat 7?");
          assertThat(seats.happened).containsExactly("preview", "take");
        });
  }

  private void crashOnceAfterTheHold(Log log) {
    boolean held =
        log.unsaved().stream()
            .anyMatch(e -> e instanceof Returned returned && Holding.isPart(returned.call()));
    if (!held || crashed) return;
    crashed = true;
    throw new StoreException("the disk is gone");
  }

  @Test
  void what_expired_is_not_given_back_once_more() {
    desk.run(
        () -> {
          asksFor("7");
          desk.threads().sleep(Limits.PREVIEW_STANDS.plusSeconds(1));
          seats.held.clear(); // by itself
          says("yes");
          assertThat(seats.happened).containsExactly("preview", "take");
          assertThat(seats.sold).isEmpty();
        });
  }

  @Test
  void no_model_hears_of_holds() {
    desk.run(
        () -> {
          asksFor("7");
          says("no");
          says("Well?");
          // One of the call that was turned down, and no other.
          assertThat(desk.requests().getLast().messages())
              .filteredOn(Message.Note.class::isInstance)
              .singleElement()
              .asString()
              .contains("an earlier call of sell");
          List<Returned> parts =
              desk.entries(Returned.class).stream()
                  .filter(returned -> Holding.isPart(returned.call()))
                  .toList();
          assertThat(parts).hasSize(2);
        });
  }

  private void asksFor(String seat) {
    desk.modelCalls(new AskedCall("", "sell", "{\"seat\":\"" + seat + "\"}"));
    says("Seat " + seat + ", please");
  }

  private void approves() {
    desk.arrives(new Inbound.Shown(desk.entries(Asked.class).getLast().approval().orElseThrow()));
    desk.threads().sleep(Duration.ofSeconds(1));
    says("yes");
  }

  private void says(String text) {
    desk.arrives(new Inbound.Said(text));
    works();
  }

  private void works() {
    boolean more = true;
    while (more) more = desk.works();
  }

  private String asked() {
    return desk.entries(Asked.class).getLast().text();
  }
}
