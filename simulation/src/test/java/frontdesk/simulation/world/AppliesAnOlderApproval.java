package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Journal;
import java.time.Instant;

/// Applies an approval that is older than its preview: it does not mind when the question was
/// shown.
final class AppliesAnOlderApproval implements Bug {

  @Override
  public String invariant() {
    return "G9";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Careless::new);
  }

  private static final class Careless extends PassesOn {

    Careless(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      return Altered.entries(super.load(id), Careless::shownLongAgo);
    }

    private static Logged shownLongAgo(Logged logged) {
      if (!(logged.entry() instanceof Received received)) return logged;
      var events = received.events().stream().map(Careless::longAgo).toList();
      return new Logged(logged.seq(), logged.at(), Altered.events(received, events));
    }

    private static Arrived longAgo(Arrived arrived) {
      return arrived.event().what() instanceof Shown
          ? new Arrived(arrived.seq(), Instant.EPOCH, arrived.event())
          : arrived;
    }
  }
}
