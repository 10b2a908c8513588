package frontdesk.runtime;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.OutcomeArrived;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.engine.Engine;
import frontdesk.store.Acceptance;
import frontdesk.store.Journal;
import java.util.List;

/// Takes events in: first durable, then somebody is woken. An event that this returned for is not
/// lost.
public final class Reception {
  private final Journal journal;
  private final Engine engine;

  public Reception(Journal journal, Engine engine) {
    this.journal = journal;
    this.engine = engine;
  }

  /// Takes one event in.
  public Acceptance accept(InboundEvent event) {
    Acceptance acceptance = journal.accept(List.of(event)).getFirst();
    engine.wake(event.conversation());
    return acceptance;
  }

  /// The question for approval of this call is about to be shown to the customer.
  public void shown(ConversationId id, CallId question) {
    var event = new EventId(id + ":shown:" + question);
    accept(InboundEvent.untimed(event, id, new Principal.Server(), new Inbound.Shown(question)));
  }

  /// Hands in the outcome of an act whose worker can no longer append it. An outcome that says
  /// nothing is left to the act's recovery.
  void late(ConversationId id, Returned returned) {
    if (returned.outcome() instanceof Outcome.Unknown) return;
    var event = new EventId(id + ":outcome:" + returned.call() + ":" + returned.attempt());
    var what = new OutcomeArrived(returned.call(), returned.attempt(), returned.outcome());
    accept(InboundEvent.untimed(event, id, new Principal.Server(), what));
  }
}
