package frontdesk.dates;

import java.time.LocalTime;

/// Parts of the day: what each means as a wish, and which times of day may be said to be in it.
enum PartOfDay {
  MORNING(6, 12, 0, 12),
  LATE_MORNING(9, 12, 6, 12),
  NOONTIME(11, 14, 11, 15),
  AFTERNOON(12, 18, 12, 19),
  EARLY_EVENING(16, 19, 15, 20),
  EVENING(17, 22, 16, 24),
  NIGHT(18, 24, 17, 24),
  DAWN(4, 7, 0, 8);

  private final int from;
  private final int to;
  private final int earliest;
  private final int latest;

  PartOfDay(int from, int to, int earliest, int latest) {
    this.from = from;
    this.to = to;
    this.earliest = earliest;
    this.latest = latest;
  }

  LocalTime from() {
    return LocalTime.of(from, 0);
  }

  /// Its end; midnight is the end of the day.
  LocalTime to() {
    return LocalTime.of(to % 24, 0);
  }

  boolean endsAtMidnight() {
    return latest == 24;
  }

  boolean mayHold(LocalTime time) {
    return time.getHour() >= earliest && time.getHour() < latest;
  }
}
