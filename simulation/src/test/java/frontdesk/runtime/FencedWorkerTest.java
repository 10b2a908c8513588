package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.OutcomeArrived;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.store.Effects;
import frontdesk.store.StoreException;
import frontdesk.tool.LooksUp.Found.NotApplied;
import frontdesk.tool.ToolContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Guarantee 3: a stale worker cannot write, what it may have in flight is bounded, and what comes
/// back to it is not lost.
class FencedWorkerTest {
  private static final Outcome DONE = new Outcome.Done(new Json("{\"booked\":true}"));

  private final TestDesk desk = new TestDesk();

  @Test
  void O09_a_worker_that_was_overtaken_stops_and_its_reply_is_gone() {
    desk.whileTheModelReplies(this::anotherWorkerAppends);
    desk.run(
        () -> {
          assertThat(desk.says("Hello")).as("leaves it to the other worker").isFalse();
          assertThat(desk.entries(Replied.class)).isEmpty();
        });
  }

  @Test
  void H01_a_turn_that_a_person_interrupts_says_nothing_and_is_run_again_at_once() {
    desk.whileTheModelReplies(() -> desk.arrives(new Inbound.TakenOver()));
    desk.run(
        () -> {
          assertThat(desk.says("Hello")).as("loads again, runs again").isTrue();
          assertThat(desk.entries(Replied.class)).isEmpty();
          desk.works();
          assertThat(desk.entries()).last().isEqualTo(new Closed("a person answers"));
          assertThat(desk.open()).as("the person has them").isEmpty();
        });
  }

  @Test
  void O09_the_allowance_of_an_act_runs_from_before_its_intent_is_stored() {
    var mayBeSent = new ArrayList<Boolean>();
    act(
        context -> {
          mayBeSent.add(context.maySend());
          return DONE;
        });
    desk.beforeAppends(
        log -> {
          boolean begins = log.unsaved().stream().anyMatch(Intended.class::isInstance);
          if (begins) desk.threads().sleep(Duration.ofSeconds(4));
        });
    desk.run(
        () -> {
          desk.says("Do it");
          assertThat(mayBeSent).containsExactly(true);
          desk.beforeAppends(_ -> desk.threads().sleep(Story.ALLOWANCE));
          desk.modelCalls("retry").says("Again");
          assertThat(mayBeSent).startsWith(true, false);
        });
  }

  @Test
  void an_outcome_that_comes_back_to_a_worker_that_was_overtaken_is_handed_in() {
    act(_ -> overtaken(DONE));
    desk.run(
        () -> {
          assertThat(desk.says("Do it")).isFalse();
          assertThat(desk.open()).endsWith(new OutcomeArrived(desk.call(), 1, DONE));
          desk.works();
          assertThat(desk.entries()).contains(new Returned(desk.call(), 1, DONE));
        });
  }

  @Test
  void an_outcome_that_says_nothing_is_left_to_its_acts_recovery() {
    act(_ -> overtaken(new Outcome.Unknown("no answer")));
    desk.run(
        () -> {
          desk.says("Do it");
          assertThat(desk.open()).doesNotHaveAnyElementsOfTypes(OutcomeArrived.class);
        });
  }

  @Test
  void D03_an_outcome_that_the_store_did_not_take_is_handed_in_once_it_does() {
    act(_ -> DONE);
    desk.beforeAppends(
        log -> {
          boolean ends = log.unsaved().stream().anyMatch(Returned.class::isInstance);
          if (ends) throw new StoreException("full");
        });
    desk.run(
        () -> {
          assertThatThrownBy(() -> desk.says("Do it")).isInstanceOf(StoreException.class);
          assertThat(desk.open()).endsWith(new OutcomeArrived(desk.call(), 1, DONE));
        });
  }

  @Test
  void each_attempts_late_outcome_is_an_event_of_its_own_and_comes_once() {
    act(_ -> DONE);
    desk.run(
        () -> {
          desk.says("Do it");
          var call = desk.call();
          var first = new Returned(call, 1, DONE);
          var second = new Returned(call, 2, new Outcome.NotSent("too late"));
          desk.reception().late(Story.ID, first);
          desk.reception().late(Story.ID, second);
          desk.reception().late(Story.ID, first);
          assertThat(desk.open())
              .containsExactly(
                  new OutcomeArrived(call, 1, DONE), new OutcomeArrived(call, 2, second.outcome()));
        });
  }

  @Test
  void X02_an_outcome_that_comes_after_its_time_is_handed_in() {
    act(
        _ -> {
          desk.threads().sleep(Duration.ofSeconds(20));
          return DONE;
        });
    desk.run(
        () -> {
          desk.says("Do it");
          desk.threads().sleep(Duration.ofSeconds(10));
          assertThat(desk.open()).contains(new OutcomeArrived(desk.call(), 1, DONE));
        });
  }

  @Test
  void a_refused_retry_closes_nothing_as_the_first_attempt_may_have_happened() {
    var outcomes = new ArrayList<>(List.of(new Outcome.Unknown("lost"), new Outcome.Refused("x")));
    act(_ -> outcomes.isEmpty() ? DONE : outcomes.removeFirst());
    desk.run(
        () -> {
          desk.says("Do it");
          assertThat(desk.entries(Returned.class).get(1).outcome())
              .isInstanceOf(Outcome.Unknown.class);
        });
  }

  @Test
  void a_turn_that_waits_for_its_act_is_not_run_before_the_moment_has_come() {
    desk.modelCalls("human");
    acts(_ -> new Outcome.Unknown("lost"));
    desk.run(
        () -> {
          assertThat(desk.says("Do it")).as("it waits").isFalse();
          int entries = desk.entries().size();
          desk.arrives(new Inbound.Said("Hello?"));
          assertThat(desk.works()).isFalse();
          assertThat(desk.entries()).hasSize(entries);
          desk.threads().sleep(Story.ALLOWANCE.plus(Story.LIMIT));
          desk.works();
          assertThat(desk.entries()).hasSizeGreaterThan(entries);
        });
  }

  private void act(Function<ToolContext, Outcome> behaviour) {
    desk.modelCalls("retry");
    acts(behaviour);
  }

  private void acts(Function<ToolContext, Outcome> behaviour) {
    desk.with(TestAgent.with((_, context) -> behaviour.apply(context), (_, _) -> new NotApplied()));
  }

  private Outcome overtaken(Outcome outcome) {
    anotherWorkerAppends();
    return outcome;
  }

  private void anotherWorkerAppends() {
    var log = desk.store().load(Story.ID);
    desk.store().append(log.plus(new Noted("by", new Json("\"another\""))), Effects.NONE);
  }
}
