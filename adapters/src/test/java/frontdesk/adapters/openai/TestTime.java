package frontdesk.adapters.openai;

import frontdesk.engine.Threads;
import java.time.Duration;

/// Time that passes when a test says so.
final class TestTime implements Threads {
  private long nanos;

  void pass(Duration time) {
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
    throw new UnsupportedOperationException("a client waits for nobody");
  }
}
