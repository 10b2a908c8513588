package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;

/// Looks an act up at once, while its first request may still fly: it takes intents for landed the
/// moment they are stored.
final class LooksUpTheFlying implements Bug {

  @Override
  public String invariant() {
    return "G5";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Hasty::new);
  }

  private static final class Hasty extends PassesOn {

    Hasty(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      return Altered.entries(super.load(id), Hasty::landed);
    }

    @Override
    public Log append(Log log, Effects effects) {
      return Altered.entries(super.append(log, effects), Hasty::landed);
    }

    private static Logged landed(Logged logged) {
      if (!(logged.entry() instanceof Intended intent)) return logged;
      if (!intent.tool().equals(Shop.LOOKED_UP)) return logged;
      var flown = Altered.allowance(intent, intent.timeLimit().negated());
      return new Logged(logged.seq(), logged.at(), flown);
    }
  }
}
