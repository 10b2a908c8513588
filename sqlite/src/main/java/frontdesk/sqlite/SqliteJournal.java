package frontdesk.sqlite;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.store.Acceptance;
import frontdesk.store.Archives;
import frontdesk.store.BodyCodec;
import frontdesk.store.Document;
import frontdesk.store.Effects;
import frontdesk.store.Fences;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import frontdesk.store.Records;
import frontdesk.store.StoreClock;
import frontdesk.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Logs in `frontdesk.db`, one file of a directory that one process holds at a time. What it
/// returns from is on the disk (WAL, synchronous=FULL); writes of all conversations share its
/// syncs. Times are kept in microseconds.
///
/// The driver unpacks native code: whoever starts the process sets the system property
/// `org.sqlite.tmpdir` to a directory of ours before this class is used.
public final class SqliteJournal implements Journal, Records, Outbox, Archives, AutoCloseable {
  /// How long the id of an answered event is known: longer than any platform redelivers.
  public static final Duration IDS_KEPT = Duration.ofDays(30);

  private static final Duration PURGE_EVERY = Duration.ofHours(1);

  private final DirectoryLock lock;
  private final Writer writer;
  private final Readers readers;
  private final InstantSource clock;
  private final Duration idsKept;
  private final Reading reading;
  private final Accepting accepting;
  private final OutboxTable rows;
  private final Archiving archiving;
  private final Bodies bodies;
  private final Recent recent = new Recent();
  private final LongAdder writes = new LongAdder();
  private final AtomicReference<Instant> purgeAt;
  private final AtomicBoolean logOwesErasure = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /// What a journal needs from outside.
  ///
  /// @param command what this process runs, for whoever finds the directory held
  /// @param wall read once, at the start
  /// @param nanos monotonic time
  /// @param platform makes the platform thread that writes
  /// @param idsKept how long ids of answered events are known
  public record Setting(
      String command,
      InstantSource wall,
      LongSupplier nanos,
      ThreadFactory platform,
      BodyCodec codec,
      Duration idsKept) {}

