package frontdesk.adapters.calcom;

import frontdesk.json.Jsons;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/slots`: when meetings may start, and holds on such times.
final class Slots {
  private final Client client;

  Slots(Client client) {
    this.client = client;
  }

  /// For what a start is looked for.
  ///
  /// @param instead uid of the booking that would be moved, whose own time counts as free; empty
  ///     when it is a new one
  record Need(EventType type, int minutes, String instead) {}

  /// When it may start on these days of a zone, both included.
  ///
  /// @throws CalComException nobody knows
  NavigableSet<Instant> free(Need need, LocalDate first, LocalDate last, ZoneId zone, Until until) {
    Instant from = first.atStartOfDay(zone).toInstant();
    Instant to = last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    Query query =
        Query.NONE
            .with("eventTypeId", need.type().id())
            // Where a range begins within opening hours the provider counts slots from there.
            .with("start", first.minusDays(1).atStartOfDay(zone).toInstant().toString())
            .with("end", to.toString())
            .with("timeZone", "UTC");
    if (!need.type().options().isEmpty()) query = query.with("duration", need.minutes());
    if (!need.instead().isEmpty()) query = query.with("bookingUidToReschedule", need.instead());
    JsonNode days = client.get(Group.SLOTS, "", query, until).path("data");
    return read(days).tailSet(from, true);
  }

  private static NavigableSet<Instant> read(JsonNode days) {
    String asked = "cal.com, slots";
    if (!days.isObject()) throw Client.shapeless(asked);
    var starts = new TreeSet<Instant>();
    for (JsonNode day : days.values()) {
      if (!day.isArray()) throw Client.shapeless(asked);
      day.forEach(slot -> starts.add(new Shape(asked, slot).time("start")));
    }
    return starts;
  }

  /// Holds a start for somebody who decides; it is free again by itself.
  ///
  /// @return uid of the hold
  /// @throws CalComException it was not done, or nobody knows
  String hold(Need need, Instant start, int minutes, Until until) {
    ObjectNode body = Jsons.object().put("eventTypeId", need.type().id());
    body.put("slotStart", start.toString()).put("reservationDuration", minutes);
    if (!need.type().options().isEmpty()) body.put("slotDuration", need.minutes());
    JsonNode data = client.post(Group.RESERVATIONS, "", body, until).path("data");
    return new Shape("cal.com, a hold", data).text("reservationUid");
  }

  /// Gives a hold up.
  ///
  /// @throws CalComException it is not held any more, or nobody knows
  void release(String uid, Until until) {
    client.delete(Group.RESERVATIONS, "/" + uid, until);
  }
}
