package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.util.List;

/// A journal to put a bug into.
abstract class PlantedJournal implements Journal {
  private final Journal journal;

  PlantedJournal(Journal journal) {
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
