package frontdesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.ConversationId;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The engine of one process in simulated time: what it runs, what it recovers, what it survives.
class LanesInTimeTest {
  private static final ConversationId ONE = new ConversationId("rest:shop:one");
  private static final ConversationId TWO = new ConversationId("rest:shop:two");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SCAN_EVERY = Duration.ofSeconds(60);

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("desk");
  private final Threads threads = node.threads();
  private final Waiting journal = new Waiting();
  private final Lanes lanes = new Lanes(journal, threads, SCAN_EVERY);
  private final List<String> turns = new ArrayList<>();
  private Predicate<ConversationId> turn = _ -> false;

  @Test
  void what_the_first_scan_finds_a_process_before_left_behind_and_nothing_later() {
    run(
        () -> {
          journal.waits(ONE);
          start();
          threads.sleep(SECOND);
          journal.waits(TWO);
          threads.sleep(SCAN_EVERY);
          assertThat(turns).containsExactly("recover " + ONE, "run " + TWO);
        });
  }

  @Test
  void who_is_woken_was_not_left_behind() {
    run(
        () -> {
          start();
          threads.sleep(SECOND);
          lanes.wake(ONE);
          threads.sleep(SECOND);
          assertThat(turns).containsExactly("run " + ONE);
        });
  }

  @Test
  void what_was_recovered_goes_on_as_any_other() {
    turn = _ -> turns.size() < 3;
    run(
        () -> {
          journal.waits(ONE);
          start();
          threads.sleep(SECOND);
          assertThat(turns).containsExactly("recover " + ONE, "run " + ONE, "run " + ONE);
        });
  }

  @Test
  void O10_a_wake_during_a_turn_is_remembered_and_used_once() {
    turn = _ -> takes(SECOND);
    run(
        () -> {
          start();
          lanes.wake(ONE);
          threads.sleep(Duration.ofMillis(500));
          lanes.wake(ONE);
          lanes.wake(ONE);
          threads.sleep(Duration.ofSeconds(20));
          assertThat(turns).containsExactly("run " + ONE, "run " + ONE);
        });
  }

  @Test
  void D04_a_scan_that_fails_is_made_again() {
    run(
        () -> {
          journal.waits(ONE);
          journal.isDown(true);
          start();
          threads.sleep(SECOND);
          journal.isDown(false);
          threads.sleep(SCAN_EVERY);
          assertThat(turns).as("still the first that works").containsExactly("recover " + ONE);
        });
  }

  @Test
  void D07_a_turn_that_fails_is_tried_again_after_a_pause_that_grows_whatever_it_threw() {
    var times = new ArrayList<Duration>();
    turn =
        _ -> {
          times.add(Duration.ofNanos(threads.nanos()));
          if (times.size() == 1) throw new StackOverflowError();
          if (times.size() < 5) throw new IllegalStateException("a bug");
          return false;
        };
    run(
        () -> {
          start();
          lanes.wake(ONE);
          threads.sleep(Duration.ofSeconds(30));
          assertThat(turns).hasSize(5);
          assertThat(pauses(times)).isSorted().doesNotContain(0L);
          assertThat(lanes.running()).isZero();
        });
  }

  @Test
  void D09_a_drain_lets_turns_end_and_begins_none() {
    turn = _ -> !takes(SECOND);
    run(
        () -> {
          start();
          lanes.wake(ONE);
          threads.sleep(Duration.ofMillis(500));
          assertThat(lanes.drain(SECOND.multipliedBy(5))).isTrue();
          lanes.wake(TWO);
          threads.sleep(SCAN_EVERY.multipliedBy(2));
          assertThat(turns).containsExactly("run " + ONE);
        });
  }

  @Test
  void D09_a_drain_takes_no_longer_than_its_grace() {
    turn = _ -> takes(Duration.ofMinutes(5));
    run(
        () -> {
          start();
          lanes.wake(ONE);
          threads.sleep(SECOND);
          assertThat(lanes.drain(SECOND)).isFalse();
          assertThat(Duration.ofNanos(threads.nanos())).isLessThan(SECOND.multipliedBy(3));
        });
  }

  @Test
  void D09_a_lane_that_pauses_after_a_failure_does_not_hold_up_a_drain() {
    turn =
        _ -> {
          throw new IllegalStateException("a bug");
        };
    run(
        () -> {
          start();
          lanes.wake(ONE);
          threads.sleep(Duration.ofSeconds(20));
          assertThat(lanes.drain(SECOND)).isTrue();
        });
  }

  private void run(Runnable test) {
    simulation.run(node, test);
  }

  private void start() {
    lanes.start(
        new TurnHandler() {
          @Override
          public boolean run(ConversationId id) {
            turns.add("run " + id);
            return turn.test(id);
          }

          @Override
          public boolean recover(ConversationId id) {
            turns.add("recover " + id);
            return turn.test(id);
          }
        });
  }

  private boolean takes(Duration time) {
    threads.sleep(time);
    return false;
  }

  /// In tenths of a second.
  private static List<Long> pauses(List<Duration> times) {
    var pauses = new ArrayList<Long>();
    for (int i = 1; i < times.size(); i++) {
      pauses.add(times.get(i).minus(times.get(i - 1)).toMillis() / 100);
    }
    return pauses;
  }

  /// Tells of each who waits once.
  private static final class Waiting extends OnlyScanned {
    private final List<ConversationId> waiting = new ArrayList<>();
    private boolean down;

    void waits(ConversationId id) {
      waiting.add(id);
    }

    void isDown(boolean now) {
      down = now;
    }

    @Override
    public List<ConversationId> waiting(int max) {
      if (down) throw new StoreException("down");
      List<ConversationId> told = List.copyOf(waiting);
      waiting.clear();
      return told;
    }
  }
}
