package frontdesk.simulation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.simulation.Disk.Change;
import frontdesk.simulation.Disk.Table;
import frontdesk.store.Acceptance;
import frontdesk.store.Document;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import frontdesk.store.EntryFormat;
import frontdesk.store.Fences;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import frontdesk.store.OutboxRow;
import frontdesk.store.Records;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A journal in memory, with the manners of one on a disk: what it returns from is synced, readers
/// see only what is synced, and {@link #forgetUnsynced} is the crash of its process.
///
/// In a simulation each operation yields before and after, and between write and sync: a worker may
/// die there, and its write is then lost or kept without it ever hearing so. Outside of one it is a
/// plain store for any number of threads.
public final class MemoryJournal implements Journal, Records, Outbox {
  private final InstantSource clock;
  private final Transactions transactions;
  private final Bodies bodies;

  private final Table<ConversationId, Kept> conversations = new Table<>();
  private final Table<EventId, Taken> events = new Table<>();
  private final Table<DocumentKey, Document> documents = new Table<>();
  private Instant latest = Instant.MIN;

  /// An accepted event: its place, and a digest of what it said, so that its content can be erased.
  private record Taken(Place place, String said) {}

  private record DocumentKey(String kind, String key) {}

  /// For use without a simulation.
  public MemoryJournal(InstantSource clock) {
    this(clock, Steps.NONE, false);
  }

  /// @param clock the store's time, the same for all workers
  /// @param steps where it yields: a {@link Simulation}
  /// @param throughFormat whether what is kept is written and read again in the stores' format
  public MemoryJournal(InstantSource clock, Steps steps, boolean throughFormat) {
    this.clock = clock;
    this.transactions = new Transactions(steps);
    this.bodies = new Bodies(throughFormat);
  }

  /// How many transactions wrote something.
  public long commits() {
    return transactions.commits();
  }

  /// The store's process dies and starts again: what was not synced is gone, and who waits for its
  /// sync gets a {@link frontdesk.store.StoreException}.
  public void forgetUnsynced() {
    transactions.forgetUnsynced();
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> batch) {
    Fences.checkAccept(batch);
    List<InboundEvent> asRead = bodies.asRead(batch);
    return transactions.commit(
        () -> "accept " + batch.stream().map(InboundEvent::id).toList(),
        change -> asRead.stream().map(event -> accept(event, change)).toList());
  }

  @Override
  public Log load(ConversationId id) {
    return transactions.read("log " + id, () -> synced(id).log(bodies, now()));
  }

  @Override
  public Log append(Log log, Effects effects) {
    if (Fences.isNothing(log, effects)) return log;
    Log asRead = bodies.asRead(log);
    return transactions.commit(() -> describe(log), change -> append(asRead, effects, change));
  }

  @Override
  public List<ConversationId> waiting(int max) {
    return transactions.commit(
        () -> "waiting",
        change -> {
          Instant now = now();
          for (Kept kept : List.copyOf(conversations.allSeen())) fire(kept, now, change);
          return conversations.allSeen().stream()
              .filter(kept -> kept.waits(now))
              .sorted(comparingLong(Kept::waitingSince).thenComparing(Kept::name))
              .limit(max)
              .map(kept -> kept.head().id())
              .toList();
        });
  }

  @Override
  public void erase(ConversationId id) {
    transactions.commit(
        () -> "erase " + id,
        change -> {
          conversations.seen(id).ifPresent(kept -> erase(kept, change));
          return id;
        });
  }

  @Override
  public Optional<Head> head(ConversationId id) {
    return transactions.read(
        "head", () -> conversations.synced(id).filter(Kept::exists).map(Kept::head));
  }

  @Override
  public List<Logged> entries(ConversationId id, long afterSeq, int max) {
    return transactions.read(
        "entries", () -> synced(id).entries().filter(e -> e.seq() > afterSeq).limit(max).toList());
  }

  @Override
  public List<Arrived> open(ConversationId id) {
    return transactions.read("open events", () -> synced(id).open());
  }

  @Override
  public Optional<Place> place(EventId event) {
    return transactions.read("place", () -> events.synced(event).map(Taken::place));
  }

  @Override
  public Optional<Logged> answer(ConversationId id, long inboxSeq) {
    return transactions.read("answer", () -> synced(id).answer(inboxSeq));
  }

  @Override
  public Optional<Document> document(String kind, String key) {
    return transactions.read("document", () -> documents.synced(new DocumentKey(kind, key)));
  }

  @Override
  public List<Head> conversations(int max) {
    return transactions.read(
        "conversations",
        () ->
            conversations.allSynced().stream()
                .filter(Kept::exists)
                .sorted(comparingLong(Kept::appendedBy).reversed().thenComparing(Kept::name))
                .limit(max)
                .map(Kept::head)
                .toList());
  }

  @Override
  public List<Sending> claim(int max) {
    boolean due = transactions.read("outbox", () -> isDue(now()));
    if (!due) return List.of();
    return transactions.commit(() -> "claim", change -> claim(max, change));
  }

