package frontdesk.server.http;

import frontdesk.engine.Threads;
import java.time.Duration;

/// Time that stands still until a test moves it. Has no threads.
final class HandClock implements Threads {
  private long now;

  void pass(Duration time) {
    now += time.toNanos();
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void start(String name, Runnable body) {
    throw new UnsupportedOperationException("Only time");
  }

  @Override
  public void sleep(Duration time) {
    pass(time);
  }

  @Override
  public Signal signal() {
    throw new UnsupportedOperationException("Only time");
  }
}
