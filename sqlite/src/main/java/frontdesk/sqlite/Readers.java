package frontdesk.sqlite;

import frontdesk.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// A few connections to read with. In a WAL they neither wait for the writer nor hold it up.
final class Readers implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  /// Somebody at the other end of a request waits, too: better a 503 within a second.
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

  private final BlockingQueue<Sql> free = new ArrayBlockingQueue<>(CONNECTIONS);

  Readers(Path file) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) free.add(Schema.openToRead(file));
  }

  /// Reads with several statements, all at one moment of the store.
  ///
  /// @throws StoreException the file cannot be read, or all connections are busy
  <T> T readTogether(Writer.Write<T> read) {
    return read(
        sql -> {
          sql.run("BEGIN");
          try {
            return read.on(sql);
          } finally {
            sql.run("COMMIT");
          }
        });
  }

  /// Reads with one statement, which sees one moment of the store by itself.
  ///
  /// @throws StoreException the file cannot be read, or all connections are busy
  <T> T read(Writer.Write<T> read) {
    Sql sql = borrow(PATIENCE);
    try {
      return read.on(sql);
    } catch (SQLException e) {
      throw new StoreException("The store cannot be read: " + e.getMessage(), e);
    } finally {
      free.add(sql);
    }
  }

  /// Waits for those that read, then closes.
  @Override
  public void close() throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) borrow(PATIENCE_AT_END).close();
  }

  private Sql borrow(Duration patience) {
    try {
      Sql sql = free.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (sql == null) throw new StoreException("The store is busy or closed: no reader came free");
      return sql;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting for the store", e);
    }
  }
}
