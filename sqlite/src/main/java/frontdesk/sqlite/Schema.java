package frontdesk.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT;
import static org.sqlite.SQLiteErrorCode.SQLITE_ERROR;
import static org.sqlite.SQLiteErrorCode.SQLITE_NOTADB;

import frontdesk.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// The tables, as numbered steps: a file says how many it has, missing ones are run in order. A
/// step that was released is never changed.
final class Schema {
  private static final String FIRST =
      """
      CREATE TABLE conversation (
        number           INTEGER PRIMARY KEY,
        id               TEXT    NOT NULL UNIQUE,
        version          INTEGER NOT NULL,
        inbox_seq        INTEGER NOT NULL,
        consumed_through INTEGER NOT NULL,
        epoch            INTEGER NOT NULL,
        owner            TEXT    NOT NULL,
        wake_at          INTEGER,
        ready_at         INTEGER,          -- when a worker may run it; NULL: nothing is open
        appended_at      INTEGER NOT NULL, -- all times are microseconds since 1970
        erased           INTEGER NOT NULL,
        folded_through   INTEGER NOT NULL,
        snapshot         TEXT
      ) STRICT;
      CREATE INDEX conversation_ready ON conversation (ready_at) WHERE ready_at IS NOT NULL;
      CREATE INDEX conversation_appended ON conversation (appended_at, number);

      CREATE TABLE entry (
        conversation INTEGER NOT NULL,
        seq          INTEGER NOT NULL,
        at           INTEGER NOT NULL,
        answers      INTEGER,              -- through which place of the inbox it answers
        body         TEXT    NOT NULL,
        PRIMARY KEY (conversation, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entry_answers ON entry (conversation, answers) WHERE answers IS NOT NULL;

      CREATE TABLE inbox (
        conversation  INTEGER NOT NULL,
        seq           INTEGER NOT NULL,
        at            INTEGER NOT NULL,
        from_customer INTEGER NOT NULL,
        body          TEXT    NOT NULL,
        PRIMARY KEY (conversation, seq)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE event (
        id           TEXT    NOT NULL PRIMARY KEY,
        conversation INTEGER NOT NULL,
        seq          INTEGER NOT NULL,
        accepted_at  INTEGER NOT NULL,
        digest       TEXT                  -- NULL: erased
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX event_accepted ON event (accepted_at);
      CREATE INDEX event_conversation ON event (conversation);

      CREATE TABLE timer (
        conversation INTEGER NOT NULL,
        name         TEXT    NOT NULL,
        at           INTEGER NOT NULL,
        PRIMARY KEY (conversation, name)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX timer_at ON timer (at);

      CREATE TABLE outbox (
        conversation INTEGER NOT NULL,
        entry        INTEGER NOT NULL,
        part         INTEGER NOT NULL,
        key          TEXT    NOT NULL UNIQUE,
        epoch        INTEGER NOT NULL,
        attempt      INTEGER NOT NULL,
        doubts       INTEGER NOT NULL,
        due_at       INTEGER NOT NULL,
        finished     INTEGER NOT NULL,
        body         TEXT    NOT NULL,
        PRIMARY KEY (conversation, entry, part)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX outbox_due ON outbox (due_at) WHERE finished = 0;

      CREATE TABLE document (
        kind         TEXT    NOT NULL,
        key          TEXT    NOT NULL,
        conversation INTEGER NOT NULL,
        body         TEXT    NOT NULL,
        PRIMARY KEY (kind, key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX document_conversation ON document (conversation);
      """;

  // Apart from the row that every event and append writes anew, which it made many times as long.
  private static final String SNAPSHOTS_APART =
      """
      CREATE TABLE snapshot (
        conversation INTEGER PRIMARY KEY,
        body         TEXT    NOT NULL
      ) STRICT;
      INSERT INTO snapshot SELECT number, snapshot FROM conversation WHERE snapshot IS NOT NULL;
      ALTER TABLE conversation DROP COLUMN snapshot;
      """;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(US_ASCII);
  private static final List<String> STEPS = List.of(FIRST, SNAPSHOTS_APART);

  private Schema() {}

