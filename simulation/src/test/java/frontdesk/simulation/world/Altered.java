package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Head;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Values as a bug would have them: all the same but for one part.
final class Altered {
  private Altered() {}

  static Effects consumedThrough(Effects effects, long seq) {
    return new Effects(
        OptionalLong.of(seq),
        effects.outbox(),
        effects.timers(),
        effects.documents(),
        effects.wakeAt());
  }

  static Effects timers(Effects effects, List<Timer> timers) {
    return new Effects(
        effects.consumedThrough(), effects.outbox(), timers, effects.documents(), effects.wakeAt());
  }

  static Log epoch(Log log, long epoch) {
    return head(log, epoch, log.head().owner());
  }

  static Log owner(Log log, Owner owner) {
    return head(log, log.head().epoch(), owner);
  }

  private static Log head(Log log, long epoch, Owner owner) {
    Head head = log.head();
    var altered =
        new Head(
            head.id(),
            head.version(),
            head.inboxSeq(),
            head.consumedThrough(),
            epoch,
            owner,
            head.wakeAt());
    return new Log(altered, log.snapshot(), log.entries(), log.unsaved(), log.open(), log.at());
  }

  static Log open(Log log, List<Arrived> open) {
    return new Log(log.head(), log.snapshot(), log.entries(), log.unsaved(), open, log.at());
  }

  static Received events(Received received, List<Arrived> events) {
    return new Received(
        events,
        received.agent(),
        received.version(),
        received.epoch(),
        received.locale(),
        received.zone());
  }

  static Log entries(Log log, UnaryOperator<Logged> change) {
    var entries = log.entries().stream().map(change).toList();
    return new Log(log.head(), log.snapshot(), entries, log.unsaved(), log.open(), log.at());
  }

  static Intended allowance(Intended intent, Duration allowance) {
    return new Intended(
        intent.call(),
        intent.tool(),
        intent.arguments(),
        intent.bound(),
        intent.key(),
        intent.principal(),
        intent.attempt(),
        intent.epoch(),
        allowance,
        intent.timeLimit());
  }
}
