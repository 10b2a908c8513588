package frontdesk.dates;

import java.time.LocalTime;
import java.util.List;

/// The times of day that words may mean: one, or one before and one after noon.
///
/// @param midnight the word was "midnight", which may be the start or the end of a day
record DayTimes(List<LocalTime> times, boolean midnight) {
  DayTimes {
    times = List.copyOf(times);
  }

  static DayTimes sure(LocalTime time) {
    return new DayTimes(List.of(time), false);
  }

  /// What no clock shows.
  static DayTimes none() {
    return new DayTimes(List.of(), false);
  }

  static DayTimes midnightWord(LocalTime time) {
    return new DayTimes(List.of(time), true);
  }

  /// An hour of the clock of twelve when nothing says which half of the day.
  static DayTimes of(int hour, int minute) {
    if (hour == 0 || hour > 12) return sure(LocalTime.of(hour, minute));
    LocalTime early = LocalTime.of(hour % 12, minute);
    return new DayTimes(List.of(early, early.plusHours(12)), false);
  }

  boolean isSure() {
    return times.size() == 1;
  }

  LocalTime first() {
    return times.getFirst();
  }

  /// Midnight is also the end of an evening.
  DayTimes within(PartOfDay part) {
    if (midnight && part.endsAtMidnight()) return this;
    return new DayTimes(times.stream().filter(part::mayHold).toList(), midnight);
  }
}
