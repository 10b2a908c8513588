package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.store.Fences;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is taken out of the file: erased conversations, and ids of events that are long past.
final class Clearing {
  private static final int IDS_MAX = 1_000;
  private static final List<String> CONTENT =
      List.of(
          "DELETE FROM entry WHERE conversation = ?",
          "DELETE FROM inbox WHERE conversation = ?",
          "DELETE FROM timer WHERE conversation = ?",
          "DELETE FROM outbox WHERE conversation = ?",
          "DELETE FROM document WHERE conversation = ?",
          "DELETE FROM snapshot WHERE conversation = ?");

  private Clearing() {}

  /// Removes content, and what could still tell what somebody said.
  static boolean erase(Sql sql, ConversationId id, Instant now) throws SQLException {
    if (!takeOut(sql, id, now)) return false;
    long number = Stored.find(sql, id).orElseThrow().number();
    sql.run("UPDATE event SET digest = NULL WHERE conversation = ?", number);
    return true;
  }

  /// Removes content. What clients send again is still known for the same, as it may come back.
  static boolean takeOut(Sql sql, ConversationId id, Instant now) throws SQLException {
    Optional<Stored> found = Stored.find(sql, id);
    if (found.isEmpty()) return false;
    Stored stored = found.get();
    for (String content : CONTENT) sql.run(content, stored.number());
    Head tombstone = Fences.erase(stored.head());
    stored.save(sql, tombstone, now);
    sql.run(
        "UPDATE conversation SET erased = 1, folded_through = 0 WHERE number = ?", stored.number());
    return true;
  }

  /// Moves what is in the log beside the file into it, and empties the log: deleted content would
  /// stay there. True when it did, false when a reader was in the way.
  static boolean emptyLog(Sql sql) throws SQLException {
    return sql.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) == 0).orElse(false);
  }

  static boolean hasForgettable(Sql sql, Instant before) throws SQLException {
    return !forgettable(sql, before, 1).isEmpty();
  }

  /// Forgets ids of events that came before this time and were answered; how many.
  static int forget(Sql sql, Instant before) throws SQLException {
    List<String> ids = forgettable(sql, before, IDS_MAX);
    for (String id : ids) sql.run("DELETE FROM event WHERE id = ?", id);
    return ids.size();
  }

  static boolean hasSent(Sql sql, Instant before) throws SQLException {
    return sql.first(
            "SELECT 1 FROM outbox WHERE finished = 1 AND due_at < ? LIMIT 1",
            _ -> true,
            Times.micros(before))
        .orElse(false);
  }

  /// Forgets messages that were finished before this time; an echo of them would be foreign.
  static int forgetSent(Sql sql, Instant before) throws SQLException {
    sql.run("DELETE FROM outbox WHERE finished = 1 AND due_at < ?", Times.micros(before));
    return (int) sql.number("SELECT changes()");
  }

  private static List<String> forgettable(Sql sql, Instant before, int max) throws SQLException {
    return sql.list(
        """
        SELECT event.id FROM event JOIN conversation ON number = conversation
        WHERE accepted_at < ? AND seq <= consumed_through
        ORDER BY accepted_at LIMIT ?
        """,
        row -> row.getString(1),
        Times.micros(before),
        max);
  }
}
