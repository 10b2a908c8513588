package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.channel.PushChannel.Quiet;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.OutcomeArrived;
import frontdesk.conversation.Inbound.PersonSaid;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Begins a turn with the events that are open.
final class Receiving {
  private Receiving() {}

  /// The entry that begins the turn: all open events up to a turn's bounds, at least one. Empty
  /// when a turn is open already (it goes on with its own events), or there is no event.
  static Optional<Received> received(Agent root, Log log) {
    if (Turn.begun(log).isPresent() || log.open().isEmpty()) return Optional.empty();
    Agent agent = root.speaking(log);
    List<Arrived> events = bounded(log.open());
    return Optional.of(
        new Received(
            events,
            agent.name(),
            agent.version(),
            log.head().epoch(),
            locale(agent, log, events),
            Zones.of(agent, log, events)));
  }

  /// How long to wait for the customer to finish writing, before a turn begins: until nothing came
  /// for a while, or the oldest message has waited enough. Only messages are waited for.
  static Duration untilQuiet(Quiet quiet, Log log) {
    boolean onlySaid =
        !log.open().isEmpty()
            && log.open().stream().allMatch(a -> a.event().what() instanceof Said);
    if (!onlySaid || Turn.begun(log).isPresent()) return Duration.ZERO;
    if (log.open().size() >= Limits.EVENTS_PER_TURN) return Duration.ZERO;
    Instant pause = log.open().getLast().at().plus(quiet.window());
    Instant most = log.open().getFirst().at().plus(quiet.most());
    Duration left = Duration.between(log.at(), pause.isBefore(most) ? pause : most);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static List<Arrived> bounded(List<Arrived> open) {
    var events = new ArrayList<Arrived>();
    int bytes = 0;
    for (Arrived arrived : open) {
      bytes += keptBytes(arrived.event().what());
      boolean full = events.size() == Limits.EVENTS_PER_TURN;
      if (full || (!events.isEmpty() && bytes > Limits.BYTES_PER_TURN)) break;
      events.add(arrived);
      // What a person says is a message of its own, and so the end of a turn.
      if (arrived.event().what() instanceof PersonSaid) break;
    }
    return events;
  }

  /// Bytes of what may be long, as it stands in a log: a turn begins with an entry of all of it.
  private static int keptBytes(Inbound what) {
    return switch (what) {
      case Said said -> said.keptBytes();
      case PersonSaid(var text) -> new Said(text).keptBytes();
      case OutcomeArrived(_, _, var outcome) when outcome.isFinal() ->
          new Said(OutcomeText.of(outcome)).keptBytes();
      default -> 0;
    };
  }

  /// The language of the newest message that shows one, else of the turn before, else the agent's.
  private static String locale(Agent agent, Log log, List<Arrived> events) {
    return events.reversed().stream()
        .flatMap(a -> a.event().what() instanceof Said s ? Languages.of(s.text()).stream() : null)
        .findFirst()
        .or(() -> before(log))
        .orElse(agent.locale());
  }

  private static Optional<String> before(Log log) {
    return log.timeline().reversed().stream()
        .map(Logged::entry)
        .filter(Received.class::isInstance)
        .map(entry -> ((Received) entry).locale())
        .findFirst();
  }
}
