package frontdesk.sandbox.calcom;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The slots that are held. Each is free again when its time is over; beyond 1,000 the oldest is
/// forgotten.
final class Reservations {
  private static final int RESERVATIONS_MAX = 1_000;

  private final Uids uids;
  private final Map<String, Reservation> held = new LinkedHashMap<>();

  Reservations(Uids uids) {
    this.uids = uids;
  }

  /// Holds a slot.
  ///
  /// @throws Refused somebody else holds it
  Reservation hold(EventType type, Instant start, int minutes, int holdMinutes, Instant now) {
    return put(uids.next(), type, start, minutes, holdMinutes, now);
  }

  /// Holds another slot instead.
  ///
  /// @throws Refused it is not held any more, or somebody else holds the other one
  Reservation change(
      String uid, EventType type, Instant start, int minutes, int holdMinutes, Instant now) {
    if (find(uid, now).isEmpty()) throw notFound(uid);
    return put(uid, type, start, minutes, holdMinutes, now);
  }

  private Reservation put(
      String uid, EventType type, Instant start, int minutes, int holdMinutes, Instant now) {
    Instant until = now.plus(Duration.ofMinutes(holdMinutes));
    var reservation = new Reservation(uid, type, start, minutes, holdMinutes, until);
    boolean taken =
        of(type, now).stream()
            .anyMatch(
                other -> !other.uid().equals(uid) && other.overlaps(start, reservation.end()));
    if (taken) {
      throw new Refused(
          422,
          "This time slot is already reserved by another user. Please choose a different time.");
    }
    held.put(uid, reservation);
    if (held.size() > RESERVATIONS_MAX) held.remove(held.keySet().iterator().next());
    return reservation;
  }

  Optional<Reservation> find(String uid, Instant now) {
    expire(now);
    return Optional.ofNullable(held.get(uid));
  }

  /// Frees a slot.
  ///
  /// @throws Refused it is not held any more
  Reservation release(String uid, Instant now) {
    Reservation reservation = find(uid, now).orElseThrow(() -> notFound(uid));
    held.remove(uid);
    return reservation;
  }

  /// Those of one event type.
  List<Reservation> of(EventType type, Instant now) {
    return all(now).stream().filter(one -> one.type().id() == type.id()).toList();
  }

  List<Reservation> all(Instant now) {
    expire(now);
    return List.copyOf(held.values());
  }

  void reset() {
    held.clear();
  }

  private void expire(Instant now) {
    held.values().removeIf(reservation -> !now.isBefore(reservation.until()));
  }

  private static Refused notFound(String uid) {
    return new Refused(404, "Slot with uid=" + uid + " not found");
  }
}
