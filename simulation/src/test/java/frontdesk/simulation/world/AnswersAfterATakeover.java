package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Log;
import frontdesk.conversation.Owner;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Journal;

/// Lets the agent answer although a person has taken the conversation over.
final class AnswersAfterATakeover implements Bug {

  @Override
  public String invariant() {
    return "I10";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Unaware::new);
  }

  private static final class Unaware extends PassesOn {

    Unaware(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      return Altered.owner(super.load(id), Owner.AGENT);
    }
  }
}
