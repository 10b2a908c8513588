package frontdesk.dates;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What a phrase about time means.
public sealed interface When {
  /// In ISO 8601, times with their offset: one value, or from and to (`to` is behind the end).
  List<String> iso();

  /// Day and time are said.
  record Moment(ZonedDateTime at) implements When {
    @Override
    public List<String> iso() {
      return List.of(write(at));
    }
  }

  /// Only a time is said; `next` is when it comes next, today or on the day that is talked about.
  record Clock(LocalTime time, ZonedDateTime next) implements When {
    @Override
    public List<String> iso() {
      return List.of(write(next));
    }
  }

  /// Only a day is said.
  record Day(LocalDate date, ZoneId zone) implements When {
    @Override
    public List<String> iso() {
      return List.of(write(date.atStartOfDay(zone)), write(date.plusDays(1).atStartOfDay(zone)));
    }
  }

  /// Some time in here: a wish such as "Tuesday afternoon". `to` is behind the end.
  record Window(ZonedDateTime from, ZonedDateTime to) implements When {
    public Window {
      if (!from.isBefore(to)) throw new IllegalArgumentException("Ends before it begins");
    }

    @Override
    public List<String> iso() {
      return List.of(write(from), write(to));
    }
  }

  /// How long.
  record Length(Duration duration) implements When {
    public Length {
      if (!duration.isPositive()) throw new IllegalArgumentException("Not positive: " + duration);
    }

    @Override
    public List<String> iso() {
      return List.of(duration.toString());
    }
  }

  private static String write(ZonedDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }
}
