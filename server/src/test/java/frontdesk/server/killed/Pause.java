package frontdesk.server.killed;

import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what happens in other processes.
public final class Pause {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Threads THREADS = Edge.real().threads();

  private Pause() {}

  public static void until(BooleanSupplier condition, String what) {
    Deadline deadline = Deadline.in(PATIENCE, THREADS);
    while (!condition.getAsBoolean()) {
      if (deadline.passed(THREADS)) throw new AssertionError("It never was: " + what);
      moment();
    }
  }

  /// Until it is worth looking again.
  public static void moment() {
    THREADS.signal().await(Deadline.in(LOOK_EVERY, THREADS));
  }
}