  /// Opens the journal of a directory, which is made if there is none.
  ///
  /// @throws StoreException another process holds it, a newer version wrote it, it is damaged, or
  ///     it cannot be used
  public static SqliteJournal open(Path directory, Setting setting) {
    Path file = directory.resolve("frontdesk.db");
    try {
      Files.createDirectories(directory);
      DirectoryLock lock =
          DirectoryLock.take(directory, setting.command(), setting.wall().instant());
      try {
        return open(file, lock, setting);
      } catch (SQLException | IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      if (Schema.isDamage(e)) throw Schema.damaged(file, e);
      throw new StoreException(
          "The data directory "
              + directory
              + " cannot be used ("
              + e.getMessage()
              + "): make it writable, or choose another --data",
          e);
    }
  }

  private static SqliteJournal open(Path file, DirectoryLock lock, Setting setting)
      throws SQLException, IOException {
    Sql sql = Schema.open(file);
    try {
      return new SqliteJournal(sql, file, lock, setting);
    } catch (SQLException | RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private SqliteJournal(Sql sql, Path file, DirectoryLock lock, Setting setting)
      throws SQLException {
    this.lock = lock;
    this.clock = new StoreClock(setting.wall(), setting.nanos(), Reading.newest(sql));
    this.readers = new Readers(file);
    this.writer = new Writer(sql, setting.platform());
    this.idsKept = setting.idsKept();
    this.bodies = new Bodies(setting.codec());
    this.reading = new Reading(bodies, recent);
    this.accepting = new Accepting(bodies);
    this.rows = new OutboxTable(bodies, accepting);
    this.archiving = new Archiving(bodies, reading);
    this.purgeAt = new AtomicReference<>(clock.instant());
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    var prepared = accepting.prepare(events);
    return write(sql -> accepting.accept(sql, prepared, clock.instant()));
  }

  @Override
  public Log load(ConversationId id) {
    return reading.load(readers, id, clock.instant());
  }

  @Override
  public Log append(Log log, Effects effects) {
    if (Fences.isNothing(log, effects)) return log;
    Appending appending = Appending.prepare(bodies, log, effects);
    Log appended = write(sql -> appending.write(sql, clock.instant()));
    recent.put(appended);
    return appended;
  }

  @Override
  public List<ConversationId> waiting(int max) {
    while (readers.read(sql -> Reading.hasDueTimer(sql, clock.instant()))) {
      writer.write(sql -> accepting.fire(sql, clock.instant()));
    }
    housekeep();
    return readers.read(sql -> Reading.ready(sql, clock.instant(), max));
  }

  @Override
  public void erase(ConversationId id) {
    recent.remove(id);
    if (writer.write(sql -> Clearing.erase(sql, id, clock.instant()))) {
      logOwesErasure.set(true);
      housekeep();
    }
  }

  @Override
  public Optional<Head> head(ConversationId id) {
    return readers.read(sql -> Stored.find(sql, id)).filter(s -> !s.erased()).map(Stored::head);
  }

  @Override
  public List<Logged> entries(ConversationId id, long afterSeq, int max) {
    return reading.entries(readers, id, afterSeq, max);
  }

  @Override
  public List<Arrived> open(ConversationId id) {
    return reading.open(readers, id);
  }

  @Override
  public Optional<Place> place(EventId event) {
    return readers.read(sql -> Reading.place(sql, event));
  }

  @Override
  public Optional<Logged> answer(ConversationId id, long inboxSeq) {
    return reading.answer(readers, id, inboxSeq);
  }

  @Override
  public Optional<Document> document(String kind, String key) {
    return readers.read(sql -> Reading.document(sql, kind, key));
  }

  @Override
  public List<Head> conversations(int max) {
    return readers.read(sql -> Reading.conversations(sql, max));
  }

  @Override
  public List<Sending> claim(int max) {
    // A look costs no commit, and mostly there is nothing to send.
    if (!readers.read(sql -> OutboxTable.isDue(sql, clock.instant()))) return List.of();
    return write(sql -> rows.claim(sql, max, clock.instant()));
  }

  @Override
  public void settle(Sending sending, Delivery delivery) {
    write(
        sql -> {
          rows.settle(sql, sending, delivery, clock.instant());
          return sending;
        });
  }

  @Override
  public Optional<Sending> echoed(String key) {
    return write(sql -> rows.echoed(sql, key, clock.instant()));
  }

  @Override
  public boolean isSending(ConversationId id) {
    return readers.read(sql -> OutboxTable.isSending(sql, id));
  }

  @Override
  public Optional<Archived> read(ConversationId id) {
    return archiving.read(readers, id);
  }

  @Override
  public boolean remove(Head unchanged) {
    return write(sql -> archiving.remove(sql, unchanged, clock.instant()));
  }

  @Override
  public boolean restore(Archived archived) {
    return write(sql -> archiving.restore(sql, archived, clock.instant()));
  }

  /// What is wrong with the store, if anything: a write is tried.
  public Optional<String> problem() {
    try {
      writer.write(Schema::touch);
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of("the store cannot be written; see the log");
    }
  }

  /// Forgets ids of events that were answered, and messages that were sent, when they are older
  /// than ids are kept; how many ids. Happens by itself each hour while somebody asks who is
  /// waiting.
  public int purge() {
    Instant before = clock.instant().minus(idsKept);
    int forgotten = 0;
    while (readers.read(sql -> Clearing.hasForgettable(sql, before))) {
      forgotten += writer.write(sql -> Clearing.forget(sql, before));
    }
    if (readers.read(sql -> Clearing.hasSent(sql, before))) {
      writer.write(sql -> Clearing.forgetSent(sql, before));
    }
    return forgotten;
  }

  /// Transactions committed since the start.
  public long commits() {
    return writer.commits();
  }

  /// Accepts and appends made durable since the start.
  public long writes() {
    return writes.sum();
  }

  /// Waits for what is being written, then gives the directory free.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    try (lock) {
      writer.close();
      readers.close();
    } catch (SQLException | IOException e) {
      throw new StoreException("The store did not close: " + e.getMessage(), e);
    }
  }

  /// For tests that take the disk away.
  <T> T maintain(Writer.Write<T> write) {
    return writer.maintain(write);
  }

  private <T> T write(Writer.Write<T> write) {
    T result = writer.write(write);
    writes.increment();
    return result;
  }

  private void housekeep() {
    // A reader can keep the log from being emptied: then it is tried again at the next poll.
    if (logOwesErasure.get() && writer.maintain(Clearing::emptyLog)) logOwesErasure.set(false);
    Instant due = purgeAt.get();
    Instant now = clock.instant();
    if (!now.isBefore(due) && purgeAt.compareAndSet(due, now.plus(PURGE_EVERY))) purge();
  }
}
