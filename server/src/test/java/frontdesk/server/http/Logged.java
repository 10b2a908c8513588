package frontdesk.server.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What is logged below `frontdesk` while this is open.
final class Logged extends Handler implements AutoCloseable {
  private final Logger log = Logger.getLogger("frontdesk");
  private final List<LogRecord> entries = new CopyOnWriteArrayList<>();

  Logged() {
    log.addHandler(this);
    log.setUseParentHandlers(false);
  }

  List<LogRecord> entries() {
    return entries;
  }

  @Override
  public void publish(LogRecord entry) {
    entries.add(entry);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
    log.setUseParentHandlers(true);
  }
}
