package frontdesk.simulation.world;

import frontdesk.conversation.EventId;
import frontdesk.conversation.InboundEvent;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Acceptance;
import frontdesk.store.Journal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remembers an event's id as seen before its accept is durable, in a place of its own: when the
/// write fails or the process dies, the retry is swallowed.
final class DedupesBeforeTheWrite implements Bug {
  // Beside the journal, and so not lost with a process.
  private final Map<EventId, Long> seen = new HashMap<>();

  @Override
  public String invariant() {
    return "I1";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(journal -> new Deduping(journal, seen));
  }

  private static final class Deduping extends PassesOn {
    private final Map<EventId, Long> seen;

    Deduping(Journal journal, Map<EventId, Long> seen) {
      super(journal);
      this.seen = seen;
    }

    @Override
    public List<Acceptance> accept(List<InboundEvent> events) {
      return events.stream().map(this::accept).toList();
    }

    private Acceptance accept(InboundEvent event) {
      Long place = seen.putIfAbsent(event.id(), 0L);
      if (place != null) return new Acceptance.Again(place, true);
      Acceptance acceptance = super.accept(List.of(event)).getFirst();
      switch (acceptance) {
        case Acceptance.Accepted(var seq) -> seen.put(event.id(), seq);
        case Acceptance.Again(var seq, _) -> seen.put(event.id(), seq);
        case Acceptance.Full _ -> seen.remove(event.id());
      }
      return acceptance;
    }
  }
}
