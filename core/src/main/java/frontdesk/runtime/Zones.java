package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The time zone that a turn counts in: what the customer said, now or before, else the agent's.
final class Zones {
  private Zones() {}

  static String of(Agent agent, Log log, List<Arrived> events) {
    Optional<String> before = before(log);
    String counted = before.orElse(agent.zone());
    return events.reversed().stream()
        .flatMap(arrived -> said(arrived, counted).stream())
        .findFirst()
        .orElse(counted);
  }

  /// A zone that stands beside a time is that of the time alone: who asks for "2pm New York time"
  /// need not be there.
  private static Optional<String> said(Arrived arrived, String counted) {
    if (!(arrived.event().what() instanceof Said(var text))) return Optional.empty();
    var context = Context.of(OnBehalf.zone(counted), arrived.sentAt(), Locale.ENGLISH);
    Optional<ZoneId> zone = Dates.zone(text, context);
    return zone.isEmpty() || !Dates.readAll(text, context).isEmpty()
        ? Optional.empty()
        : zone.map(ZoneId::getId);
  }

  private static Optional<String> before(Log log) {
    return log.timeline().reversed().stream()
        .map(Logged::entry)
        .filter(Received.class::isInstance)
        .map(entry -> ((Received) entry).zone())
        .findFirst();
  }
}
