package frontdesk.sqlite;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.store.Letter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outbox: messages on their way to push channels.
record Letters(Bodies bodies, Accepting accepting) {
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

  static void insert(Sql sql, Bodies bodies, long number, Letter letter) throws SQLException {
    sql.run(
        """
        INSERT INTO outbox
            (conversation, entry, part, key, epoch, attempt, doubts, due_at, finished, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        number,
        letter.entry(),
        letter.part(),
        letter.key().value(),
        letter.epoch(),
        letter.attempt(),
        letter.doubts(),
        Times.micros(letter.dueAt()),
        letter.finished() ? 1 : 0,
        bodies.seal(letter.conversation(), letter.outbound()));
  }

  static boolean isDue(Sql sql, Instant now) throws SQLException {
    return sql.first(NEXT, _ -> true, Times.micros(now), 1).orElse(false);
  }

  /// Withdraws and claims until nothing is left to withdraw.
  List<Sending> claim(Sql sql, int max, Instant now) throws SQLException {
    var claimed = new ArrayList<Sending>();
    List<Row> due = due(sql, max, now);
    while (!due.isEmpty()) {
      for (Row row : due) take(sql, row, now, claimed);
      boolean withdrew = due.stream().anyMatch(Row::isWithdrawn);
      due = withdrew && claimed.size() < max ? due(sql, max - claimed.size(), now) : List.of();
    }
    return List.copyOf(claimed);
  }

  void settle(Sql sql, Sending sending, Delivery delivery, Instant now) throws SQLException {
    Optional<Letter> found = find(sql, sending.key().value());
    if (found.isEmpty()) return; // erased meanwhile
    Optional<Letter.Next> next = found.get().settled(sending.attempt(), delivery, now);
    if (next.isPresent()) save(sql, next.get(), now);
  }

  Optional<Sending> echoed(Sql sql, String key, Instant now) throws SQLException {
    Optional<Letter> found = find(sql, key);
    if (found.isEmpty()) return Optional.empty();
    if (!found.get().finished()) save(sql, found.get().sent(), now);
    return found.map(Letter::sending);
  }

  static boolean isSending(Sql sql, ConversationId id) throws SQLException {
    return sql.first(
            COLUMNS + "WHERE id = ? AND finished = 0 LIMIT 1", _ -> true, Keys.encode(id.value()))
        .orElse(false);
  }

  private List<Row> due(Sql sql, int max, Instant now) throws SQLException {
    return sql.list(NEXT, this::read, Times.micros(now), max);
  }

  private void take(Sql sql, Row row, Instant now, List<Sending> claimed) throws SQLException {
    if (row.isWithdrawn()) {
      save(sql, row.letter().withdrawn(), now);
      return;
    }
    Letter letter = row.letter().claimed(now);
    update(sql, letter);
    claimed.add(letter.sending());
  }

  private Optional<Letter> find(Sql sql, String key) throws SQLException {
    return sql.first(COLUMNS + "WHERE key = ?", this::read, key).map(Row::letter);
  }

  private void save(Sql sql, Letter.Next next, Instant now) throws SQLException {
    update(sql, next.letter());
    if (next.event().isPresent()) accepting.accept(sql, next.event().get(), now);
  }

  private static void update(Sql sql, Letter letter) throws SQLException {
    sql.run(
        "UPDATE outbox SET attempt = ?, doubts = ?, due_at = ?, finished = ? WHERE key = ?",
        letter.attempt(),
        letter.doubts(),
        Times.micros(letter.dueAt()),
        letter.finished() ? 1 : 0,
        letter.key().value());
  }

  private record Row(Letter letter, long epochNow) {
    boolean isWithdrawn() {
      return letter.isWithdrawn(epochNow);
    }
  }

  private Row read(ResultSet row) throws SQLException {
    ConversationId id = Stored.id(row);
    var letter =
        new Letter(
            id,
            row.getLong("entry"),
            row.getInt("part"),
            bodies.outbound(id, row.getString("body")),
            row.getLong("epoch"),
            row.getInt("attempt"),
            row.getInt("doubts"),
            Times.instant(row.getLong("due_at")),
            row.getBoolean("finished"));
    return new Row(letter, row.getLong("epoch_now"));
  }
}
