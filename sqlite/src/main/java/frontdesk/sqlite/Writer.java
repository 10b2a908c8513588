package frontdesk.sqlite;

import frontdesk.store.Fenced;
import frontdesk.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The one thread that writes. Whatever is waiting when it comes round goes into one transaction,
/// so that all share one sync of the disk; each caller is answered only after that. A write that
/// is refused before it wrote anything fails alone. After one that fails later, all of the
/// transaction is undone, and each is tried in a transaction of its own.
final class Writer implements AutoCloseable {
  private static final int QUEUE_MAX = 1_024;
  private static final int BATCH_MAX = 256;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Sql sql;
  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final LongAdder commits = new LongAdder();
  private final Thread thread;
  private volatile boolean closed;

  /// @param platform makes a platform thread: SQLite blocks the thread that waits for the disk
  Writer(Sql sql, ThreadFactory platform) {
    this.sql = sql;
    this.thread = platform.newThread(this::work);
    thread.start();
  }

  /// What is to be done inside a transaction.
  interface Write<T> {
    T on(Sql sql) throws SQLException;
  }

  /// Does it, and returns when it is durable.
  ///
  /// @throws StoreException nothing was written: too busy, closed, or the disk failed
  <T> T write(Write<T> write) {
    return outcome(later(write));
  }

  /// Does it as {@link #write} does, and does not wait for it: the future ends when it is durable.
  <T> Future<T> later(Write<T> write) {
    return queued(new Pending<>(write, true));
  }

  /// Does it between transactions.
  <T> T maintain(Write<T> write) {
    return outcome(queued(new Pending<>(write, false)));
  }

  long commits() {
    return commits.sum();
  }

  /// Ends after what is queued is written.
  @Override
  public void close() throws SQLException {
    closed = true;
    try {
      queue.put(new Pending<>(_ -> true, false));
      thread.join();
      sql.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> Future<T> queued(Pending<T> pending) {
    try {
      if (closed) throw closedNow();
      if (!queue.offer(pending, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException("The store is busy: " + QUEUE_MAX + " writes are waiting");
      }
      // The thread may have ended between the two lines above; then nobody takes it out.
      if (closed && queue.remove(pending)) throw closedNow();
      return pending.done;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static <T> T outcome(Future<T> done) {
    try {
      return done.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw Pending.asThrown(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static StoreException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StoreException("Interrupted while waiting for the store", e);
  }

  private void work() {
    try {
      while (!closed || !queue.isEmpty()) round();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      var left = new ArrayList<Pending<?>>();
      queue.drainTo(left);
      left.forEach(pending -> pending.done.completeExceptionally(closedNow()));
    }
  }

  private void round() throws InterruptedException {
    var batch = new ArrayList<Pending<?>>();
    batch.add(queue.take());
    queue.drainTo(batch, BATCH_MAX - 1);
    List<Pending<?>> together = batch.stream().filter(p -> p.inTransaction).toList();
    if (!together.isEmpty()) commit(together);
    batch.stream().filter(p -> !p.inTransaction).forEach(this::alone);
  }

  private void commit(List<Pending<?>> batch) {
    try {
      sql.run("BEGIN IMMEDIATE");
      for (Pending<?> pending : batch) pending.tryOn(sql);
      sql.run("COMMIT");
      commits.increment();
      batch.forEach(Pending::answer);
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      if (batch.size() > 1) batch.forEach(pending -> commit(List.of(pending)));
      else batch.getFirst().done.completeExceptionally(failure(e));
    }
  }

  private static Throwable failure(Throwable e) {
    return e instanceof RuntimeException
        ? e
        : new StoreException("The store cannot write: " + reason(e), e);
  }

  private void rollBack(Throwable because) {
    try {
      sql.run("ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolled back by itself, as it does when the disk is full.
      because.addSuppressed(e);
    }
  }

  private void alone(Pending<?> pending) {
    try {
      pending.runOn(sql);
      pending.answer();
    } catch (SQLException | RuntimeException e) {
      pending.done.completeExceptionally(new StoreException("The store failed: " + reason(e), e));
    }
  }

  private static StoreException closedNow() {
    return new StoreException("The store is closed");
  }

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /// A write that somebody waits for.
  private static final class Pending<T> {
    final CompletableFuture<T> done = new CompletableFuture<>();
    final boolean inTransaction;
    private final Write<T> write;
    private Runnable answer = () -> {};

    Pending(Write<T> write, boolean inTransaction) {
      this.write = write;
      this.inTransaction = inTransaction;
    }

    void runOn(Sql sql) throws SQLException {
      T result = write.on(sql);
      answer = () -> done.complete(result);
    }

    /// Runs it; if it is refused before it wrote anything, that is its answer. SQLite may have
    /// ended the transaction after an error of its own.
    void tryOn(Sql sql) throws SQLException {
      long before = sql.runs();
      try {
        runOn(sql);
      } catch (RuntimeException e) {
        if (sql.runs() != before) throw e;
        answer = () -> done.completeExceptionally(e);
      }
    }

    void answer() {
      answer.run();
    }

    static RuntimeException asThrown(Throwable cause) {
      return switch (cause) {
        // Thrown again here, so that the trace shows who called.
        case Fenced fenced -> new Fenced(fenced.why());
        case StoreException e -> new StoreException(reason(e), e);
        case SQLException e -> new StoreException("The store cannot write: " + reason(e), e);
        case RuntimeException e -> e;
        default -> new StoreException("The store failed", cause);
      };
    }
  }
}
