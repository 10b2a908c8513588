package frontdesk.dates;

import frontdesk.dates.Piece.Bound;
import frontdesk.dates.Piece.Clock;
import frontdesk.dates.Piece.Hours;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Times of day and ranges of them.
final class ClockRules {
  private static final String PLAIN = "(" + EnglishClock.PLAIN + "|" + ThaiClock.ANY + ")";
  private static final String ANY = "(" + ThaiClock.ANY + "|" + EnglishClock.ANY + ")";
  private static final String SHARP = "(?: sharp| hrs| hours|ตรง)?";

  /// What makes a bare number after "at" no time.
  private static final String NO_UNIT =
      "(?! ?(?:%|minutes?|mins?|hours?|days?|weeks?|months?|people|persons|guests|times"
          + "|usd|eur|thb|baht|euros?|dollars?|บาท|คน|"
          + CalendarWords.MONTH
          + "))";

  private static final String TO = " ?(?:-|to|until|till|ถึง) ?";

  static final List<Rule> ALL =
      List.of(
          Rule.maybe(
              "(?:at |(?:@|เวลา|ตอน|ที่) ?)?" + PLAIN + SHARP,
              (m, span, _) -> clock(span, m.group(1), Bound.AT)),
          Rule.maybe(
              "(?:at |(?:@|เวลา) ?)" + ANY + NO_UNIT + SHARP,
              (m, span, _) -> clock(span, m.group(1), Bound.AT)),
          Rule.maybe(
              "(?:(?:after|from|not before|any ?time after) (?:at )?|(?:หลังจาก|หลัง|ตั้งแต่) ?(?:เวลา)?)"
                  + ANY
                  + NO_UNIT,
              (m, span, _) -> clock(span, m.group(1), Bound.FROM)),
          Rule.maybe(
              PLAIN + " (?:or later|onwards?|or after)|" + PLAIN + " ?เป็นต้นไป",
              (m, span, _) -> clock(span, m.group(1) + m.group(2), Bound.FROM)),
          Rule.maybe(
              "(?:(?:before|by|until|till|no later than|not after) |(?:ก่อน|ไม่เกิน) ?(?:เวลา)?)"
                  + ANY
                  + NO_UNIT,
              (m, span, _) -> clock(span, m.group(1), Bound.UNTIL)),
          Rule.maybe(
              PLAIN + " (?:or earlier|at the latest)",
              (m, span, _) -> clock(span, m.group(1), Bound.UNTIL)),
          Rule.maybe(
              "(?:at )?(?:(?:around|about|approximately|roughly|circa) |(?:ประมาณ|ราวๆ?|สัก) ?)"
                  + ANY
                  + NO_UNIT,
              (m, span, _) -> clock(span, m.group(1), Bound.ABOUT)),
          Rule.maybe(
              PLAIN + " ?(?:ish|-ish|กว่าๆ?)",
              (m, span, _) -> clock(span, m.group(1), Bound.ABOUT)),
          Rule.maybe(
              "(?:any ?time )?(?:between |ระหว่าง ?)"
                  + ANY
                  + " ?(?:and|to|-|ถึง|กับ|และ) ?"
                  + ANY
                  + NO_UNIT,
              (m, span, _) -> hours(span, m.group(1), m.group(2))),
          Rule.maybe(
              "(?:from |(?:ตั้งแต่|เวลา) ?)" + ANY + TO + ANY + NO_UNIT,
              (m, span, _) -> hours(span, m.group(1), m.group(2))),
          Rule.maybe(
              "(?:at )?" + PLAIN + TO + PLAIN, (m, span, _) -> hours(span, m.group(1), m.group(2))),
          Rule.maybe(
              "(\\d{1,2}(?:[:.][0-5]\\d)?)" + TO + PLAIN,
              (m, span, _) -> hours(span, m.group(1), m.group(2))));

  private ClockRules() {}

  private static Optional<Piece> clock(Span span, String words, Bound bound) {
    return times(words).map(times -> new Clock(span, times, bound));
  }

  private static Optional<Piece> hours(Span span, String from, String to) {
    Optional<DayTimes> first = times(from);
    Optional<DayTimes> last = times(to);
    if (first.isEmpty() || last.isEmpty()) return Optional.empty();
    if (first.get().times().isEmpty() || last.get().times().isEmpty()) return Optional.empty();
    return Optional.of(new Hours(span, first.get(), last.get()));
  }

  private static Optional<DayTimes> times(String words) {
    String time = words.strip();
    Optional<DayTimes> thai = ThaiClock.times(time);
    return thai.isPresent() ? thai : EnglishClock.times(time);
  }

  /// The ranges that two times may mean: for each end the latest start before it. Only two times
  /// that are sure may go past midnight.
  static List<List<LocalTime>> ranges(Hours hours) {
    List<List<LocalTime>> forward =
        hours.to().times().stream()
            .flatMap(to -> latestBefore(hours.from(), to).map(from -> List.of(from, to)).stream())
            .toList();
    if (!forward.isEmpty()) return forward;
    boolean sure = hours.from().isSure() && hours.to().isSure();
    boolean same = hours.from().first().equals(hours.to().first());
    return sure && !same ? List.of(List.of(hours.from().first(), hours.to().first())) : List.of();
  }

  private static Optional<LocalTime> latestBefore(DayTimes times, LocalTime end) {
    return times.times().stream().filter(time -> time.isBefore(end)).max(Comparator.naturalOrder());
  }
}
