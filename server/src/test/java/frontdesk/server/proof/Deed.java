package frontdesk.server.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Something that was really done at the calendar's provider.
///
/// @param at in the simulation's time, in nanoseconds
/// @param uid of the booking that stands, or stood, after it
/// @param of uid of the booking that it was done to; empty when it was made
/// @param idem what the booking's metadata names as the key of its act
record Deed(long at, Kind kind, String uid, String of, Instant start, String email, String idem) {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /// What was done, and how customers are told of it.
  enum Kind {
    BOOKED("Your meeting is booked:"),
    MOVED("Your meeting is moved:"),
    CANCELLED("Your meeting is cancelled:");

    private final String told;

    Kind(String told) {
      this.told = told;
    }

    String told() {
      return told;
    }
  }

  /// As customers read of it: `Monday, 5 January 2026, 10:00`.
  static String written(Instant start) {
    return WRITTEN.format(start);
  }

  boolean isOf(char customer) {
    return email.startsWith(Marks.word(customer, 0).substring(0, 3));
  }
}
