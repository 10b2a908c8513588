package frontdesk.simulation.world;

import frontdesk.agent.Limits;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Journal;

/// A turn sees no further than the events that it takes, and so no stop behind them.
final class SeesOnlyItsRoom implements Bug {
  @Override
  public String name() {
    return "sees only its room";
  }

  @Override
  public String invariant() {
    return "G10";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Narrow::new);
  }

  private static final class Narrow extends PassesOn {
    Narrow(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      Log log = super.load(id);
      int room = Math.min(Limits.EVENTS_PER_TURN, log.open().size());
      return Altered.open(log, log.open().subList(0, room));
    }
  }
}
