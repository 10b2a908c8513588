package frontdesk.sandbox.calcom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/// Times as the provider reads and writes them.
final class Times {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final Duration END_OF_DAY = Duration.ofDays(1).minusSeconds(1);

  private Times() {}

  static String utc(Instant at) {
    return in(ZoneOffset.UTC, at);
  }

  static String in(ZoneId zone, Instant at) {
    return MILLIS.format(at.atZone(zone));
  }

  /// A date and time; without an offset it is UTC, as the provider takes it.
  static Optional<Instant> read(String text) {
    try {
      if (text.length() == 10) return Optional.of(midnight(text));
      return Optional.of(
          text.matches(".*T.*(Z|z|[+-]\\d\\d:?\\d\\d)")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The same, but a date alone is its last second.
  static Optional<Instant> readEnd(String text) {
    return text.length() == 10 ? read(text).map(at -> at.plus(END_OF_DAY)) : read(text);
  }

  static boolean isZone(String zone) {
    return ZONES.contains(zone);
  }

  private static Instant midnight(String date) {
    return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
