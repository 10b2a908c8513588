package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Drops the second of two queued messages: the turn does not read it, and consumes it.
final class DropsTheSecond implements Bug {

  @Override
  public String invariant() {
    return "I1";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(Dropping::new);
  }

  private static final class Dropping extends PassesOn {
    private final Map<ConversationId, Log> whole = new HashMap<>();

    Dropping(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      Log log = super.load(id);
      whole.put(id, log);
      return second(log).map(dropped -> without(dropped, log)).orElse(log);
    }

    @Override
    public Log append(Log log, Effects effects) {
      Log loaded = whole.getOrDefault(log.head().id(), log);
      Optional<Arrived> second = second(loaded);
      if (second.isEmpty()) return super.append(log, effects);
      Log all = Altered.open(log, loaded.open());
      if (effects.consumedThrough().isEmpty()) return super.append(all, effects);
      long through = Math.max(second.get().seq(), effects.consumedThrough().getAsLong());
      return super.append(all, Altered.consumedThrough(effects, through));
    }

    private static Optional<Arrived> second(Log log) {
      if (log.open().size() != 2) return Optional.empty();
      return log.open().stream()
          .skip(1)
          .filter(arrived -> arrived.event().what() instanceof Said)
          .findFirst();
    }

    private static Log without(Arrived dropped, Log log) {
      var others = log.open().stream().filter(open -> !open.equals(dropped)).toList();
      return Altered.open(log, others);
    }
  }
}
