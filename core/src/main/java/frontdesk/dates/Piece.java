package frontdesk.dates;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// A part of a phrase as the grammar found it, before its parts are put together.
sealed interface Piece {
  Span span();

  /// A day, or the days that it may be. With a question even a single day is only a candidate.
  record Days(Span span, List<LocalDate> days, Optional<Reason> question, Kind kind)
      implements Piece {
    /// Weekdays and relative days shift with the zone; dates do not.
    enum Kind {
      WEEKDAY,
      RELATIVE,
      DATE
    }

    static Days sure(Span span, LocalDate day, Kind kind) {
      return new Days(span, List.of(day), Optional.empty(), kind);
    }

    static Days ask(Span span, Reason question, List<LocalDate> days, Kind kind) {
      return new Days(span, List.copyOf(days), Optional.of(question), kind);
    }
  }

  /// "a week from": so many days after the day that follows, or before it.
  record Shift(Span span, int days) implements Piece {}

  /// From a day until before another.
  record DayRange(Span span, LocalDate from, LocalDate to) implements Piece {}

  /// A time of day, or the two that it may be.
  record Clock(Span span, DayTimes times, Bound bound) implements Piece {}

  /// What a word before a time makes of it.
  enum Bound {
    AT,
    FROM,
    UNTIL,
    ABOUT
  }

  /// From a time of day to another, each perhaps in doubt.
  record Hours(Span span, DayTimes from, DayTimes to) implements Piece {}

  /// A part of the day. A weak one ("morning") counts only beside a day or a time.
  record Part(Span span, PartOfDay part, boolean strong) implements Piece {}

  /// A part of today.
  record PartOfToday(Span span, PartOfDay part) implements Piece {}

  /// A time that needs nothing more.
  record Exact(Span span, ZonedDateTime at) implements Piece {}

  /// A time span that began or ended before now.
  record Gone(Span span) implements Piece {}

  /// How long.
  record Lasting(Span span, Duration length) implements Piece {}

  /// A zone; none or several: it is asked for.
  record Zone(Span span, List<ZoneId> zones) implements Piece {}

  /// Words that look like a time and are none, such as "good morning".
  record Courtesy(Span span) implements Piece {}

  /// "not", "except": what follows is not meant.
  record Not(Span span) implements Piece {}

  /// "every", "before": the day that follows is not the one that is meant; what to ask instead.
  record Vague(Span span, Reason reason) implements Piece {}
}
