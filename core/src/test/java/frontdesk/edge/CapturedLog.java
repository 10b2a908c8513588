package frontdesk.edge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What is logged below `frontdesk` while this is open; nobody else is told.
public final class CapturedLog extends Handler implements AutoCloseable {
  private final Logger log = Logger.getLogger("frontdesk");
  private final List<LogRecord> entries = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  public CapturedLog() {
    log.addHandler(this);
    log.setUseParentHandlers(false);
  }

  public List<LogRecord> entries() {
    return entries;
  }

  /// Waits until something is logged.
  void awaitFirst() throws InterruptedException {
    first.await();
  }

  @Override
  public void publish(LogRecord entry) {
    entries.add(entry);
    first.countDown();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
    log.setUseParentHandlers(true);
  }
}
