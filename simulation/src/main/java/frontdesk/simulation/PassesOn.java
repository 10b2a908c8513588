package frontdesk.simulation;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.util.List;

/// A journal that passes all on to another: what differs overrides it.
public abstract class PassesOn implements Journal {
  protected final Journal journal;

  protected PassesOn(Journal journal) {
    this.journal = journal;
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    return journal.accept(events);
  }

  @Override
  public Log load(ConversationId id) {
    return journal.load(id);
  }

  @Override
  public Log append(Log log, Effects effects) {
    return journal.append(log, effects);
  }

  @Override
  public List<ConversationId> waiting(int max) {
    return journal.waiting(max);
  }

  @Override
  public void erase(ConversationId id) {
    journal.erase(id);
  }
}
