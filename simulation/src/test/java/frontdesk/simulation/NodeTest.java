package frontdesk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class NodeTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void a_crash_ends_all_threads_of_the_node_before_any_other_thread_runs() {
    inEachSeed(
        seed -> {
          var simulation = new Simulation(seed);
          Node main = simulation.node("main");
          Node doomed = simulation.node("doomed");
          var ended = new ArrayList<String>();
          simulation.run(
              main,
              () -> {
                doomed.threads().start("busy", () -> busy(simulation, ended));
                doomed.threads().start("asleep", () -> asleep(doomed, ended));
                main.threads().sleep(SECOND);
                doomed.crash(false);
                simulation.step("look");
                assertThat(ended).containsExactly("busy", "asleep");
              });
        });
  }

  @Test
  void a_thread_of_a_crashed_node_that_catches_everything_still_cannot_go_on() {
    Chaos chaos =
        (_, _, what) ->
            what.equals("write") ? new Chaos.Decision.Crash(false) : new Chaos.Decision.Nothing();
    var simulation = new Simulation(3, chaos);
    Node main = simulation.node("main");
    Node doomed = simulation.node("doomed");
    var reached = new ArrayList<String>();
    simulation.run(
        main,
        () -> {
          doomed.threads().start("stubborn", () -> stubborn(simulation, reached));
          main.threads().sleep(SECOND);
        });
    assertThat(reached).containsExactly("before");
    assertThat(simulation.trace().text()).contains("doomed crashes").contains("stubborn ends");
  }

  @Test
  void a_crashed_node_starts_no_more_threads_and_the_next_of_its_name_does() {
    var simulation = new Simulation(1);
    Node main = simulation.node("main");
    Node first = simulation.node("worker");
    var ran = new ArrayList<String>();
    simulation.run(
        main,
        () -> {
          first.crash(false);
          first.threads().start("late", () -> ran.add("late"));
          Node second = simulation.node("worker");
          second.threads().start("next", () -> ran.add(second.toString()));
          main.threads().sleep(SECOND);
        });
    assertThat(ran).containsExactly("worker.2");
  }

  @Test
  void a_paused_node_stands_still_while_time_goes_on_for_the_others() {
    inEachSeed(
        seed -> {
          var simulation = new Simulation(seed);
          Node main = simulation.node("main");
          Node slow = simulation.node("slow");
          var beats = new ArrayList<Long>();
          simulation.run(
              main,
              () -> {
                slow.threads().start("beat", () -> beat(slow.threads(), beats));
                main.threads().sleep(Duration.ofMillis(3_500));
                int before = beats.size();
                slow.pause(Duration.ofSeconds(60));
                main.threads().sleep(Duration.ofSeconds(59));
                assertThat(beats).hasSize(before);
                main.threads().sleep(Duration.ofSeconds(3));
                assertThat(beats).hasSizeGreaterThan(before);
              });
        });
  }

  @Test
  void a_signal_raised_before_anybody_waits_is_remembered_once() {
    inEachSeed(
        seed ->
            alone(
                seed,
                threads -> {
                  Signal signal = threads.signal();
                  signal.raise();
                  signal.raise();
                  assertThat(signal.await(Deadline.in(SECOND, threads))).isTrue();
                  assertThat(signal.await(Deadline.in(SECOND, threads))).isFalse();
                }));
  }

  @Test
  void awaiting_ends_at_the_deadline_without_a_signal_and_at_once_with_one() {
    inEachSeed(
        seed ->
            alone(
                seed,
                threads -> {
                  Signal signal = threads.signal();
                  assertThat(signal.await(Deadline.in(SECOND, threads))).isFalse();
                  assertThat(threads.nanos()).isGreaterThanOrEqualTo(SECOND.toNanos());
                  threads.start("bell", signal::raise);
                  assertThat(signal.await(new Deadline(Long.MAX_VALUE))).isTrue();
                  assertThat(threads.nanos()).isLessThan(SECOND.multipliedBy(2).toNanos());
                }));
  }

  @Test
  void one_raise_lets_one_of_two_waiting_threads_through() {
    inEachSeed(
        seed ->
            alone(
                seed,
                threads -> {
                  Signal signal = threads.signal();
                  var through = new ArrayList<Boolean>();
                  Runnable waiter = () -> through.add(signal.await(Deadline.in(SECOND, threads)));
                  threads.start("one", waiter);
                  threads.start("two", waiter);
                  signal.raise();
                  threads.sleep(SECOND.multipliedBy(2));
                  assertThat(through).containsExactlyInAnyOrder(true, false);
                }));
  }

  private static void inEachSeed(LongConsumer run) {
    for (long seed = 0; seed < 50; seed++) run.accept(seed);
  }

  private static void alone(long seed, Consumer<Threads> body) {
    var simulation = new Simulation(seed);
    Node node = simulation.node("a");
    simulation.run(node, () -> body.accept(node.threads()));
  }

  private static void busy(Steps steps, List<String> ended) {
    try {
      while (true) steps.step("busy");
    } finally {
      ended.add("busy");
    }
  }

  private static void asleep(Node node, List<String> ended) {
    try {
      node.threads().sleep(Duration.ofHours(1));
    } finally {
      ended.add("asleep");
    }
  }

  private static void stubborn(Steps steps, List<String> reached) {
    while (true) {
      reached.add("before");
      try {
        steps.step("write");
        reached.add("after");
      } catch (Crashed first) {
        steps.step("apologise");
        reached.add("apologised");
      }
    }
  }

  private static void beat(Threads threads, List<Long> beats) {
    while (true) {
      threads.sleep(SECOND);
      beats.add(threads.nanos());
    }
  }
}
