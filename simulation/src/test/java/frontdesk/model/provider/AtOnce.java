package frontdesk.model.provider;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Conversations that do the same at the same time.
final class AtOnce {
  private static final Duration TIME = Duration.ofMinutes(2);

  private AtOnce() {}

  /// Returns when each has done it, at most two minutes later.
  static void run(Simulation simulation, Node node, int conversations, Runnable what) {
    var done = new AtomicInteger();
    simulation.run(
        node,
        () -> {
          for (int i = 0; i < conversations; i++) {
            node.threads()
                .start(
                    "conversation " + i,
                    () -> {
                      what.run();
                      done.incrementAndGet();
                    });
          }
          node.threads().sleep(TIME);
        });
    assertThat(done).hasValue(conversations);
  }
}
