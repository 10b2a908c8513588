package frontdesk.simulation.world;

import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;

/// Consumes events that it did not read: those that came in during the turn.
final class ConsumesTheUnread implements Bug {

  @Override
  public String invariant() {
    return "I1";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Greedy::new);
  }

  private static final class Greedy extends PassesOn {

    Greedy(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      if (effects.consumedThrough().isEmpty()) return super.append(log, effects);
      long newest = load(log.head().id()).head().inboxSeq();
      return super.append(log, Altered.consumedThrough(effects, newest));
    }
  }
}
