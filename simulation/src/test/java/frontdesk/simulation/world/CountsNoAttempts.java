package frontdesk.simulation.world;

import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.util.List;

/// Counts attempts at a turn in memory, where they are lost: a message that fails each time is
/// tried for ever.
final class CountsNoAttempts implements Bug {

  @Override
  public String invariant() {
    return "I7";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Hopeful::new);
  }

  private static final class Hopeful extends PassesOn {

    Hopeful(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      List<Entry> others =
          log.unsaved().stream().filter(entry -> !(entry instanceof Interrupted)).toList();
      return super.append(log.withUnsaved(others), effects);
    }
  }
}
