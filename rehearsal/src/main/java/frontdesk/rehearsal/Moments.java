package frontdesk.rehearsal;

import frontdesk.dates.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// What was read of a day or a time, as tools take it.
final class Moments {
  private Moments() {}

  /// Of a part of a day, or of several, the first day.
  static Optional<LocalDate> day(When when) {
    return switch (when) {
      case When.Moment(var at) -> Optional.of(at.toLocalDate());
      case When.Day(LocalDate date, _) -> Optional.of(date);
      case When.Window(var from, _) -> Optional.of(from.toLocalDate());
      case When.Clock _, When.Length _ -> Optional.empty();
    };
  }

  static Optional<LocalTime> time(When when) {
    return switch (when) {
      case When.Moment(var at) -> Optional.of(at.toLocalTime());
      case When.Clock(LocalTime time, _) -> Optional.of(time);
      case When.Day _, When.Window _, When.Length _ -> Optional.empty();
    };
  }

  /// Whether a day written as `2027-02-04` is such a day of the week.
  static boolean isOn(String iso, DayOfWeek weekday) {
    try {
      return LocalDate.parse(iso).getDayOfWeek() == weekday;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /// In hours and minutes: `14:30`.
  static String written(LocalTime time) {
    return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
  }
}
