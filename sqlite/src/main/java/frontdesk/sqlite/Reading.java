package frontdesk.sqlite;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Document;
import frontdesk.store.Records;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads the tables. Rows are taken as they are while a connection is held, and understood after.
record Reading(Bodies bodies, Recent recent) {

  Log load(Readers readers, ConversationId id, Instant now) {
    Optional<Raw> raw = readers.readTogether(sql -> raw(sql, id));
    if (raw.isEmpty())
      return new Log(Head.fresh(id), Snapshot.NONE, List.of(), List.of(), List.of(), now);
    Log log = raw.get().log(bodies, now);
    recent.put(log);
    return log;
  }

  List<Logged> entries(Readers readers, ConversationId id, long afterSeq, int max) {
    List<Row> rows =
        readers.read(
            sql ->
                sql.list(
                    """
                    SELECT seq, at, body FROM entry JOIN conversation ON number = conversation
                    WHERE id = ? AND seq > ? ORDER BY seq LIMIT ?
                    """,
                    Row::timed,
                    Keys.encode(id.value()),
                    afterSeq,
                    max));
    return rows.stream().map(row -> row.logged(bodies, id)).toList();
  }

  List<Arrived> open(Readers readers, ConversationId id) {
    List<Row> rows =
        readers.readTogether(
            sql -> {
              Optional<Stored> stored = Stored.find(sql, id);
              return stored.isEmpty() ? List.<Row>of() : open(sql, stored.get());
            });
    return rows.stream().map(row -> row.arrived(bodies, id)).toList();
  }

  Optional<Logged> answer(Readers readers, ConversationId id, long inboxSeq) {
    Optional<Row> found =
        readers.read(
            sql ->
                sql.first(
                    """
                    SELECT seq, at, body FROM entry JOIN conversation ON number = conversation
                    WHERE id = ? AND answers >= ? ORDER BY answers, seq LIMIT 1
                    """,
                    Row::timed,
                    Keys.encode(id.value()),
                    inboxSeq));
    return found.map(row -> row.logged(bodies, id));
  }

  static Optional<Records.Place> place(Sql sql, EventId event) throws SQLException {
    return sql.first(
        """
        SELECT conversation.id AS id, seq FROM event JOIN conversation ON number = conversation
        WHERE event.id = ?
        """,
        row -> new Records.Place(Stored.id(row), row.getLong("seq")),
        Keys.encode(event.value()));
  }

  static Optional<Document> document(Sql sql, String kind, String key) throws SQLException {
    return sql.first(
        """
        SELECT id, body FROM document JOIN conversation ON number = conversation
        WHERE kind = ? AND key = ?
        """,
        row -> new Document(kind, key, Stored.id(row), new Json(row.getString("body"))),
        Keys.encode(kind),
        Keys.encode(key));
  }

  static List<Head> conversations(Sql sql, int max) throws SQLException {
    return Stored.heads(sql, max);
  }

  static List<ConversationId> ready(Sql sql, Instant now, int max) throws SQLException {
    return sql.list(
        "SELECT id FROM conversation WHERE ready_at <= ? ORDER BY ready_at, number LIMIT ?",
        Stored::id,
        Times.micros(now),
        max);
  }

  static boolean hasDueTimer(Sql sql, Instant now) throws SQLException {
    return sql.number(
            "SELECT count(*) FROM (SELECT 1 FROM timer WHERE at <= ? LIMIT 1)", Times.micros(now))
        > 0;
  }

  /// The newest time that was stored.
  static Instant newest(Sql sql) throws SQLException {
    long appended = sql.number("SELECT max(appended_at) FROM conversation");
    long accepted = sql.number("SELECT max(accepted_at) FROM event");
    return Times.instant(Math.max(appended, accepted));
  }

  private Optional<Raw> raw(Sql sql, ConversationId id) throws SQLException {
    Optional<Stored> found = Stored.find(sql, id);
    if (found.isEmpty()) return Optional.empty();
    Stored stored = found.get();
    Optional<Log> known = recent.get(id, stored.head().version());
    if (known.isPresent()) {
      return Optional.of(new Raw(stored, known, Optional.empty(), List.of(), open(sql, stored)));
    }
    return Optional.of(
        new Raw(stored, known, snapshot(sql, stored), entries(sql, stored), open(sql, stored)));
  }

  private static Optional<String> snapshot(Sql sql, Stored stored) throws SQLException {
    return sql.first(
        "SELECT body FROM snapshot WHERE conversation = ?",
        row -> row.getString("body"),
        stored.number());
  }

  private static List<Row> entries(Sql sql, Stored stored) throws SQLException {
    return sql.list(
        "SELECT seq, at, body FROM entry WHERE conversation = ? AND seq > ? ORDER BY seq",
        Row::timed,
        stored.number(),
        stored.foldedThrough());
  }

  private static List<Row> open(Sql sql, Stored stored) throws SQLException {
    return sql.list(
        "SELECT seq, at, body FROM inbox WHERE conversation = ? ORDER BY seq",
        Row::timed,
        stored.number());
  }

  /// @param known the log as it was used last, when it is of the stored version
  private record Raw(
      Stored stored,
      Optional<Log> known,
      Optional<String> snapshot,
      List<Row> entries,
      List<Row> open) {
    Log log(Bodies bodies, Instant now) {
      ConversationId id = stored.head().id();
      return new Log(
          stored.head(),
          known.map(Log::snapshot).orElseGet(() -> folded(bodies, id)),
          known
              .map(Log::entries)
              .orElseGet(() -> entries.stream().map(row -> row.logged(bodies, id)).toList()),
          List.of(),
          open.stream().map(row -> row.arrived(bodies, id)).toList(),
          now);
    }

    private Snapshot folded(Bodies bodies, ConversationId id) {
      return snapshot.map(body -> bodies.snapshot(id, body)).orElse(Snapshot.NONE);
    }
  }

  private record Row(long seq, Instant at, String body) {
    static Row timed(ResultSet row) throws SQLException {
      return new Row(row.getLong(1), Times.instant(row.getLong(2)), row.getString(3));
    }

    Logged logged(Bodies bodies, ConversationId id) {
      return new Logged(seq, at, bodies.entry(id, body));
    }

    Arrived arrived(Bodies bodies, ConversationId id) {
      return new Arrived(seq, at, bodies.event(id, body));
    }
  }
}
