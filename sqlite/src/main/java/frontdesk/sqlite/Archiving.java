package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Head;
import frontdesk.conversation.Json;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Archives.Archived;
import frontdesk.store.Document;
import frontdesk.store.EntryFormat;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whole conversations, out of the file and back into it.
record Archiving(Bodies bodies, Reading reading) {

  Optional<Archived> read(Readers readers, ConversationId id) {
    // The head first: what comes after it fails the removal, which compares heads.
    Optional<Stored> stored =
        readers.read(sql -> Stored.find(sql, id)).filter(found -> !found.erased());
    return stored.map(
        found ->
            new Archived(
                found.head(),
                reading.entries(readers, id, 0, Integer.MAX_VALUE),
                readers.read(sql -> documents(sql, found.number(), id))));
  }

  boolean remove(Sql sql, Head unchanged, Instant now) throws SQLException {
    Optional<Stored> stored = Stored.find(sql, unchanged.id());
    if (stored.isEmpty() || !stored.get().head().equals(unchanged)) return false;
    if (OutboxTable.isSending(sql, unchanged.id())) return false;
    return Clearing.takeOut(sql, unchanged.id(), now);
  }

  boolean restore(Sql sql, Archived archived, Instant now) throws SQLException {
    ConversationId id = archived.head().id();
    Optional<Stored> found = Stored.find(sql, id);
    if (found.isPresent() && !found.get().erased()) return false;
    Stored stored = Stored.make(sql, id, now);
    stored.save(sql, head(stored.head(), archived.head()), now);
    insert(sql, stored.number(), archived);
    return true;
  }

  /// Goes on counting from whichever is further: ids of events and places of the inbox stay unique.
  private static Head head(Head stored, Head archived) {
    long inbox = Math.max(stored.inboxSeq(), archived.inboxSeq());
    return new Head(
        archived.id(),
        Math.max(stored.version(), archived.version()) + 1,
        inbox,
        inbox,
        Math.max(stored.epoch(), archived.epoch()),
        archived.owner(),
        Optional.empty());
  }

  private void insert(Sql sql, long number, Archived archived) throws SQLException {
    ConversationId id = archived.head().id();
    long received = 0;
    for (Logged logged : archived.entries()) {
      Entry entry = logged.entry();
      if (entry instanceof Received r) received = r.events().getLast().seq();
      boolean answers = entry instanceof Replied || entry instanceof Asked;
      sql.run(
          "INSERT INTO entry (conversation, seq, at, answers, body) VALUES (?, ?, ?, ?, ?)",
          number,
          logged.seq(),
          Times.micros(logged.at()),
          answers ? received : null,
          bodies.seal(id, entry));
    }
    for (Document document : archived.documents()) {
      sql.run(
          "INSERT OR REPLACE INTO document (kind, key, conversation, body) VALUES (?, ?, ?, ?)",
          Keys.encode(document.kind()),
          Keys.encode(document.key()),
          number,
          EntryFormat.wellFormed(document.body().text()));
    }
    if (archived.entries().size() >= Snapshot.FOLD_AFTER) {
      Appending.fold(sql, bodies, number, id, Snapshot.NONE.fold(archived.entries()));
    }
  }

  private static List<Document> documents(Sql sql, long number, ConversationId id)
      throws SQLException {
    return sql.list(
        "SELECT kind, key, body FROM document WHERE conversation = ? ORDER BY kind, key",
        row ->
            new Document(
                Keys.decode(row.getString("kind")),
                Keys.decode(row.getString("key")),
                id,
                new Json(row.getString("body"))),
        number);
  }
}
