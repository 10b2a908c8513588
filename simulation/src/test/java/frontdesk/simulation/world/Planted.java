package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Fenced;
import frontdesk.store.Journal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Bugs that a journal or a loop could have, each as a journal that has it for them.
abstract class Planted implements Journal {
  final Journal journal;

  Planted(Journal journal) {
    this.journal = journal;
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    return journal.accept(events);
  }

  @Override
  public Log load(ConversationId id) {
    return journal.load(id);
  }

  @Override
  public List<ConversationId> waiting(int max) {
    return journal.waiting(max);
  }

  @Override
  public void erase(ConversationId id) {
    journal.erase(id);
  }

  /// Lets calls begin before their intent is durable: it is saved together with their outcome.
  static final class CallsBeforeTheIntent extends Planted {
    private final Map<ConversationId, Log> held = new HashMap<>();

    CallsBeforeTheIntent(Journal journal) {
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
      if (!holds) return journal.append(all, effects);
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

  /// Loses the fence: whoever comes late appends all the same.
  static final class LosesTheFence extends Planted {

    LosesTheFence(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      try {
        return journal.append(log, effects);
      } catch (Fenced fenced) {
        Log newest = journal.load(log.head().id());
        return append(newest.withUnsaved(log.unsaved()), effects);
      }
    }
  }

  /// Consumes events that it did not read: those that came in during the turn.
  static final class ConsumesTheUnread extends Planted {

    ConsumesTheUnread(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      if (effects.consumedThrough().isEmpty()) return journal.append(log, effects);
      long newest = journal.load(log.head().id()).head().inboxSeq();
      return journal.append(
          log,
          new Effects(
              OptionalLong.of(newest),
              effects.outbox(),
              effects.timers(),
              effects.documents(),
              effects.wakeAt()));
    }
  }
}
