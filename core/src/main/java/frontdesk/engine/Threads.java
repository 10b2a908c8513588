package frontdesk.engine;

import java.time.Duration;

/// Threads and monotonic time. The real ones are virtual threads; the simulation's hand one baton
/// around, so that a seed decides every interleaving. New threads, sleeps and waits go through
/// here.
public interface Threads {

  /// Runs `body` on a thread of its own.
  void start(String name, Runnable body);

  void sleep(Duration time);

  Signal signal();

  /// Monotonic time, for measuring; its zero means nothing.
  long nanos();

  /// A flag that one thread raises and another waits for. Raising is remembered until it is
  /// awaited.
  interface Signal {
    void raise();

    /// Waits until raised (true, and lowers it) or until the deadline (false).
    boolean await(Deadline deadline);
  }
}
