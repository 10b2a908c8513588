package frontdesk.simulation.world;

import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Fences;
import frontdesk.store.Journal;
import java.util.List;

/// A journal that notes what it promised, the moment it has promised it; G10 it lets no turn go on
/// that was stopped.
final class Witness extends PassesOn {
  private final Ledger ledger;

  Witness(Journal journal, Ledger ledger) {
    super(journal);
    this.ledger = ledger;
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    List<Acceptance> acceptances = journal.accept(events);
    for (int i = 0; i < events.size(); i++) {
      switch (acceptances.get(i)) {
        case Acceptance.Accepted _, Acceptance.Again _ -> ledger.accepted(events.get(i));
        case Acceptance.Full _ -> {}
      }
    }
    return acceptances;
  }

  @Override
  public Log append(Log log, Effects effects) {
    long epoch = ledger.epoch(log.head().id());
    Log appended = journal.append(log, effects);
    if (Fences.isNothing(log, effects)) return appended;
    ledger.appended(log.head().id(), appended.head().version());
    if (epochOfTurn(log) < epoch && log.unsaved().stream().anyMatch(Entry::needsEpoch)) {
      ledger.violated("G10", log.head().id(), "a turn went on after its stop was accepted");
    }
    return appended;
  }

  private static long epochOfTurn(Log log) {
    return log.timeline().reversed().stream()
        .map(Logged::entry)
        .filter(Received.class::isInstance)
        .mapToLong(entry -> ((Received) entry).epoch())
        .findFirst()
        .orElse(0);
  }
}
