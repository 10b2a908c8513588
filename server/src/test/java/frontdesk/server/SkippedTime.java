package frontdesk.server;

import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.PassingThreads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Real threads whose clock can be put forward.
public final class SkippedTime extends PassingThreads {
  private final AtomicLong skipped = new AtomicLong();
  private final AtomicInteger signals = new AtomicInteger();

  public SkippedTime() {
    super(Edge.real().threads());
  }

  /// How many signals were made: whoever waits for an answer makes one.
  int signals() {
    return signals.get();
  }

  public void skip(Duration time) {
    skipped.addAndGet(time.toNanos());
  }

  @Override
  public Signal signal() {
    Signal signal = super.signal();
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
    return super.nanos() + skipped.get();
  }
}
