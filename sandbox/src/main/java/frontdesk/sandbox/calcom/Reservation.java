package frontdesk.sandbox.calcom;

import frontdesk.json.Jsons;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// A slot that is held for one event type, and free again by itself.
///
/// @param held for how many minutes
record Reservation(
    String uid, EventType type, Instant start, int minutes, int held, Instant until) {

  Instant end() {
    return start.plus(Duration.ofMinutes(minutes));
  }

  boolean overlaps(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end());
  }

  boolean isExactly(EventType other, Instant from, int length) {
    return type.id() == other.id() && start.equals(from) && minutes == length;
  }

  ObjectNode json() {
    return Jsons.object()
        .put("eventTypeId", type.id())
        .put("slotStart", Times.utc(start))
        .put("slotEnd", Times.utc(end()))
        .put("slotDuration", minutes)
        .put("reservationUid", uid)
        .put("reservationDuration", held)
        .put("reservationUntil", Times.utc(until));
  }
}
