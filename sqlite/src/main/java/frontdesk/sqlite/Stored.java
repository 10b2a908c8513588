package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The row of a conversation.
///
/// @param number its short name inside the file
record Stored(long number, Head head, boolean erased, long foldedThrough) {

  // Read by place: names cost more than the values.
  private static final String COLUMNS =
      "number, version, inbox_seq, consumed_through, epoch, owner, wake_at, erased, folded_through";

  static Optional<Stored> find(Sql sql, ConversationId id) throws SQLException {
    return sql.first(
        "SELECT " + COLUMNS + " FROM conversation WHERE id = ?",
        row -> read(row, id),
        Keys.encode(id.value()));
  }

  /// Heads of those that were not erased, the most recently appended first.
  static List<Head> heads(Sql sql, int max) throws SQLException {
    return sql.list(
        "SELECT "
            + COLUMNS
            + ", id FROM conversation WHERE erased = 0 ORDER BY appended_at DESC, number DESC LIMIT ?",
        row -> read(row, id(row)).head(),
        max);
  }

  /// The row, made now if there is none.
  static Stored make(Sql sql, ConversationId id, Instant now) throws SQLException {
    Optional<Stored> found = find(sql, id);
    if (found.isPresent()) return found.get();
    sql.run(
        """
        INSERT INTO conversation
            (id, version, inbox_seq, consumed_through, epoch, owner, appended_at, erased,
             folded_through)
        VALUES (?, 0, 0, 0, 0, ?, ?, 0, 0)
        """,
        Keys.encode(id.value()),
        Owner.AGENT.name(),
        Times.micros(now));
    return find(sql, id).orElseThrow();
  }

  private static Stored read(ResultSet row, ConversationId id) throws SQLException {
    Head head =
        new Head(
            id,
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            Owner.valueOf(row.getString(6)),
            Times.optional(row, 7));
    return new Stored(row.getLong(1), head, row.getBoolean(8), row.getLong(9));
  }

  static ConversationId id(ResultSet row) throws SQLException {
    return new ConversationId(Keys.decode(row.getString("id")));
  }

  /// Writes a head. With open events it is ready at the end of its wait, or since the first of
  /// them: one that gets many more does not lose its place.
  void save(Sql sql, Head head, Instant now) throws SQLException {
    save(sql, head, now, Optional.empty());
  }

  /// The same after an append.
  void saveAppended(Sql sql, Head head, Instant now) throws SQLException {
    save(sql, head, now, Optional.of(now));
  }

  private void save(Sql sql, Head head, Instant now, Optional<Instant> appended)
      throws SQLException {
    sql.run(
        """
        UPDATE conversation
        SET version = ?, inbox_seq = ?, consumed_through = ?, epoch = ?, owner = ?, wake_at = ?,
            erased = 0, appended_at = coalesce(?, appended_at),
            ready_at = CASE WHEN ? THEN coalesce(?, min(coalesce(ready_at, ?), ?)) END
        WHERE number = ?
        """,
        head.version(),
        head.inboxSeq(),
        head.consumedThrough(),
        head.epoch(),
        head.owner().name(),
        head.wakeAt().map(Times::micros).orElse(null),
        appended.map(Times::micros).orElse(null),
        head.hasOpenEvents(),
        head.wakeAt().map(Times::micros).orElse(null),
        Times.micros(now),
        Times.micros(now),
        number);
  }
}
