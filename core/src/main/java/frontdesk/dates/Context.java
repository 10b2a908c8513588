package frontdesk.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/// What the words of a line are measured from.
///
/// @param zone the customer's, or the one to assume
/// @param zoneKnown whether the customer or their profile said it; otherwise it is assumed
/// @param now when the line was written
/// @param locale how the customer writes numbers, and the language to ask in
/// @param day the day that is talked about, for a line that names only a time
/// @param time the time that is talked about, for a line that names only a day
public record Context(
    ZoneId zone,
    boolean zoneKnown,
    Instant now,
    Locale locale,
    Optional<LocalDate> day,
    Optional<LocalTime> time) {

  /// A customer of whom the zone is known, unless it is UTC, which is taken where nobody knows one.
  public static Context of(ZoneId zone, Instant now, Locale locale) {
    boolean known = !zone.normalized().equals(ZoneOffset.UTC);
    return new Context(zone, known, now, locale, Optional.empty(), Optional.empty());
  }

  /// A customer whose zone is known, at the start of a subject.
  public static Context in(ZoneId zone, Instant now, Locale locale) {
    return new Context(zone, true, now, locale, Optional.empty(), Optional.empty());
  }

  /// A customer whose zone nobody knows; `zone` is assumed.
  public static Context assuming(ZoneId zone, Instant now, Locale locale) {
    return new Context(zone, false, now, locale, Optional.empty(), Optional.empty());
  }

  /// The same while this day is talked about: "at 3pm" is then of that day.
  public Context about(LocalDate talkedAbout) {
    return new Context(zone, zoneKnown, now, locale, Optional.of(talkedAbout), time);
  }

  /// The same while this time is talked about: "on Friday" is then at that time.
  public Context about(LocalTime talkedAbout) {
    return new Context(zone, zoneKnown, now, locale, day, Optional.of(talkedAbout));
  }

  Context in(ZoneId said) {
    return new Context(said, true, now, locale, day, time);
  }

  ZonedDateTime local() {
    return now.atZone(zone);
  }

  LocalDate today() {
    return local().toLocalDate();
  }
}
