package frontdesk.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

  @Test
  void the_same_seed_gives_the_same_trace_byte_for_byte() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(busyRun(seed)).isEqualTo(busyRun(seed));
    }
  }

  @Test
  void different_seeds_give_different_traces() {
    var traces = new HashSet<String>();
    for (long seed = 0; seed < 50; seed++) traces.add(busyRun(seed));
    assertThat(traces).hasSize(50);
  }

  @Test
  void a_lost_update_is_found_in_some_seeds_and_a_correct_program_never_fails() {
    long lost = LongStream.range(0, 100).filter(seed -> countTwice(seed, true) < 2).count();
    assertThat(lost).isBetween(10L, 99L);
    assertThat(LongStream.range(0, 100).filter(seed -> countTwice(seed, false) < 2)).isEmpty();
  }

  @Test
  void time_leaps_to_the_next_sleeper_when_nobody_can_go_on() {
    var simulation = new Simulation(1);
    Node node = simulation.node("a");
    Threads threads = node.threads();
    simulation.run(
        node,
        () -> {
          threads.sleep(Duration.ofDays(1));
          assertThat(Duration.ofNanos(threads.nanos()))
              .isBetween(Duration.ofDays(1), Duration.ofDays(1).plusMillis(1));
        });
  }

  @Test
  void wall_clocks_of_two_nodes_are_apart_by_their_skew_and_may_jump() {
    var simulation = new Simulation(1);
    Node early = simulation.node("early");
    Node late = simulation.node("late");
    late.skew(Duration.ofMinutes(5));
    simulation.run(
        early,
        () -> {
          early.threads().sleep(Duration.ofSeconds(7));
          var apart = Duration.between(early.clock().instant(), late.clock().instant());
          assertThat(apart).isEqualTo(Duration.ofMinutes(5));
          late.skew(Duration.ofMinutes(-5));
          assertThat(late.clock().instant()).isBefore(early.clock().instant());
        });
  }

  @Test
  void an_exception_in_any_thread_fails_the_run_with_the_seed_and_the_newest_steps() {
    var simulation = new Simulation(77);
    Node node = simulation.node("a");
    Runnable worker =
        () -> {
          simulation.step("about to break");
          throw new IllegalStateException("broken");
        };
    assertThatThrownBy(
            () ->
                simulation.run(
                    node,
                    () -> {
                      node.threads().start("worker", worker);
                      node.threads().sleep(Duration.ofHours(1));
                    }))
        .isInstanceOf(SimulationFailed.class)
        .hasMessageContaining("Seed 77: a/worker failed")
        .hasMessageContaining("a/worker about to break")
        .hasRootCauseMessage("broken");
  }

  @Test
  void a_deadlock_fails_the_run_and_names_who_waits() {
    var simulation = new Simulation(1);
    Node node = simulation.node("a");
    assertThatThrownBy(
            () ->
                simulation.run(
                    node, () -> node.threads().signal().await(new Deadline(Long.MAX_VALUE))))
        .hasMessageContaining("nobody can go on: [a/main]")
        .hasMessageContaining("await");
  }

  @Test
  void a_run_without_end_fails_at_the_cap_of_steps() {
    var simulation = new Simulation(1, Chaos.NONE, 500);
    Node node = simulation.node("a");
    assertThatThrownBy(
            () ->
                simulation.run(
                    node,
                    () -> {
                      while (true) simulation.step("spin");
                    }))
        .hasMessageContaining("no end after 500 steps")
        .hasMessageContaining("a/main spin");
  }

  @Test
  void no_thread_is_left_over_after_a_thousand_runs() {
    var ended = new ArrayList<Integer>();
    for (int seed = 0; seed < 1_000; seed++) leaveTwoBehind(seed, ended);
    // Each of them came to its end, and within its own run: one runs at a time.
    assertThat(ended).hasSize(2_000).isSorted();
  }

  @Test
  void a_step_outside_of_a_run_does_nothing() {
    var simulation = new Simulation(1);
    simulation.step("nobody runs yet");
    assertThat(simulation.trace().text()).isEmpty();
  }

  private static void leaveTwoBehind(int seed, List<Integer> ended) {
    var simulation = new Simulation(seed);
    Node node = simulation.node("a");
    Runnable sleeper =
        () -> {
          try {
            while (true) node.threads().sleep(Duration.ofSeconds(1));
          } finally {
            ended.add(seed);
          }
        };
    simulation.run(
        node,
        () -> {
          node.threads().start("one", sleeper);
          node.threads().start("two", sleeper);
          node.threads().sleep(Duration.ofSeconds(10));
        });
  }

  /// Three nodes that sleep, signal each other, crash and pause.
  private static String busyRun(long seed) {
    var chance = new Chance(seed).named("chaos");
    Chaos chaos =
        (node, _, _) ->
            node.toString().equals("main") || !chance.oneIn(20)
                ? new Chaos.Decision.Nothing()
                : chance.oneIn(2)
                    ? new Chaos.Decision.Crash(chance.oneIn(2))
                    : new Chaos.Decision.Pause(Duration.ofSeconds(chance.below(9)));
    var simulation = new Simulation(seed, chaos);
    Node main = simulation.node("main");
    Threads.Signal bell = main.threads().signal();
    simulation.run(
        main,
        () -> {
          for (int i = 0; i < 10; i++) {
            Node node = simulation.node("worker");
            node.threads().start("a", () -> work(simulation, node, bell));
            node.threads().start("b", () -> work(simulation, node, bell));
            bell.await(Deadline.in(Duration.ofSeconds(3), main.threads()));
          }
        });
    return simulation.trace().text();
  }

  private static void work(Simulation simulation, Node node, Threads.Signal bell) {
    for (int i = 0; i < 5; i++) {
      simulation.step("work " + i);
      node.threads().sleep(Duration.ofMillis(simulation.chance().named("work").below(900)));
      bell.raise();
    }
  }

  private static int countTwice(long seed, boolean yieldsInBetween) {
    var simulation = new Simulation(seed);
    Node node = simulation.node("a");
    int[] counter = {0};
    Runnable increment =
        () -> {
          simulation.step("read");
          int read = counter[0];
          if (yieldsInBetween) simulation.step("write");
          counter[0] = read + 1;
        };
    simulation.run(
        node,
        () -> {
          node.threads().start("one", increment);
          node.threads().start("two", increment);
          node.threads().sleep(Duration.ofSeconds(1));
        });
    return counter[0];
  }
}
