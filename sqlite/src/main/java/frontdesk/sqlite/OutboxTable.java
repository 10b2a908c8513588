package frontdesk.sqlite;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.store.OutboxRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outbox: messages on their way to push channels.
record OutboxTable(Bodies bodies, Accepting accepting) {
  private static final String COLUMNS =
      "SELECT outbox.*, id, conversation.epoch AS epoch_now"
          + " FROM outbox JOIN conversation ON number = conversation ";

  /// What can be taken up: of a conversation only the oldest that is not finished.
  private static final String NEXT =
      COLUMNS
          + """
          WHERE finished = 0 AND (due_at <= ? OR outbox.epoch < conversation.epoch)
            AND NOT EXISTS (
              SELECT 1 FROM outbox AS older
              WHERE older.conversation = outbox.conversation AND older.finished = 0
                AND (older.entry, older.part) < (outbox.entry, outbox.part))
          ORDER BY due_at LIMIT ?
          """;

  static void insert(Sql sql, Bodies bodies, long number, OutboxRow row) throws SQLException {
    sql.run(
        """
        INSERT INTO outbox
            (conversation, entry, part, key, epoch, attempt, doubts, due_at, finished, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        number,
        row.entry(),
        row.part(),
        row.key().value(),
        row.epoch(),
        row.attempt(),
        row.doubts(),
        Times.micros(row.dueAt()),
        row.finished() ? 1 : 0,
        bodies.seal(row.conversation(), row.outbound()));
  }

  static boolean isDue(Sql sql, Instant now) throws SQLException {
    return sql.first(NEXT, _ -> true, Times.micros(now), 1).orElse(false);
  }

  /// Claims what is due, and ends what is over until nothing more is.
  List<Sending> claim(Sql sql, int max, Instant now) throws SQLException {
    var claimed = new ArrayList<Sending>();
    boolean more = true;
    while (more && claimed.size() < max) {
      more = false;
      for (Due due : sql.list(NEXT, this::due, Times.micros(now), max - claimed.size())) {
        Optional<OutboxRow.Next> over = due.row().over(due.epochNow());
        if (over.isPresent()) save(sql, over.get(), now);
        else claimed.add(claim(sql, due.row().claimed(now)));
        more |= over.isPresent();
      }
    }
    return List.copyOf(claimed);
  }

  void settle(Sql sql, Sending sending, Delivery delivery, Instant now) throws SQLException {
    Optional<OutboxRow> found = find(sql, sending.key().value());
    if (found.isEmpty()) return; // erased meanwhile
    Optional<OutboxRow.Next> next = found.get().settled(sending.attempt(), delivery, now);
    if (next.isPresent()) save(sql, next.get(), now);
  }

  Optional<Sending> echoed(Sql sql, String key, Instant now) throws SQLException {
    Optional<OutboxRow> found = find(sql, key);
    if (found.isEmpty()) return Optional.empty();
    if (!found.get().finished()) save(sql, found.get().sent(), now);
    return found.map(OutboxRow::sending);
  }

  static boolean isSending(Sql sql, ConversationId id) throws SQLException {
    return sql.first(
            COLUMNS + "WHERE id = ? AND finished = 0 LIMIT 1", _ -> true, Keys.encode(id.value()))
        .orElse(false);
  }

  private static Sending claim(Sql sql, OutboxRow claimed) throws SQLException {
    update(sql, claimed);
    return claimed.sending();
  }

  private Optional<OutboxRow> find(Sql sql, String key) throws SQLException {
    return sql.first(COLUMNS + "WHERE key = ?", this::read, key);
  }

  private void save(Sql sql, OutboxRow.Next next, Instant now) throws SQLException {
    update(sql, next.row());
    if (next.event().isPresent()) accepting.accept(sql, next.event().get(), now);
  }

  private static void update(Sql sql, OutboxRow row) throws SQLException {
    sql.run(
        "UPDATE outbox SET attempt = ?, doubts = ?, due_at = ?, finished = ? WHERE key = ?",
        row.attempt(),
        row.doubts(),
        Times.micros(row.dueAt()),
        row.finished() ? 1 : 0,
        row.key().value());
  }

  private Due due(ResultSet columns) throws SQLException {
    return new Due(read(columns), columns.getLong("epoch_now"));
  }

  private OutboxRow read(ResultSet columns) throws SQLException {
    ConversationId id = Stored.id(columns);
    return new OutboxRow(
        id,
        columns.getLong("entry"),
        columns.getInt("part"),
        bodies.outbound(id, columns.getString("body")),
        columns.getLong("epoch"),
        columns.getInt("attempt"),
        columns.getInt("doubts"),
        Times.instant(columns.getLong("due_at")),
        columns.getBoolean("finished"));
  }

  /// A row that may be claimed, and the epoch of its conversation.
  private record Due(OutboxRow row, long epochNow) {}
}
