package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound.OutcomeArrived;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.engine.Engine;
import frontdesk.store.Acceptance;
import frontdesk.store.Journal;
import java.time.InstantSource;
import java.util.List;

/// Takes events in: first durable, then somebody is woken. An event that this returned for is not
/// lost.
public final class Reception {
  private final Journal journal;
  private final Engine engine;
  private final InstantSource clock;

  public Reception(Journal journal, Engine engine, InstantSource clock) {
    this.journal = journal;
    this.engine = engine;
    this.clock = clock;
  }

  /// Takes one event in.
  public Acceptance accept(InboundEvent event) {
    Acceptance acceptance = journal.accept(List.of(event)).getFirst();
    engine.wake(event.conversation());
    return acceptance;
  }

  /// Hands in the outcome of an act whose worker can no longer append it. An outcome that says
  /// nothing is left to the act's recovery.
  void late(ConversationId id, Returned returned) {
    if (returned.outcome() instanceof Outcome.Unknown) return;
    var event = new EventId(id + ":outcome:" + returned.call() + ":" + returned.attempt());
    var what = new OutcomeArrived(returned.call(), returned.attempt(), returned.outcome());
    accept(new InboundEvent(event, id, new Principal.Server(), clock.instant(), what));
  }
}
