package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The row of a conversation.
///
/// @param number its short name inside the file
record Stored(long number, Head head, boolean erased, long foldedThrough) {

  static Optional<Stored> find(Sql sql, ConversationId id) throws SQLException {
    return sql.first(
        "SELECT * FROM conversation WHERE id = ?", Stored::read, Keys.encode(id.value()));
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

  static Stored read(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("number"), head(row), row.getBoolean("erased"), row.getLong("folded_through"));
  }

  static Head head(ResultSet row) throws SQLException {
    return new Head(
        id(row),
        row.getLong("version"),
        row.getLong("inbox_seq"),
        row.getLong("consumed_through"),
        row.getLong("epoch"),
        Owner.valueOf(row.getString("owner")),
        Times.optional(row, "wake_at"));
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
