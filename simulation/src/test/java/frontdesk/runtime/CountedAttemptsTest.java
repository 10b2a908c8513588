package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.model.Wishes;
import frontdesk.store.Effects;
import frontdesk.store.StoreException;
import frontdesk.tool.LogTool;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Attempts at a turn are counted durably by retries and recovery, and by nothing else (D07).
class CountedAttemptsTest {
  private final TestDesk desk = new TestDesk();

  @Test
  void D07_a_turn_that_throws_is_counted_though_nothing_of_it_was_stored() {
    desk.with(failing()).modelCalls("fails");
    desk.run(
        () -> {
          assertThatThrownBy(() -> desk.says("Hello")).hasMessage("it is broken");
          assertThat(desk.entries())
              .endsWith(new Interrupted(IllegalStateException.class.getName()))
              .hasAtLeastOneElementOfType(Received.class);
        });
  }

  @Test
  void D07_an_error_is_counted_like_an_exception() {
    desk.whileTheModelReplies(
        () -> {
          throw new StackOverflowError();
        });
    desk.run(
        () -> {
          assertThatThrownBy(() -> desk.says("Hello")).isInstanceOf(StackOverflowError.class);
          assertThat(desk.entries(Interrupted.class)).hasSize(1);
        });
  }

  @Test
  void D07_a_message_that_fails_again_and_again_is_set_aside_with_a_word_to_the_customer() {
    desk.with(failing());
    for (int i = 0; i < TestAgent.ATTEMPTS; i++) desk.modelCalls("fails");
    desk.run(
        () -> {
          desk.arrives(new Inbound.Said("Hello"));
          for (int i = 0; i < TestAgent.ATTEMPTS; i++) {
            assertThatThrownBy(desk::works).hasMessage("it is broken");
          }
          desk.works();
          assertThat(desk.entries()).hasAtLeastOneElementOfType(DeadLettered.class);
          assertThat(((Replied) desk.entries().getLast()).voice()).isEqualTo(Voice.APOLOGY);
          assertThat(desk.open()).isEmpty();
        });
  }

  @Test
  void D07_what_a_process_left_behind_counts_as_one_more_attempt_and_is_then_run() {
    desk.run(
        () -> {
          desk.arrives(new Inbound.Said("Hello"));
          desk.recovers();
          assertThat(desk.entries(Interrupted.class))
              .containsExactly(new Interrupted("its process ended"));
          assertThat(desk.entries(Replied.class)).hasSize(1);
        });
  }

  @Test
  void an_attempt_that_went_well_costs_no_count() {
    desk.run(
        () -> {
          desk.says("Hello");
          assertThat(desk.entries(Interrupted.class)).isEmpty();
        });
  }

  @Test
  void D03_a_store_that_is_down_is_not_the_turns_fault() {
    desk.run(
        () -> {
          desk.arrives(new Inbound.Said("Hello"));
          desk.beforeAppends(CountedAttemptsTest::takesOnlyCounts);
          assertThatThrownBy(desk::works).isInstanceOf(StoreException.class);
          assertThat(desk.entries(Interrupted.class)).isEmpty();
        });
  }

  @Test
  void a_turn_that_only_waits_is_not_counted_by_a_recovery() {
    desk.with(
        TestAgent.with((_, _) -> new Outcome.Unknown("lost"), (_, _) -> new Found.NotApplied()));
    desk.modelCalls("human");
    desk.run(
        () -> {
          desk.says("Do it");
          assertThat(desk.recovers()).isFalse();
          assertThat(desk.entries(Interrupted.class)).isEmpty();
          desk.threads().sleep(Duration.ofSeconds(15));
          desk.recovers();
          assertThat(desk.entries(Interrupted.class)).hasSize(1);
        });
  }

  @Test
  void a_count_that_another_worker_overtook_is_left_out_and_the_recovery_goes_on() {
    desk.beforeAppends(
        log -> {
          boolean counts = log.unsaved().stream().anyMatch(Interrupted.class::isInstance);
          if (counts) anotherWorkerAppends();
        });
    desk.run(
        () -> {
          desk.arrives(new Inbound.Said("Hello"));
          desk.recovers();
          assertThat(desk.entries(Interrupted.class)).isEmpty();
          assertThat(desk.entries(Replied.class)).hasSize(1);
        });
  }

  @Test
  void a_count_that_fails_does_not_hide_why_the_turn_failed() {
    desk.with(failing()).modelCalls("fails");
    desk.beforeAppends(
        log -> {
          if (log.unsaved().getLast() instanceof Interrupted) throw new StoreException("full");
        });
    desk.run(
        () ->
            assertThatThrownBy(() -> desk.says("Hello"))
                .hasMessage("it is broken")
                .satisfies(
                    e ->
                        assertThat(e.getSuppressed()).hasOnlyElementsOfType(StoreException.class)));
  }

  private static void takesOnlyCounts(Log log) {
    boolean counts = log.unsaved().stream().anyMatch(Interrupted.class::isInstance);
    if (!counts) throw new StoreException("full");
  }

  private void anotherWorkerAppends() {
    Log log = desk.store().load(Story.ID);
    desk.store().append(log.plus(new Noted("by", new Json("\"another\""))), Effects.NONE);
  }

  /// With a tool of our own that has a bug.
  private static Agent failing() {
    Agent idle = TestAgent.idle();
    return new Agent(
        idle.name(),
        idle.version(),
        idle.function(),
        true,
        idle.instructions(),
        Facts.NONE,
        List.of(),
        List.of(new Failing()),
        List.of(),
        idle.locale(),
        idle.zone(),
        TestAgent.LIMITS,
        Wishes.NONE);
  }

  private record Failing() implements LogTool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.look("fails", "", new Json("{\"type\":\"object\"}"), Story.LIMIT);
    }

    @Override
    public List<Entry> call(Log log, Call call, Json arguments) {
      throw new IllegalStateException("it is broken");
    }
  }
}
