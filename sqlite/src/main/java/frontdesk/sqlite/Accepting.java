package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.conversation.InboundEvent;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.EntryFormat;
import frontdesk.store.Fences;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Events on their way in: from outside, and from timers that are due.
record Accepting(Bodies bodies) {
  private static final int TIMERS_MAX = 500;

  /// An event, with all that can be prepared outside the transaction.
  record Prepared(InboundEvent event, String body, String digest) {}

  List<Prepared> prepare(List<InboundEvent> events) {
    Fences.checkAccept(events);
    List<Prepared> prepared = events.stream().map(this::prepare).toList();
    Fences.checkSizes(prepared.stream().map(Prepared::body).toList());
    return prepared;
  }

  List<Acceptance> accept(Sql sql, List<Prepared> events, Instant now) throws SQLException {
    var acceptances = new ArrayList<Acceptance>(events.size());
    for (Prepared prepared : events) acceptances.add(accept(sql, prepared, now));
    return List.copyOf(acceptances);
  }

  /// Turns due timers into events.
  int fire(Sql sql, Instant now) throws SQLException {
    List<Due> due =
        sql.list(
            """
            SELECT id, name FROM timer
            JOIN conversation ON conversation.number = timer.conversation
            WHERE timer.at <= ? ORDER BY timer.at LIMIT ?
            """,
            row -> new Due(Stored.id(row), row.getString("name")),
            Times.micros(now),
            TIMERS_MAX);
    for (Due timer : due) fire(sql, timer, now);
    return due.size();
  }

  private record Due(ConversationId conversation, String name) {}

  private void fire(Sql sql, Due due, Instant now) throws SQLException {
    Stored stored = Stored.make(sql, due.conversation(), now);
    sql.run("DELETE FROM timer WHERE conversation = ? AND name = ?", stored.number(), due.name());
    accept(sql, prepare(Fences.fired(stored.head(), Keys.decode(due.name()))), now);
  }

  private Prepared prepare(InboundEvent event) {
    return new Prepared(event, bodies.seal(event), EntryFormat.digest(event));
  }

  /// Takes in an event of the store itself.
  void accept(Sql sql, InboundEvent event, Instant now) throws SQLException {
    accept(sql, prepare(event), now);
  }

  private Acceptance accept(Sql sql, Prepared prepared, Instant now) throws SQLException {
    Optional<Acceptance> again =
        sql.first(
            "SELECT seq, digest FROM event WHERE id = ?",
            row -> again(row.getLong("seq"), row.getString("digest"), prepared.digest()),
            Keys.encode(prepared.event().id().value()));
    if (again.isPresent()) return again.get();

    InboundEvent event = prepared.event();
    Optional<Stored> known = Stored.find(sql, event.conversation());
    Head head = known.map(Stored::head).orElse(Head.fresh(event.conversation()));
    long open = known.isEmpty() ? 0 : openFromCustomers(sql, known.get());
    Optional<Head> raised = Fences.accept(head, event.what(), open);
    if (raised.isEmpty()) return Fences.FULL;
    Stored stored = known.isPresent() ? known.get() : Stored.make(sql, event.conversation(), now);
    insert(sql, stored.number(), raised.get().inboxSeq(), prepared, now);
    stored.save(sql, raised.get(), now);
    return new Accepted(raised.get().inboxSeq());
  }

  // After an erasure nobody can tell any more; that a platform repeats itself is far likelier than
  // that it gives an id twice.
  private static Acceptance again(long seq, @Nullable String kept, String digest) {
    return new Again(seq, kept == null || kept.equals(digest));
  }

  private static long openFromCustomers(Sql sql, Stored stored) throws SQLException {
    if (!stored.head().hasOpenEvents()) return 0;
    return sql.number(
        "SELECT count(*) FROM inbox WHERE conversation = ? AND from_customer = 1", stored.number());
  }

  private static void insert(Sql sql, long number, long seq, Prepared prepared, Instant now)
      throws SQLException {
    sql.run(
        "INSERT INTO inbox (conversation, seq, at, from_customer, body) VALUES (?, ?, ?, ?, ?)",
        number,
        seq,
        Times.micros(now),
        prepared.event().what().fromCustomer() ? 1 : 0,
        prepared.body());
    sql.run(
        "INSERT INTO event (id, conversation, seq, accepted_at, digest) VALUES (?, ?, ?, ?, ?)",
        Keys.encode(prepared.event().id().value()),
        number,
        seq,
        Times.micros(now),
        prepared.digest());
  }
}
