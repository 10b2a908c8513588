package frontdesk.server;

import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Real threads whose clock can be put forward.
public final class SkippedTime implements Threads {
  private final Threads real = Edge.real().threads();
  private final AtomicLong skipped = new AtomicLong();
  private final AtomicInteger signals = new AtomicInteger();

  /// How many signals were made: whoever waits for an answer makes one.
  int signals() {
    return signals.get();
  }

  public void skip(Duration time) {
    skipped.addAndGet(time.toNanos());
  }

  @Override
  public void start(String name, Runnable body) {
    real.start(name, body);
  }

  @Override
  public void sleep(Duration time) {
    real.sleep(time);
  }

  @Override
  public Signal signal() {
    Signal signal = real.signal();
    signals.incrementAndGet();
    return new Signal() {
      @Override
      public void raise() {
        signal.raise();
      }

      @Override
      public boolean await(Deadline deadline) {
        return signal.await(new Deadline(deadline.nanos() - skipped.get()));
      }
    };
  }

  @Override
  public long nanos() {
    return real.nanos() + skipped.get();
  }
}
