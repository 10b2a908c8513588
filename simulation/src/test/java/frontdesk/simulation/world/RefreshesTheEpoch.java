package frontdesk.simulation.world;

import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;

/// Appends with the newest epoch instead of that of the turn's load, so that a stop does not fence
/// the turn.
final class RefreshesTheEpoch implements Bug {

  @Override
  public String invariant() {
    return "G10";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Refreshing::new);
  }

  private static final class Refreshing extends PassesOn {

    Refreshing(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      long newest = load(log.head().id()).head().epoch();
      return Altered.epoch(super.append(Altered.epoch(log, newest), effects), log.head().epoch());
    }
  }
}
