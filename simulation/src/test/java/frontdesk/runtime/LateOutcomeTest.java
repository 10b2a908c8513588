package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.store.StoreException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LateOutcomeTest {
  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("server");
  private int attempts;

  @Test
  void an_outcome_that_nobody_else_knows_is_handed_in_again_while_the_store_is_down() {
    Duration taken = handedInWhileDown(3);
    assertThat(attempts).isEqualTo(4);
    assertThat(taken.toSeconds()).as("pauses that grow").isEqualTo(2 + 4 + 8);
  }

  @Test
  void an_outcome_is_left_to_the_acts_recovery_when_the_store_stays_down() {
    handedInWhileDown(Integer.MAX_VALUE);
    assertThat(attempts).isEqualTo(5);
  }

  private Duration handedInWhileDown(int times) {
    long begun = node.threads().nanos();
    simulation.run(
        node,
        () ->
            Running.handIn(
                node.threads(),
                () -> {
                  if (++attempts <= times) throw new StoreException("full");
                }));
    return Duration.ofNanos(node.threads().nanos() - begun);
  }
}
