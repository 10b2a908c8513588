package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.store.Journal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Whether the world would find a bug, if there was one.
class PlantedBugsTest {
  private static final long SEEDS_MAX = 20;

  @Test
  void calls_before_the_intent_are_found() {
    assertFound("calls before the intent", "G5", Planted.CallsBeforeTheIntent::new);
  }

  @Test
  void a_lost_fence_is_found() {
    assertFound("loses the fence", "I4", Planted.LosesTheFence::new);
  }

  @Test
  void events_that_are_consumed_unread_are_found() {
    assertFound("consumes the unread", "I1", Planted.ConsumesTheUnread::new);
  }

  private static void assertFound(String bug, String invariant, UnaryOperator<Journal> planted) {
    Quiet.please();
    for (long seed = 0; seed < SEEDS_MAX; seed++) {
      Result result = World.run(seed, planted);
      Optional<Violation> found =
          result.violations().stream().filter(v -> v.invariant().equals(invariant)).findFirst();
      if (found.isEmpty()) continue;
      System.out.println("planted: " + bug + ": seed " + seed + " violates " + found.get());
      assertThat(result.report()).startsWith("Seed " + seed).contains(invariant, "home/main ends");
      return;
    }
    throw new AssertionError(bug + ": " + invariant + " holds in " + SEEDS_MAX + " seeds");
  }
}
