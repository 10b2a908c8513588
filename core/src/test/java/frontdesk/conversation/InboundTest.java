package frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Inbound.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an event does in the moment it is accepted.
class InboundTest {
  private static final CallId CALL = new CallId("1.0");
  private static final Outcome DONE = new Outcome.Done(Json.EMPTY);

  @ParameterizedTest
  @ValueSource(strings = {"stop", "Stop!", " CANCEL. ", "หยุด", "ยกเลิก"})
  void O05_a_message_that_is_only_a_stop_word_stops(String text) {
    assertThat(new Said(text).raisesEpoch()).isTrue();
    assertThat(new Said(text).endsWait()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Where is the bus stop?",
        "don't stop",
        "cancel my order",
        "stop it",
        "nonstop",
        "ยกเลิกนัดวันศุกร์"
      })
  void a_message_that_says_more_does_not(String text) {
    assertThat(new Said(text).raisesEpoch()).isFalse();
    assertThat(new Said(text).endsWait()).isFalse();
  }

  @Test
  void H01_what_a_person_of_the_business_does_takes_effect_at_once() {
    for (Inbound what :
        List.of(
            new Inbound.TakenOver(), new Inbound.PersonSaid("Hello"), new Inbound.HandedBack())) {
      assertThat(what.raisesEpoch()).as("%s", what).isTrue();
      assertThat(what.endsWait()).as("%s", what).isTrue();
      assertThat(what.owner()).as("%s", what).isPresent();
    }
  }

  @Test
  void what_a_turn_may_wait_for_ends_its_wait_and_stops_nothing() {
    for (Inbound what :
        List.of(
            new Inbound.OutcomeArrived(CALL, 1, DONE),
            new Inbound.Decided(CALL, true),
            new Inbound.Replayed())) {
      assertThat(what.endsWait()).as("%s", what).isTrue();
      assertThat(what.raisesEpoch()).as("%s", what).isFalse();
    }
  }

  @Test
  void a_stop_stops_whoever_answers_and_changes_not_who_does() {
    var stop = new Inbound.Stopped();
    assertThat(stop.raisesEpoch()).isTrue();
    assertThat(stop.owner()).isEmpty();
    assertThat(stop.fromCustomer()).as("a full inbox takes it").isFalse();
  }

  @Test
  void nothing_else_stops_or_ends_a_wait() {
    for (Inbound what :
        List.of(
            new Inbound.Pressed(CALL, true),
            new Inbound.Shown(CALL),
            new Inbound.TimerFired("remind"),
            new Inbound.Undelivered(1, "blocked"))) {
      assertThat(what.endsWait()).as("%s", what).isFalse();
      assertThat(what.raisesEpoch()).as("%s", what).isFalse();
    }
  }
}
