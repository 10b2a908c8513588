package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.store.Journal;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Whether the world would find a bug, if there was one.
class PlantedBugsTest {
  private static final long SEEDS_MAX = 20;

  @Test
  void a_call_before_its_intent_is_durable_is_found() {
    assertThat(found(Planted.CallsBeforeTheIntent::new)).anyMatch(of("G5"));
  }

  @Test
  void a_lost_fence_is_found() {
    assertThat(found(Planted.LosesTheFence::new)).anyMatch(of("I4"));
  }

  @Test
  void events_that_are_consumed_unread_are_found() {
    assertThat(found(Planted.ConsumesTheUnread::new)).anyMatch(of("I1"));
  }

  private static Predicate<Violation> of(String invariant) {
    return violation -> violation.invariant().equals(invariant);
  }

  /// What the first failing seed violates.
  private static List<Violation> found(UnaryOperator<Journal> planted) {
    Quiet.please();
    for (long seed = 0; seed < SEEDS_MAX; seed++) {
      Result result = World.run(seed, planted);
      if (result.violations().isEmpty()) continue;
      System.out.println("planted bug, seed " + seed + " violates " + result.violations());
      return result.violations();
    }
    throw new AssertionError("Not found in " + SEEDS_MAX + " seeds");
  }
}
