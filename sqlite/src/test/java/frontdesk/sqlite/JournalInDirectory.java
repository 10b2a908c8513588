package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.noted;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Acceptance;
import frontdesk.store.BodyCodec;
import frontdesk.store.Effects;
import frontdesk.store.OutboxContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A journal in a directory of its own, and the time of it.
abstract class JournalInDirectory {
  private static final Instant WALL = Instant.parse("2026-01-02T03:04:05.123456789Z");

  @TempDir Path directory;
  SqliteJournal journal;
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  final void open() {
    journal = SqliteJournal.open(directory, setting());
  }

  @AfterEach
  final void close() {
    journal.close();
  }

  public final void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  public final void reopen() {
    journal.close();
    open();
  }

  public final List<Acceptance> accept(InboundEvent... events) {
    return journal.accept(List.of(events));
  }

  /// Answers the conversation's first message with this, and leaves it to be sent.
  final void answerInOutbox(String text) {
    accept(said(ONE, "1", "hello"));
    var outbound = new Effects.Outbound(text, Optional.empty(), OutboxContract.LIMIT);
    journal.append(journal.load(ONE).plus(replied(text)), consumed(1).with(List.of(outbound)));
  }

  /// Appends until entries are folded into a snapshot, which then holds this word.
  final void folded(Log log, String word) {
    var facts = IntStream.range(0, 24).mapToObj(n -> noted("n" + n, "\"" + word + "\"")).toList();
    Log longer = journal.append(log.plus(facts).plus(replied(word)), Effects.NONE);
    if (longer.snapshot().equals(Snapshot.NONE)) folded(longer, word);
  }

  /// Each byte of each file, as a letter.
  final String everyByte() throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) all.append(Files.readString(file, ISO_8859_1));
    }
    return all.toString();
  }

  final SqliteJournal.Setting setting() {
    return setting(nanos);
  }

  static SqliteJournal.Setting setting(AtomicLong nanos) {
    return new SqliteJournal.Setting(
        "serve",
        () -> WALL,
        nanos::get,
        Thread.ofPlatform().name("sqlite-writer").daemon().factory(),
        BodyCodec.PLAIN,
        SqliteJournal.IDS_KEPT);
  }
}
