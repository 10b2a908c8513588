package frontdesk.bench.outside;

import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps calls back, and lets them go one after the other, those that came first before the
/// others.
final class Gate {
  private static final int PARTS = 20;

  private final Threads threads;
  private final Semaphore released = new Semaphore(0, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;

  Gate(Threads threads) {
    this.threads = threads;
  }

  void close() {
    closed = true;
  }

  int waiting() {
    return waiting.get();
  }

  void pass() {
    if (!closed) return;
    waiting.incrementAndGet();
    released.acquireUninterruptibly();
    waiting.decrementAndGet();
  }

  /// Lets through who comes from now on, and of those who wait so many a second.
  void open(int perSecond) {
    closed = false;
    threads.start("release", () -> release(perSecond));
  }

  private void release(int perSecond) {
    while (released.hasQueuedThreads()) {
      released.release(Math.min(Math.max(1, perSecond / PARTS), released.getQueueLength()));
      threads.sleep(Duration.ofSeconds(1).dividedBy(PARTS));
    }
  }
}
