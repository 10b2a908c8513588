package frontdesk.server.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// Somebody who wants to meet, and what they write. Each guest has times of their own, so that
/// nobody is in another's way.
record Guest(int number) {
  private static final int FIRST_DAY = 2;
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final int STARTS_A_DAY = 18;

  String name() {
    return "Ann " + (char) ('A' + number / 26) + (char) ('a' + number % 26);
  }

  String email() {
    return "ann" + number + "@example.com";
  }

  /// Where the meeting is booked; the day after is where it is moved to.
  LocalDate day() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(FIRST_DAY + 2L * (number / STARTS_A_DAY));
  }

  LocalTime time() {
    return OPENS.plusMinutes(30L * (number % STARTS_A_DAY));
  }

  Instant start() {
    return day().atTime(time()).toInstant(ZoneOffset.UTC);
  }

  Instant movedStart() {
    return day().plusDays(1).atTime(time()).toInstant(ZoneOffset.UTC);
  }

  String book() {
    return "Please book a 30 minute meeting on %s at %s for %s, %s"
        .formatted(day(), time(), name(), email());
  }

  String move() {
    return "Please move my meeting to %s at %s".formatted(day().plusDays(1), time());
  }

  static String cancel() {
    return "Please cancel my meeting";
  }
}
