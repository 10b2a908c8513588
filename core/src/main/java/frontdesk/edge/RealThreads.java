package frontdesk.edge;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Virtual threads and the machine's monotonic clock. What a started thread throws is logged once
/// and ends that thread only. An interrupted sleep or wait ends with a {@link
/// CancellationException} and leaves the thread's interrupt flag set.
public final class RealThreads implements Threads {
  private static final Logger LOG = System.getLogger(RealThreads.class.getName());

  @Override
  public void start(String name, Runnable body) {
    Thread.ofVirtual()
        .name(name)
        .uncaughtExceptionHandler(
            (thread, e) ->
                LOG.log(Level.ERROR, "Thread '" + thread.getName() + "' ended by an error", e))
        .start(body);
  }

  @Override
  public void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public Signal signal() {
    return new RealSignal();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  private static CancellationException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    var cancelled = new CancellationException("Interrupted");
    cancelled.initCause(e);
    return cancelled;
  }

  private static final class RealSignal implements Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean raised;

    @Override
    public void raise() {
      lock.lock();
      try {
        raised = true;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean await(Deadline deadline) {
      lock.lock();
      try {
        long left = deadline.nanos() - System.nanoTime();
        while (!raised && left > 0) left = changed.awaitNanos(left);
        boolean was = raised;
        raised = false;
        return was;
      } catch (InterruptedException e) {
        throw interrupted(e);
      } finally {
        lock.unlock();
      }
    }
  }
}
