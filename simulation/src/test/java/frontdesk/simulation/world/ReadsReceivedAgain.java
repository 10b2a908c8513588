package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Journal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Does not see, after a crash, that a turn had begun: reads its events again, in a second turn.
final class ReadsReceivedAgain implements Bug {

  @Override
  public String invariant() {
    return "I4";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Rereading::new);
  }

  private static final class Rereading extends PassesOn {
    private final Set<ConversationId> loaded = new HashSet<>();

    Rereading(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      Log log = super.load(id);
      if (!loaded.add(id)) return log;
      Optional<Logged> begun =
          log.entries().reversed().stream()
              .takeWhile(logged -> !logged.entry().closesTurn())
              .filter(logged -> logged.entry() instanceof Received)
              .findFirst();
      return Altered.entries(
          log, logged -> begun.filter(logged::equals).isPresent() ? closed(logged) : logged);
    }

    private static Logged closed(Logged logged) {
      return new Logged(logged.seq(), logged.at(), new Closed("forgotten"));
    }
  }
}