  /// Opens the file for writing, and makes or completes its tables. What is not ours, or not whole,
  /// is left as it is.
  ///
  /// @throws StoreException a newer version wrote it, it is damaged, or it is no database of ours
  static Sql open(Path file) throws SQLException, IOException {
    checkNotLost(file);
    Sql sql = connect(file);
    try {
      long has = version(file, sql);
      sql.script("PRAGMA journal_mode = WAL");
      sql.script("PRAGMA synchronous = FULL");
      // In pages. Each of those that are written all the time is copied once for all that time.
      sql.script("PRAGMA wal_autocheckpoint = 4000");
      sql.script("PRAGMA cache_size = -16000"); // KiB: ids of events fall anywhere in their index
      sql.script("PRAGMA secure_delete = ON");
      migrate(has, sql);
      return sql;
    } catch (SQLException | StoreException e) {
      sql.close();
      throw e;
    }
  }

  /// Writes to the disk, and changes nothing: the same number again, as an update of no row would
  /// not reach the disk. Fails, too, when the tables are not there.
  static boolean touch(Sql sql) throws SQLException {
    sql.number("SELECT count(*) FROM conversation WHERE number = -1");
    sql.script("PRAGMA user_version = " + STEPS.size());
    return true;
  }

  /// Whether it is the content of the file that cannot be used, rather than the file.
  static boolean isDamage(Exception e) {
    return e instanceof SQLException sql
        && Stream.of(SQLITE_ERROR, SQLITE_CORRUPT, SQLITE_NOTADB)
            .anyMatch(code -> code.code == (sql.getErrorCode() & 0xff));
  }

  static StoreException damaged(Path file, Throwable why) {
    return new StoreException(damaged(file, String.valueOf(why.getMessage())), why);
  }

  /// Opens a file that `open` made, for reading only.
  static Sql openToRead(Path file) throws SQLException {
    Sql sql = connect(file);
    sql.script("PRAGMA query_only = ON");
    return sql;
  }

  private static Sql connect(Path file) throws SQLException {
    Sql sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file, driver()));
    sql.script("PRAGMA busy_timeout = 5000");
    sql.script("PRAGMA temp_store = MEMORY");
    return sql;
  }

  /// Without this the driver asks for the new row's number after each insert, by a statement that
  /// it prepares anew each time. Nobody wants to know.
  private static Properties driver() {
    var settings = new Properties();
    settings.setProperty("jdbc.get_generated_keys", "false");
    return settings;
  }

  private static String damaged(Path file, String why) {
    return "%s is damaged or no database of Frontdesk (%s): restore it from a backup, or choose another --data"
        .formatted(file, why.lines().findFirst().orElse(""));
  }

  /// SQLite takes a file of next to nothing for a new database, and removes the log of one that is
  /// gone.
  private static void checkNotLost(Path file) throws IOException {
    boolean empty = !Files.exists(file) || Files.size(file) == 0;
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (empty && Files.exists(log) && Files.size(log) > 0) {
      throw new StoreException(damaged(file, "it is empty, but its log is there"));
    }
    if (!empty && !begins(file, MAGIC)) {
      throw new StoreException(damaged(file, "it does not begin as one"));
    }
  }

  private static boolean begins(Path file, byte[] with) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(with.length), with);
    }
  }

  /// How many steps the file has.
  private static long version(Path file, Sql sql) throws SQLException {
    long has = sql.number("PRAGMA user_version");
    if (has < 0) throw new StoreException(damaged(file, "schema " + has));
    if (has == 0 && sql.number("SELECT count(*) FROM sqlite_schema") > 0) {
      throw new StoreException(damaged(file, "it has tables of somebody else"));
    }
    if (has > STEPS.size()) {
      throw new StoreException(
          "%s was written by a newer Frontdesk (schema %d, this one knows %d): use that version, or choose another --data"
              .formatted(file, has, STEPS.size()));
    }
    return has;
  }

  private static void migrate(long has, Sql sql) throws SQLException {
    for (int step = (int) has; step < STEPS.size(); step++) {
      String number = "PRAGMA user_version = " + (step + 1) + ";";
      sql.script("BEGIN IMMEDIATE;" + STEPS.get(step) + number + "COMMIT");
    }
  }
}
