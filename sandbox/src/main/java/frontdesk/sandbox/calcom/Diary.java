package frontdesk.sandbox.calcom;

import frontdesk.sandbox.calcom.Booking.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is booked with the host, who can be at one meeting at a time. Beyond 10,000 bookings the
/// oldest is forgotten.
final class Diary {
  static final String TAKEN = "no_available_users_found_error";
  static final String OUT_OF_BOUNDS =
      "The event type can't be booked at the \"start\" time provided. This could be because it's too"
          + " soon (violating the minimum booking notice) or too far in the future (outside the"
          + " event's scheduling window). Try fetching available slots first using the GET /v2/slots"
          + " endpoint and then make a booking with \"start\" time equal to one of the available"
          + " slots: https://cal.com/docs/api-reference/v2/slots";
  private static final int BOOKINGS_MAX = 10_000;

  private final OpeningHours hours;
  private final Uids uids;
  private final Reservations reservations;
  private final Map<String, Booking> bookings = new LinkedHashMap<>();
  private int lastId;

  Diary(OpeningHours hours, Uids uids, Reservations reservations) {
    this.hours = hours;
    this.uids = uids;
    this.reservations = reservations;
  }

  /// Books.
  ///
  /// @throws Refused it is too soon or not free
  Booking book(Wish wish, Instant start, int minutes, Instant now) {
    refuseUnlessFree(wish.type(), start, minutes, "", now);
    return keep(Booking.made(++lastId, uids.next(), wish, start, minutes, now));
  }

  /// Books for another time instead, under another uid.
  ///
  /// @throws Refused there is no such booking to move, or the other time is too soon or not free
  Booking move(String uid, Instant start, String reason, String by, Instant now) {
    Booking old = found(uid);
    refuseUnlessMovable(old, now);
    refuseUnlessFree(old.wish().type(), start, old.minutes(), uid, now);
    Booking moved = old.moved(++lastId, uids.next(), start, reason, by, now);
    bookings.put(uid, old.replacedBy(moved, now));
    return keep(moved);
  }

  /// Cancels.
  ///
  /// @throws Refused there is no such booking to cancel
  Booking cancel(String uid, String reason, Instant now) {
    Booking booking =
        find(uid).orElseThrow(() -> new Refused(404, "Booking with uid=" + uid + " not found"));
    if (booking.cancelled()) {
      throw new Refused(
          400,
          "Can't cancel booking with uid="
              + uid
              + " because it has been cancelled already. Please provide uid of a booking that is"
              + " not cancelled.");
    }
    if (!booking.end().isAfter(now)) {
      throw new Refused(400, "Cannot cancel a booking that has already ended");
    }
    Booking cancelled = booking.cancelled(reason, now);
    bookings.put(uid, cancelled);
    return cancelled;
  }

  Optional<Booking> find(String uid) {
    return Optional.ofNullable(bookings.get(uid));
  }

  /// The one of this uid.
  ///
  /// @throws Refused there is none
  Booking found(String uid) {
    return find(uid)
        .orElseThrow(
            () -> new Refused(404, "Booking with uid=" + uid + " was not found in the database"));
  }

  /// As they were made, oldest first.
  List<Booking> all() {
    return List.copyOf(bookings.values());
  }

  /// Those that take place, at least in part, between two times.
  List<Booking> between(Instant from, Instant to) {
    return bookings.values().stream()
        .filter(booking -> !booking.cancelled() && booking.overlaps(from, to))
        .toList();
  }

  void reset() {
    bookings.clear();
    lastId = 0;
  }

  private Booking keep(Booking booking) {
    bookings.put(booking.uid(), booking);
    if (bookings.size() > BOOKINGS_MAX) bookings.remove(bookings.keySet().iterator().next());
    // Whoever books what is held has held it.
    reservations.all(booking.createdAt()).stream()
        .filter(one -> one.isExactly(booking.wish().type(), booking.start(), booking.minutes()))
        .forEach(one -> reservations.release(one.uid(), booking.createdAt()));
    return booking;
  }

  private static void refuseUnlessMovable(Booking booking, Instant now) {
    String uid = booking.uid();
    if (!booking.movedTo().isEmpty()) {
      throw new Refused(
          400,
          "Can't reschedule booking with uid=%1$s because it has been cancelled and rescheduled already to booking with uid=%2$s. You probably want to reschedule %2$s instead by passing it within the request URL."
              .formatted(uid, booking.movedTo()));
    }
    if (booking.cancelled()) {
      throw new Refused(
          400,
          "Can't reschedule booking with uid="
              + uid
              + " because it has been cancelled. Please provide uid of a booking that is not"
              + " cancelled.");
    }
    if (!booking.end().isAfter(now)) {
      throw new Refused(
          400, "Can't reschedule booking with uid=" + uid + " because it has already ended.");
    }
  }

  private void refuseUnlessFree(
      EventType type, Instant start, int minutes, String except, Instant now) {
    if (start.isBefore(now)) throw new Refused(400, "Attempting to book a meeting in the past.");
    if (start.isBefore(now.plus(type.notice()))) throw new Refused(400, OUT_OF_BOUNDS);
    Instant end = start.plus(Duration.ofMinutes(minutes));
    boolean busy = between(start, end).stream().anyMatch(booking -> !booking.uid().equals(except));
    boolean held =
        reservations.of(type, now).stream()
            .anyMatch(one -> one.overlaps(start, end) && !one.isExactly(type, start, minutes));
    if (busy || held || !hours.contain(start, end)) throw new Refused(400, TAKEN);
  }
}
