package frontdesk.sandbox.calcom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A meeting that was booked. Moving it makes another one.
///
/// @param wish what the customer asked for
/// @param movedFrom uid of the booking that this one replaced; empty when it is the first
/// @param movedTo uid of the booking that replaced this one; empty when none did
record Booking(
    int id,
    String uid,
    Wish wish,
    Instant start,
    int minutes,
    boolean cancelled,
    String cancellationReason,
    String reschedulingReason,
    String rescheduledBy,
    String movedFrom,
    String movedTo,
    Instant createdAt,
    Instant updatedAt) {

  /// Who comes.
  ///
  /// @param phone empty when unknown
  record Attendee(String name, String email, String zone, String language, String phone) {}

  /// What `POST /v2/bookings` asked for, apart from when.
  ///
  /// @param location empty for a video call
  /// @param answers to the event type's questions
  record Wish(
      EventType type,
      Attendee attendee,
      List<String> guests,
      String location,
      ObjectNode answers,
      ObjectNode metadata) {
    Wish {
      guests = List.copyOf(guests);
    }
  }

  static Booking made(int id, String uid, Wish wish, Instant start, int minutes, Instant now) {
    return new Booking(id, uid, wish, start, minutes, false, "", "", "", "", "", now, now);
  }

  Booking cancelled(String reason, Instant now) {
    return cancelled(reason, reschedulingReason, rescheduledBy, movedTo, now);
  }

  /// This one when another replaced it.
  Booking replacedBy(Booking other, Instant now) {
    return cancelled("", other.reschedulingReason, other.rescheduledBy, other.uid, now);
  }

  private Booking cancelled(String reason, String moving, String by, String to, Instant now) {
    return new Booking(
        id, uid, wish, start, minutes, true, reason, moving, by, movedFrom, to, createdAt, now);
  }

  /// The one that replaces this one.
  Booking moved(int newId, String newUid, Instant newStart, String reason, String by, Instant now) {
    return new Booking(
        newId, newUid, wish, newStart, minutes, false, "", reason, by, uid, "", now, now);
  }

  Instant end() {
    return start.plus(Duration.ofMinutes(minutes));
  }

  boolean overlaps(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end());
  }

  /// What effects are counted by.
  String key() {
    return wish.metadata().path("idem").asString(wish.attendee().email());
  }
}
