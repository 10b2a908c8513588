package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Principal;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Journal;

/// Takes whoever speaks in a conversation for its customer: in a group, anybody could approve.
final class TakesAnybodysYes implements Bug {

  @Override
  public String invariant() {
    return "G9";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Gullible::new);
  }

  private static final class Gullible extends PassesOn {

    Gullible(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      Log log = super.load(id);
      return Altered.open(log, log.open().stream().map(Gullible::theirs).toList());
    }

    private static Arrived theirs(Arrived arrived) {
      InboundEvent event = arrived.event();
      if (!(event.sender() instanceof Principal.Visitor)) return arrived;
      var customer = Customers.sender(event.conversation());
      var taken =
          new InboundEvent(event.id(), event.conversation(), customer, event.at(), event.what());
      return new Arrived(arrived.seq(), arrived.at(), taken);
    }
  }
}
