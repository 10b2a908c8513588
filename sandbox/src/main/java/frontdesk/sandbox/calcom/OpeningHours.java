package frontdesk.sandbox.calcom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Open from 9 to 18 every day.
///
/// @param zone whose 9 and 18 it is
record OpeningHours(ZoneId zone) {
  private static final LocalTime FROM = LocalTime.of(9, 0);
  private static final LocalTime TO = LocalTime.of(18, 0);

  boolean contain(Instant start, Instant end) {
    LocalDate day = start.atZone(zone).toLocalDate();
    return !start.isBefore(at(day, FROM)) && !end.isAfter(at(day, TO));
  }

  /// When meetings of a length may start between two times: at the full lengths since opening.
  List<Instant> starts(Instant from, Instant to, int minutes) {
    var starts = new ArrayList<Instant>();
    Duration length = Duration.ofMinutes(minutes);
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Instant close = at(day, TO);
      for (Instant start = at(day, FROM);
          !start.plus(length).isAfter(close);
          start = start.plus(length)) {
        if (!start.isBefore(from) && !start.isAfter(to)) starts.add(start);
      }
    }
    return starts;
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
