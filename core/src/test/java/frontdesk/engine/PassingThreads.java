package frontdesk.engine;

import java.time.Duration;

/// Threads that pass all on to others: what differs overrides it.
public abstract class PassingThreads implements Threads {
  protected final Threads threads;

  protected PassingThreads(Threads threads) {
    this.threads = threads;
  }

  @Override
  public void start(String name, Runnable body) {
    threads.start(name, body);
  }

  @Override
  public void sleep(Duration time) {
    threads.sleep(time);
  }

  @Override
  public Signal signal() {
    return threads.signal();
  }

  @Override
  public long nanos() {
    return threads.nanos();
  }
}
