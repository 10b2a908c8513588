package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Document;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import frontdesk.store.EntryFormat;
import frontdesk.store.Fences;
import frontdesk.store.Fences.Appended;
import frontdesk.store.OutboxRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// One append, prepared outside the transaction and written inside it.
record Appending(
    Bodies bodies, Log log, Effects effects, List<String> sealed, List<String> documents) {

  static Appending prepare(Bodies bodies, Log log, Effects effects) {
    List<String> sealed =
        log.unsaved().stream().map(entry -> bodies.seal(log.head().id(), entry)).toList();
    Fences.checkSizes(sealed);
    List<String> documents =
        effects.documents().stream()
            .map(document -> EntryFormat.wellFormed(document.body().text()))
            .toList();
    return new Appending(bodies, log, effects, sealed, documents);
  }

  Log write(Sql sql, Instant now) throws SQLException {
    Stored stored = Stored.make(sql, log.head().id(), now);
    Appended appended = Fences.append(stored.head(), log, effects, now);
    long number = stored.number();
    insertEntries(sql, number, appended);
    if (effects.consumedThrough().isPresent()) {
      sql.run(
          "DELETE FROM inbox WHERE conversation = ? AND seq <= ?",
          number,
          appended.head().consumedThrough());
    }
    for (Timer timer : effects.timers()) put(sql, number, timer);
    for (int i = 0; i < documents.size(); i++) put(sql, number, i);
    for (OutboxRow row : appended.rows()) OutboxTable.insert(sql, bodies, number, row);
    stored.saveAppended(sql, appended.head(), now);
    if (appended.folded().isPresent()) {
      fold(sql, bodies, number, log.head().id(), appended.folded().get());
    }
    return appended.log();
  }

  private void insertEntries(Sql sql, long number, Appended appended) throws SQLException {
    for (int i = 0; i < sealed.size(); i++) {
      Logged logged = appended.entries().get(i);
      boolean answers = appended.answering().orElse(0) == logged.seq();
      sql.run(
          "INSERT INTO entry (conversation, seq, at, answers, body) VALUES (?, ?, ?, ?, ?)",
          number,
          logged.seq(),
          Times.micros(logged.at()),
          answers ? appended.head().consumedThrough() : null,
          sealed.get(i));
    }
  }

  private void put(Sql sql, long number, Timer timer) throws SQLException {
    sql.run(
        "INSERT OR REPLACE INTO timer (conversation, name, at) VALUES (?, ?, ?)",
        number,
        Keys.encode(timer.name()),
        Times.micros(timer.at()));
  }

  private void put(Sql sql, long number, int place) throws SQLException {
    Document document = effects.documents().get(place);
    long owner =
        document.conversation().equals(log.head().id())
            ? number
            : Stored.make(sql, document.conversation(), log.at()).number();
    sql.run(
        "INSERT OR REPLACE INTO document (kind, key, conversation, body) VALUES (?, ?, ?, ?)",
        Keys.encode(document.kind()),
        Keys.encode(document.key()),
        owner,
        documents.get(place));
  }

  static void fold(Sql sql, Bodies bodies, long number, ConversationId id, Snapshot snapshot)
      throws SQLException {
    sql.run(
        "UPDATE conversation SET folded_through = ? WHERE number = ?", snapshot.through(), number);
    sql.run(
        "INSERT OR REPLACE INTO snapshot (conversation, body) VALUES (?, ?)",
        number,
        bodies.seal(id, snapshot));
  }
}
