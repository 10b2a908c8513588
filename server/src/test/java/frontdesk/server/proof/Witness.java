package frontdesk.server.proof;

import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.simulation.Node;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Acceptance.Full;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.util.List;

/// A journal that notes what it promised, the moment it has promised it.
final class Witness extends PassesOn {
  private final Node node;
  private final Ledger ledger;
  private final Chronicle chronicle;

  Witness(Journal journal, Node node, Ledger ledger, Chronicle chronicle) {
    super(journal);
    this.node = node;
    this.ledger = ledger;
    this.chronicle = chronicle;
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    events.forEach(event -> ledger.handedIn(event.id()));
    long began = node.threads().nanos();
    List<Acceptance> acceptances = journal.accept(events);
    long ended = node.threads().nanos();
    for (int i = 0; i < events.size(); i++) {
      InboundEvent event = events.get(i);
      chronicle.add(node.toString(), acceptances.get(i) + " " + event.id());
      switch (acceptances.get(i)) {
        case Accepted(var seq) -> ledger.accepted(new Ledger.Taken(event, seq, began, ended));
        case Again _, Full _ -> {}
      }
    }
    return acceptances;
  }

  @Override
  public Log append(Log log, Effects effects) {
    Log appended = journal.append(log, effects);
    var kinds = log.unsaved().stream().map(entry -> entry.getClass().getSimpleName()).toList();
    chronicle.add(node.toString(), "appended " + kinds + " to " + log.head().id());
    return appended;
  }
}
