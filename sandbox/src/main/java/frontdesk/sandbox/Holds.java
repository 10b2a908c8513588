package frontdesk.sandbox;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import java.util.ArrayList;
import java.util.List;

/// Requests that wait until they are released.
final class Holds {
  private final Threads threads;
  private final List<Signal> waiting = new ArrayList<>();

  Holds(Threads threads) {
    this.threads = threads;
  }

  /// Waits.
  ///
  /// @return false when nobody released it before the deadline
  boolean await(Deadline deadline) {
    Signal released = threads.signal();
    add(released);
    try {
      return released.await(deadline);
    } finally {
      remove(released);
    }
  }

  /// Lets all go on that wait now.
  ///
  /// @return how many there were
  synchronized int release() {
    waiting.forEach(Signal::raise);
    int count = waiting.size();
    waiting.clear();
    return count;
  }

  private synchronized void add(Signal signal) {
    waiting.add(signal);
  }

  private synchronized void remove(Signal signal) {
    waiting.remove(signal);
  }
}
