package frontdesk.runtime;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Fences;
import frontdesk.store.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// One conversation in memory, with the rules that every store keeps. It folds when it is told to,
/// and remembers the whole log beside the folded one.
final class TestJournal implements Journal {
  private final Supplier<Instant> clock;
  private final Supplier<Boolean> folds;
  private Head head = Head.fresh(Story.ID);
  private Snapshot snapshot = Snapshot.NONE;
  private List<Logged> recent = List.of();
  private final List<Logged> all = new ArrayList<>();
  private final List<Arrived> inbox = new ArrayList<>();

  TestJournal(Supplier<Instant> clock, Supplier<Boolean> folds) {
    this.clock = clock;
    this.folds = folds;
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    var acceptances = new ArrayList<Acceptance>();
    for (InboundEvent event : events) acceptances.add(accept(event));
    return acceptances;
  }

  private Acceptance accept(InboundEvent event) {
    for (Arrived known : inbox) {
      if (known.event().id().equals(event.id())) return new Acceptance.Again(known.seq(), true);
    }
    head = Fences.accept(head, event.what(), 0).orElseThrow();
    inbox.add(new Arrived(head.inboxSeq(), clock.get(), event));
    return new Acceptance.Accepted(head.inboxSeq());
  }

  @Override
  public Log load(ConversationId id) {
    return new Log(head, snapshot, recent, List.of(), open(), clock.get());
  }

  /// The same without any folding.
  Log whole() {
    return new Log(head, Snapshot.NONE, all, List.of(), open(), clock.get());
  }

  @Override
  public Log append(Log log, Effects effects) {
    if (Fences.isNothing(log, effects)) return log;
    Fences.Appended appended = Fences.append(head, log, effects, clock.get());
    head = appended.head();
    all.addAll(appended.entries());
    Log saved = appended.log();
    boolean closed = !all.isEmpty() && all.getLast().entry().closesTurn();
    if (closed && folds.get()) {
      snapshot = saved.snapshot().fold(saved.timeline());
      recent = List.of();
      return new Log(saved.head(), snapshot, recent, List.of(), saved.open(), saved.at());
    }
    snapshot = saved.snapshot();
    recent = saved.entries();
    return saved;
  }

  @Override
  public List<ConversationId> waiting(int max) {
    return head.hasOpenEvents() ? List.of(Story.ID) : List.of();
  }

  @Override
  public void erase(ConversationId id) {
    throw new AssertionError("Nothing erases here");
  }

  private List<Arrived> open() {
    return inbox.stream().filter(arrived -> arrived.seq() > head.consumedThrough()).toList();
  }
}
