package frontdesk.engine;

import frontdesk.edge.RealThreads;
import java.time.Duration;

/// Time that stands still until somebody moves it or sleeps. What is started runs at once.
public final class HandTime implements Threads {
  private final Threads real = new RealThreads();
  private long nanos;

  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void sleep(Duration time) {
    pass(time);
  }

  @Override
  public void start(String name, Runnable body) {
    body.run();
  }

  @Override
  public Signal signal() {
    return real.signal();
  }
}
