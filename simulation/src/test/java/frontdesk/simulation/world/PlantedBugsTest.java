package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.store.Journal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Whether the world would find a bug, if there was one.
class PlantedBugsTest {
  private static final long SEEDS_MAX = 20;

  @Test
  void a_call_before_its_intent_is_durable_is_found() {
    assertThat(found("calls before the intent", Planted.CallsBeforeTheIntent::new)).contains("G5");
  }

  @Test
  void a_lost_fence_is_found() {
    assertThat(found("loses the fence", Planted.LosesTheFence::new)).contains("I4");
  }

  @Test
  void events_that_are_consumed_unread_are_found() {
    assertThat(found("consumes the unread", Planted.ConsumesTheUnread::new)).contains("I1");
  }

  /// The invariants that the first failing seed violates.
  private static List<String> found(String bug, UnaryOperator<Journal> planted) {
    Quiet.please();
    for (long seed = 0; seed < SEEDS_MAX; seed++) {
      Result result = World.run(seed, planted);
      if (result.violations().isEmpty()) continue;
      System.out.println(bug + ": seed " + seed + " violates " + result.violations().getFirst());
      return result.violations().stream().map(Violation::invariant).distinct().toList();
    }
    throw new AssertionError(bug + ": not found in " + SEEDS_MAX + " seeds");
  }
}