  @Override
  public void settle(Sending sending, Delivery delivery) {
    transactions.commit(
        () -> "settle " + sending.conversation() + " " + delivery.getClass().getSimpleName(),
        change -> {
          row(sending.key())
              .flatMap(row -> row.settled(sending.attempt(), delivery, now()))
              .ifPresent(next -> put(next, change));
          return sending;
        });
  }

  @Override
  public Optional<Sending> echoed(String key) {
    return transactions.commit(
        () -> "echoed",
        change -> {
          Optional<OutboxRow> row = row(new IdempotencyKey(key));
          row.filter(l -> !l.finished()).ifPresent(l -> put(l.sent(), change));
          return row.map(OutboxRow::sending);
        });
  }

  @Override
  public boolean isSending(ConversationId id) {
    return transactions.read("outbox of " + id, () -> synced(id).nextRow().isPresent());
  }

  private boolean isDue(Instant now) {
    return conversations.allSynced().stream()
        .anyMatch(kept -> kept.nextRow().filter(l -> isDue(kept, l, now)).isPresent());
  }

  private static boolean isDue(Kept kept, OutboxRow row, Instant now) {
    return !row.dueAt().isAfter(now) || row.isWithdrawn(kept.head().epoch());
  }

  private List<Sending> claim(int max, Change change) {
    Instant now = now();
    var claimed = new ArrayList<Sending>();
    for (Kept kept : conversations.allSeen().stream().sorted(comparing(Kept::name)).toList()) {
      if (claimed.size() == max) break;
      claim(kept, now, change).ifPresent(claimed::add);
    }
    return claimed;
  }

  private Optional<Sending> claim(Kept kept, Instant now, Change change) {
    Optional<OutboxRow> next = kept.nextRow();
    while (next.isPresent() && isDue(kept, next.get(), now)) {
      Optional<OutboxRow.Next> over = next.get().over(kept.head().epoch());
      if (over.isEmpty()) {
        OutboxRow claimed = next.get().claimed(now);
        put(seen(kept.head().id()).with(claimed), change);
        return Optional.of(claimed.sending());
      }
      put(over.get(), change);
      next = seen(kept.head().id()).nextRow();
    }
    return Optional.empty();
  }

  private Optional<OutboxRow> row(IdempotencyKey key) {
    return conversations.allSeen().stream()
        .flatMap(kept -> kept.rows().stream())
        .filter(row -> row.key().equals(key))
        .findFirst();
  }

  private void put(OutboxRow.Next next, Change change) {
    put(seen(next.row().conversation()).with(next.row()), change);
    next.event().ifPresent(event -> accept(event, change));
  }

  private Acceptance accept(InboundEvent event, Change change) {
    String said = EntryFormat.digest(event);
    Optional<Taken> before = events.seen(event.id());
    if (before.isPresent()) {
      return new Acceptance.Again(
          before.get().place().inboxSeq(), before.get().said().equals(said));
    }
    Kept kept = seen(event.conversation());
    Optional<Head> head = Fences.accept(kept.head(), event.what(), kept.openFromCustomers());
    if (head.isEmpty()) return Fences.FULL;
    put(kept.accepted(head.get(), now(), event, change.number()), change);
    var place = new Place(event.conversation(), head.get().inboxSeq());
    events.put(event.id(), new Taken(place, said), change);
    return new Acceptance.Accepted(place.inboxSeq());
  }

  private Log append(Log log, Effects effects, Change change) {
    Kept kept = seen(log.head().id());
    var done = Fences.append(kept.head(), log, effects, now());
    put(kept.appended(done, effects, change.number()), change);
    for (Document document : effects.documents()) {
      documents.put(new DocumentKey(document.kind(), document.key()), document, change);
    }
    return done.log();
  }

  /// Due timers become events.
  private void fire(Kept kept, Instant now, Change change) {
    var due = kept.timers().stream().filter(timer -> !timer.at().isAfter(now));
    for (Timer timer : due.sorted(comparing(Timer::at).thenComparing(Timer::name)).toList()) {
      put(seen(kept.head().id()).withoutTimer(timer), change);
      accept(Fences.fired(seen(kept.head().id()).head(), timer.name()), change);
    }
  }

  private void erase(Kept kept, Change change) {
    put(kept.erased(), change);
    for (Document document : List.copyOf(documents.allSeen())) {
      if (!document.conversation().equals(kept.head().id())) continue;
      documents.remove(new DocumentKey(document.kind(), document.key()), change);
    }
  }

  private Kept seen(ConversationId id) {
    return conversations.seen(id).orElseGet(() -> Kept.fresh(id));
  }

  private Kept synced(ConversationId id) {
    return conversations.synced(id).orElseGet(() -> Kept.fresh(id));
  }

  private void put(Kept kept, Change change) {
    conversations.put(kept.head().id(), kept, change);
  }

  /// The store's time never goes back, whatever its clock does.
  private Instant now() {
    Instant now = Fences.kept(clock.instant());
    if (now.isAfter(latest)) latest = now;
    return latest;
  }

  private static String describe(Log log) {
    var kinds = log.unsaved().stream().map(entry -> entry.getClass().getSimpleName()).toList();
    return "append " + log.head().id() + " v" + (log.head().version() + 1) + " " + kinds;
  }
}
