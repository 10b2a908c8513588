package frontdesk.runtime;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.store.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One call of a tool or a channel under way, on a thread of its own. Its result goes to whoever
/// waits, or, once nobody does, to `late`.
final class Running<T> {
  private static final Logger LOG = System.getLogger(Running.class.getName());
  private static final int HAND_IN_MAX = 5;

  private final Threads threads;
  private final Deadline deadline;
  private final Supplier<T> body;
  private final T whenThrown;
  private final Consumer<T> late;
  private final Threads.Signal done;
  private final List<T> outcome = new ArrayList<>(1);
  private boolean abandoned;

  Running(Threads threads, Deadline deadline, Supplier<T> body, T whenThrown, Consumer<T> late) {
    this.threads = threads;
    this.done = threads.signal();
    this.deadline = deadline;
    this.body = body;
    this.whenThrown = whenThrown;
    this.late = late;
  }

  void start(String name) {
    threads.start("call " + name, () -> run(name));
  }

  T await(T inTime) {
    done.await(deadline);
    synchronized (this) {
      abandoned = outcome.isEmpty();
      return abandoned ? inTime : outcome.getFirst();
    }
  }

  private void run(String name) {
    T result = result(name);
    boolean tooLate;
    synchronized (this) {
      tooLate = abandoned;
      outcome.add(result);
    }
    if (tooLate) handIn(threads, () -> late.accept(result));
    else done.raise();
  }

  private T result(String name) {
    try {
      return Objects.requireNonNull(body.get(), "a tool returned null");
    } catch (RuntimeException e) {
      // Its message may hold what the customer said.
      LOG.log(Level.WARNING, name + " threw " + e.getClass().getName());
      return whenThrown;
    }
  }

  /// Hands in what no turn waits for any more: again while the store is down, for nobody else knows
  /// it. Given up after a while; then it is left to recovery.
  static void handIn(Threads threads, Runnable accept) {
    for (int attempt = 1; attempt <= HAND_IN_MAX; attempt++) {
      try {
        accept.run();
        return;
      } catch (StoreException e) {
        LOG.log(Level.WARNING, "an outcome could not be stored; trying again");
        threads.sleep(Duration.ofSeconds(1L << attempt));
      }
    }
  }
}
