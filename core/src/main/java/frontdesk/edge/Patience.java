package frontdesk.edge;

import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Gives up whoever waits too long for a remote server. One thread looks round at all that wait:
/// a timer for each wait would wake a thread each time, and most waits end long before theirs.
/// A wait may so end up to {@link #LOOK_EVERY} late. Each is broken off on a thread of its own:
/// one that blocks (a connection may be slow to close) or throws delays no other.
final class Patience {
  static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private static final Threads THREADS = new RealThreads();
  private static final Set<Patience> WAITING = ConcurrentHashMap.newKeySet();

  static {
    THREADS.start("patience", Patience::lookRound);
  }

  private final Runnable giveUp;
  private volatile long until;
  private volatile boolean ended;

  /// @param giveUp breaks the wait off, from another thread
  Patience(Runnable giveUp) {
    this.giveUp = giveUp;
  }

  /// Begins a wait until this moment of `System.nanoTime`.
  void begin(long nanos) {
    until = nanos;
    WAITING.add(this);
  }

  void end() {
    WAITING.remove(this);
  }

  /// Whether a wait took too long.
  boolean ended() {
    return ended;
  }

  @SuppressWarnings("InfiniteLoopStatement") // as long as the process lives
  private static void lookRound() {
    while (true) {
      THREADS.sleep(LOOK_EVERY);
      long now = THREADS.nanos();
      for (Patience waiting : WAITING) {
        if (waiting.until - now <= 0) waiting.breakOff();
      }
    }
  }

  private void breakOff() {
    if (!WAITING.remove(this)) return;
    ended = true;
    THREADS.start("end of patience", giveUp);
  }
}
