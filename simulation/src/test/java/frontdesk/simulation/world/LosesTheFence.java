package frontdesk.simulation.world;

import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Fenced;
import frontdesk.store.Journal;

/// Loses the fence: whoever comes late appends all the same.
final class LosesTheFence implements Bug {

  @Override
  public String invariant() {
    return "I4";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Unfenced::new);
  }

  private static final class Unfenced extends PassesOn {

    Unfenced(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      try {
        return super.append(log, effects);
      } catch (Fenced fenced) {
        if (fenced.why() == Fenced.Why.SUPERSEDED) throw fenced;
        Log newest = load(log.head().id());
        return append(newest.withUnsaved(log.unsaved()), effects);
      }
    }
  }
}
