package frontdesk.simulation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.simulation.Disk.Change;
import frontdesk.simulation.Disk.Table;
import frontdesk.store.Acceptance;
import frontdesk.store.Document;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import frontdesk.store.Fences;
import frontdesk.store.Journal;
import frontdesk.store.Records;
import frontdesk.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A journal in memory, with the manners of one on a disk: what it returns from is synced, readers
/// see only what is synced, and {@link #forgetUnsynced} is the crash of its process.
///
/// In a simulation each operation yields before and after, and between write and sync: a worker may
/// die there, and its write is then lost or kept without it ever hearing so. Outside of one it is a
/// plain store for any number of threads.
public final class MemoryJournal implements Journal, Records {
  private final InstantSource clock;
  private final Steps steps;
  private final UnaryOperator<Entry> format;

  /// Never held over a yield.
  private final ReentrantLock lock = new ReentrantLock();

  private final Disk disk = new Disk();
  private final Table<ConversationId, Kept> conversations = new Table<>();
  private final Table<EventId, Taken> events = new Table<>();
  private final Table<DocumentKey, Document> documents = new Table<>();
  private Instant latest = Instant.MIN;
  private long commits;

  /// An accepted event: its place, and a hash of what it said, so that its content can be erased.
  private record Taken(Place place, int said) {}

  private record DocumentKey(String kind, String key) {}

  /// For use without a simulation.
  public MemoryJournal(InstantSource clock) {
    this(clock, Steps.NONE, UnaryOperator.identity());
  }

  /// `clock`: the store's time, the same for all workers. `format`: what an entry becomes by being
  /// written and read again.
  public MemoryJournal(InstantSource clock, Steps steps, UnaryOperator<Entry> format) {
    this.clock = clock;
    this.steps = steps;
    this.format = format;
  }

  /// How many transactions wrote something.
  public long commits() {
    return locked(() -> commits);
  }

  /// The store's process dies and starts again: what was not synced is gone, and who waits for its
  /// sync gets a {@link StoreException}.
  public void forgetUnsynced() {
    locked(
        () -> {
          disk.forget();
          return disk;
        });
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> batch) {
    Fences.checkAccept(batch);
    Fences.checkSizes(batch.stream().map(InboundEvent::toString).toList());
    return commit(
        () -> "accept " + batch.stream().map(InboundEvent::id).toList(),
        change -> batch.stream().map(event -> accept(event, change)).toList());
  }

  @Override
  public Log load(ConversationId id) {
    steps.step("load " + id);
    Log log = locked(() -> synced(id).log(now()));
    steps.step("loaded " + id);
    return log;
  }

  @Override
  public Log append(Log log, Effects effects) {
    if (Fences.isNothing(log, effects)) return log;
    Log asRead = throughFormat(log);
    Fences.checkSizes(asRead.unsaved().stream().map(Entry::toString).toList());
    return commit(() -> describe(log), change -> append(asRead, effects, change));
  }

  @Override
  public List<ConversationId> waiting(int max) {
    return commit(
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
    commit(
        () -> "erase " + id,
        change -> {
          conversations.seen(id).ifPresent(kept -> erase(kept, change));
          return id;
        });
  }

  @Override
  public Optional<Head> head(ConversationId id) {
    return read(() -> conversations.synced(id).filter(Kept::exists).map(Kept::head));
  }

  @Override
  public List<Logged> entries(ConversationId id, long afterSeq, int max) {
    return read(() -> synced(id).entries().filter(e -> e.seq() > afterSeq).limit(max).toList());
  }

  @Override
  public List<Arrived> open(ConversationId id) {
    return read(() -> synced(id).open());
  }

  @Override
  public Optional<Place> place(EventId event) {
    return read(() -> events.synced(event).map(Taken::place));
  }

  @Override
  public Optional<Logged> answer(ConversationId id, long inboxSeq) {
    return read(() -> synced(id).answer(inboxSeq));
  }

  @Override
  public Optional<Document> document(String kind, String key) {
    return read(() -> documents.synced(new DocumentKey(kind, key)));
  }

  @Override
  public List<Head> conversations(int max) {
    return read(
        () ->
            conversations.allSynced().stream()
                .filter(Kept::exists)
                .sorted(comparingLong(Kept::appendedBy).reversed().thenComparing(Kept::name))
                .limit(max)
                .map(Kept::head)
                .toList());
  }

  private Acceptance accept(InboundEvent event, Change change) {
    int said = Objects.hash(event.conversation(), event.sender(), event.what());
    Optional<Taken> before = events.seen(event.id());
    if (before.isPresent()) {
      return new Acceptance.Again(before.get().place().inboxSeq(), before.get().said() == said);
    }
    Kept kept = seen(event.conversation());
    Optional<Head> head = Fences.accept(kept.head(), event.what(), kept.openFromCustomers());
    if (head.isEmpty()) return Fences.FULL;
    put(kept.accepted(head.get(), event, commits), change);
    var place = new Place(event.conversation(), head.get().inboxSeq());
    events.put(event.id(), new Taken(place, said), change);
    return new Acceptance.Accepted(place.inboxSeq());
  }

  private Log append(Log log, Effects effects, Change change) {
    Kept kept = seen(log.head().id());
    var done = Fences.append(kept.head(), log, effects, now());
    put(kept.appended(done, effects, commits), change);
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
      accept(Fences.fired(seen(kept.head().id()).head(), timer.name(), now), change);
    }
  }

  private void erase(Kept kept, Change change) {
    put(kept.erased(), change);
    for (Document document : List.copyOf(documents.allSeen())) {
      if (!document.conversation().equals(kept.head().id())) continue;
      documents.remove(new DocumentKey(document.kind(), document.key()), change);
    }
  }

  /// One transaction: written, then synced, then returned from.
  private <T> T commit(Supplier<String> what, Function<Change, T> write) {
    String name = steps.equals(Steps.NONE) ? "" : what.get();
    steps.step(name);
    var change = new Change();
    T result = locked(() -> write(write, change));
    awaitSync(change);
    steps.step("done " + name);
    return result;
  }

  private <T> T write(Function<Change, T> write, Change change) {
    T result = write.apply(change);
    disk.written(change);
    if (!change.isEmpty()) commits++;
    return result;
  }

  private void awaitSync(Change change) {
    try {
      steps.step("sync");
    } catch (Crashed crashed) {
      // The worker died, the store did not: it may or may not have got the whole request.
      locked(() -> settle(change, crashed.keepsUnsynced()));
      throw crashed;
    }
    if (!locked(() -> sync(change))) throw new StoreException("The store died before the sync");
  }

  private boolean settle(Change change, boolean keeps) {
    if (!keeps) disk.forget(change);
    return sync(change);
  }

  private boolean sync(Change change) {
    disk.sync();
    return !change.isForgotten();
  }

  private <T> T read(Supplier<T> reading) {
    steps.step("read");
    return locked(reading);
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
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

  private Log throughFormat(Log log) {
    var read = log.unsaved().stream().map(format).toList();
    return new Log(log.head(), log.snapshot(), log.entries(), read, log.open(), log.at());
  }

  private static String describe(Log log) {
    var kinds = log.unsaved().stream().map(entry -> entry.getClass().getSimpleName()).toList();
    return "append " + log.head().id() + " v" + (log.head().version() + 1) + " " + kinds;
  }
}
