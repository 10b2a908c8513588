package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets calls begin before their intent is durable: it is saved together with their outcome.
final class CallsBeforeTheIntent implements Bug {

  @Override
  public String invariant() {
    return "G5";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Holding::new);
  }

  private static final class Holding extends PassesOn {
    private final Map<ConversationId, Log> held = new HashMap<>();

    Holding(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      held.remove(id);
      return super.load(id);
    }

    @Override
    public Log append(Log log, Effects effects) {
      Log before = held.remove(log.head().id());
      Log all = before == null ? log : before.plus(log.unsaved());
      boolean holds = !log.unsaved().isEmpty() && log.unsaved().getLast() instanceof Intended;
      if (!holds) return super.append(all, effects);
      held.put(log.head().id(), all);
      return asIfSaved(all);
    }

    private static Log asIfSaved(Log log) {
      var entries = new ArrayList<Logged>(log.entries());
      long seq = log.lastSeq() - log.unsaved().size();
      for (var entry : log.unsaved()) entries.add(new Logged(++seq, log.at(), entry));
      return new Log(log.head(), log.snapshot(), entries, List.of(), log.open(), log.at());
    }
  }
}
