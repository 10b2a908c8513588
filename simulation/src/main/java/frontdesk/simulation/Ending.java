package frontdesk.simulation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How a run ends. Once the end is near, each thread that is left gets the baton once more, to end;
/// when the last one has, it is done.
final class Ending {
  private final CountDownLatch done = new CountDownLatch(1);
  private boolean near;
  private @Nullable Throwable cause;
  private String failure = "";

  boolean isNear() {
    return near;
  }

  void succeed() {
    near = true;
  }

  void fail(String why) {
    fail(why, null);
  }

  /// The first failure counts; what follows from it does not.
  void fail(String why, @Nullable Throwable thrown) {
    if (near) return;
    near = true;
    failure = why;
    cause = thrown;
  }

  void done() {
    done.countDown();
  }

  /// Real time: the one thing here that does not follow from the seed.
  boolean isDoneWithin(Duration time) {
    try {
      return done.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a simulation ran", e);
    }
  }

  void throwFailure(long seed, Trace trace) {
    if (!failure.isEmpty()) throw new SimulationFailed(seed, failure, trace, cause);
  }
}
