package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.TWO;
import static frontdesk.store.JournalContract.documents;
import static frontdesk.store.JournalContract.noted;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;

import frontdesk.conversation.Log;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The files of a journal whose power was cut while one more commit was on its way: written, but
/// acknowledged to nobody. Copied while the journal had them open.
final class Wreck {
  static final String MAIN = "frontdesk.db";
  static final String LOG = MAIN + "-wal";
  private static final List<String> TABLES =
      List.of("conversation", "entry", "inbox", "event", "timer", "document");
  private static final int FRAME_BYTES = 24 + 512;

  private final String name;
  private final byte[] main;
  private final byte[] before;
  private final byte[] after;
  private final String acknowledged;
  private final String whole;

  private Wreck(
      String name, byte[] main, byte[] before, byte[] after, String acknowledged, String whole) {
    this.name = name;
    this.main = main;
    this.before = before;
    this.after = after;
    this.acknowledged = acknowledged;
    this.whole = whole;
  }

  /// A message for two people in one commit; a turn that ends with an answer, a fact, a timer and
  /// a document; and messages that are written over an older log, beginning it and further on.
  static List<Wreck> all(Path directory) {
    return List.of(
        of(directory, "accept", Wreck::turns, Wreck::acceptTwo),
        of(directory, "append", Wreck::turns, Wreck::endTurn),
        of(directory, "over an older log", Wreck::messagesOverOldLog, Wreck::acceptTwo),
        of(directory, "first over an older log", Wreck::messagesMoved, Wreck::acceptTwo));
  }

  private static Wreck of(
      Path parent, String name, Consumer<SqliteJournal> first, Consumer<SqliteJournal> last) {
    Path directory = parent.resolve(name);
    makeWithSmallPages(directory);
    try (SqliteJournal journal = open(directory)) {
      first.accept(journal);
      String acknowledged = content(journal);
      byte[] main = bytes(directory.resolve(MAIN));
      byte[] before = bytes(directory.resolve(LOG));
      last.accept(journal);
      byte[] after = bytes(directory.resolve(LOG));
      if (!Arrays.equals(main, bytes(directory.resolve(MAIN)))) {
        throw new AssertionError("The log was moved into the file meanwhile");
      }
      return new Wreck(name, main, before, after, acknowledged, content(journal));
    }
  }

  static SqliteJournal open(Path directory) {
    return SqliteJournal.open(directory, JournalInDirectory.setting(new AtomicLong()));
  }

  static String content(SqliteJournal journal) {
    return journal.maintain(Wreck::content);
  }

  /// Every row of every table.
  static String content(Sql sql) throws SQLException {
    var all = new StringBuilder();
    for (String table : TABLES) {
      all.append(table).append('\n');
      sql.list("SELECT * FROM " + table + " ORDER BY 1, 2", Wreck::line)
          .forEach(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }

  private static List<String> line(ResultSet row) throws SQLException {
    var line = new ArrayList<String>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      line.add(String.valueOf(row.getString(i)));
    }
    return line;
  }

  @Override
  public String toString() {
    return name;
  }

  /// What a reader finds without the commit on its way.
  String acknowledged() {
    return acknowledged;
  }

  /// What a reader finds with all of it.
  String whole() {
    return whole;
  }

  /// Where the log of the commit on its way begins to differ from the one before.
  int from() {
    int same = Arrays.mismatch(before, after);
    return same < 0 ? after.length : same;
  }

  /// Behind the last byte of that commit.
  int to() {
    if (after.length > before.length) return after.length;
    int end = after.length;
    while (after[end - 1] == before[end - 1]) end--;
    // The last bytes may happen to be as they were.
    int frames = (end - 32 + FRAME_BYTES - 1) / FRAME_BYTES;
    return 32 + frames * FRAME_BYTES;
  }

  /// The log when the file grew, or was filled, up to this byte.
  byte[] cutAt(int end) {
    return Arrays.copyOf(after, end);
  }

  /// The log when nothing behind this byte was overwritten.
  byte[] writtenUpTo(int end) {
    byte[] log = Arrays.copyOf(before, Math.max(before.length, end));
    System.arraycopy(after, 0, log, 0, end);
    return log;
  }

  /// Lays the files out as they were found.
  void layOut(Path directory, byte[] log) {
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(directory.resolve(MAIN + "-shm"));
      Files.write(directory.resolve(MAIN), main);
      Files.write(directory.resolve(LOG), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// So that every byte of a commit can be tried.
  private static void makeWithSmallPages(Path directory) {
    try {
      Files.createDirectories(directory);
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(MAIN));
          var statement = connection.createStatement()) {
        statement.execute("PRAGMA page_size = 512");
        statement.execute("PRAGMA journal_mode = WAL");
      }
    } catch (IOException | SQLException e) {
      throw new AssertionError("No database could be made", e);
    }
  }

  private static void turns(SqliteJournal journal) {
    journal.accept(List.of(said(ONE, "1", "hello")));
    journal.append(journal.load(ONE).plus(replied("hi")), Effects.NONE);
    journal.accept(List.of(said(ONE, "2", "and more"), said(TWO, "3", "hello")));
  }

  private static void acceptTwo(SqliteJournal journal) {
    journal.accept(List.of(said(ONE, "x", "last words"), said(TWO, "y", "last words")));
  }

  private static void endTurn(SqliteJournal journal) {
    Log log = journal.load(ONE);
    var document = documents(ONE, "{\"ticket\":1}").documents();
    var timers = List.of(new Timer("remind", log.at().plusSeconds(60)));
    journal.append(
        log.plus(noted("a", "1")).plus(replied("long ".repeat(300))),
        new Effects(OptionalLong.of(2), List.of(), timers, document, Optional.empty()));
  }

  private static void messagesMoved(SqliteJournal journal) {
    turns(journal);
    for (int i = 0; i < 5; i++) journal.accept(List.of(said(ONE, "old" + i, "old ".repeat(100))));
    if (!journal
        .maintain(sql -> sql.first("PRAGMA wal_checkpoint", row -> row.getInt(1) == 0))
        .orElse(false)) {
      throw new AssertionError("The log could not be moved into the file");
    }
  }

  private static void messagesOverOldLog(SqliteJournal journal) {
    messagesMoved(journal);
    journal.accept(List.of(said(ONE, "new", "new")));
  }
}
