package frontdesk.dates;

import static frontdesk.dates.CalendarWords.THAI_WEEKDAY;
import static frontdesk.dates.CalendarWords.WEEKDAY;
import static frontdesk.dates.CalendarWords.WEEKDAY_ANY;

import frontdesk.dates.Piece.Days;
import frontdesk.dates.Piece.Days.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// Days by weekday. Weeks begin on Monday.
final class WeekdayRules {
  private static final String THAI = "(?:วัน)?(" + THAI_WEEKDAY + ")";

  /// "Before ten" rather than "the Friday before".
  private static final String TIME_BEGINS =
      "เวลา|เที่ยง|บ่าย|ตี|\\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|noon";

  /// อาทิตย์ is Sunday only behind วัน, else a week.
  private static final String NO_WEEK =
      "(?:วัน(" + THAI_WEEKDAY + ")|(จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์))";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "(?:on )?(" + WEEKDAY + ")", (m, span, context) -> plain(span, m.group(1), context)),
          Rule.of(
              "on (" + WEEKDAY_ANY + ")", (m, span, context) -> plain(span, m.group(1), context)),
          Rule.of(
              "(sat|sun)(?=,? (?:at )?(?:\\d|noon))",
              (m, span, context) -> plain(span, m.group(1), context)),
          Rule.of(
              "(" + THAI_WEEKDAY + ")(?= ?ที่ ?\\d)",
              (m, span, context) -> plain(span, m.group(1), context)),
          Rule.of(
              "(?:on )?this (?:coming )?(" + WEEKDAY_ANY + ")",
              (m, span, context) -> thisWeek(span, m.group(1), context)),
          Rule.of(
              "(?:on )?(?:the )?coming (" + WEEKDAY_ANY + ")",
              (m, span, context) -> coming(span, m.group(1), context)),
          Rule.of(
              "(?:on )?next (" + WEEKDAY_ANY + ")",
              (m, span, context) -> next(span, m.group(1), context)),
          Rule.of(
              "(?:on )?(" + WEEKDAY_ANY + "),? (?:of )?next week",
              (m, span, context) -> weeksOn(span, m.group(1), 1, context)),
          Rule.of(
              "(?:on )?next week,? (?:on )?(" + WEEKDAY_ANY + ")",
              (m, span, context) -> weeksOn(span, m.group(1), 1, context)),
          Rule.of(
              "(?:on )?(" + WEEKDAY_ANY + "),? (?:of )?this week",
              (m, span, context) -> thisWeek(span, m.group(1), context)),
          Rule.of(
              "(?:on )?last (" + WEEKDAY_ANY + ")|" + WEEKDAY_ANY + ",? last week",
              (_, span, _) -> new Piece.Gone(span)),
          Rule.of(
              "วัน(" + THAI_WEEKDAY + ")", (m, span, context) -> plain(span, m.group(1), context)),
          Rule.of(
              NO_WEEK + " ?นี้",
              (m, span, context) -> thisWeek(span, m.group(1) + m.group(2), context)),
          Rule.of(
              "(?:on )?(" + WEEKDAY + ") week",
              (m, span, context) -> afterNext(span, m.group(1), context)),
          Rule.of(
              THAI + " ?(?:ที่จะถึง|ที่จะมาถึง)(?:นี้)?",
              (m, span, context) -> coming(span, m.group(1), context)),
          Rule.of(
              NO_WEEK + " ?หน้า",
              (m, span, context) -> weeksOn(span, m.group(1) + m.group(2), 1, context)),
          Rule.of(
              THAI + " ?(?:ของ)?(?:สัปดาห์|อาทิตย์)(หน้า|นี้)",
              (m, span, context) ->
                  m.group(2).equals("นี้")
                      ? thisWeek(span, m.group(1), context)
                      : weeksOn(span, m.group(1), 1, context)),
          Rule.of(
              "(?:สัปดาห์|อาทิตย์)หน้า ?วัน(" + THAI_WEEKDAY + ")",
              (m, span, context) -> weeksOn(span, m.group(1), 1, context)),
          Rule.of(
              THAI + " ?(?:ที่แล้ว|ที่ผ่านมา|ก่อน(?! ?(?:" + TIME_BEGINS + ")))",
              (_, span, _) -> new Piece.Gone(span)));

  private WeekdayRules() {}

  /// The first one to come; said on that weekday itself it is today or a week from now.
  private static Piece plain(Span span, String word, Context context) {
    LocalDate today = context.today();
    DayOfWeek day = CalendarWords.weekday(word);
    if (today.getDayOfWeek() != day) {
      return Days.sure(span, today.with(TemporalAdjusters.next(day)), Kind.WEEKDAY);
    }
    return Days.ask(span, Reason.WHICH_WEEK, List.of(today, today.plusWeeks(1)), Kind.WEEKDAY);
  }

  private static Piece coming(Span span, String word, Context context) {
    DayOfWeek day = CalendarWords.weekday(word);
    return Days.sure(span, context.today().with(TemporalAdjusters.next(day)), Kind.WEEKDAY);
  }

  private static Piece afterNext(Span span, String word, Context context) {
    DayOfWeek day = CalendarWords.weekday(word);
    LocalDate next = context.today().with(TemporalAdjusters.next(day));
    return Days.sure(span, next.plusWeeks(1), Kind.WEEKDAY);
  }

  /// That of this week; if it has gone by, it is asked.
  private static Piece thisWeek(Span span, String word, Context context) {
    LocalDate day = ofWeek(context.today(), CalendarWords.weekday(word));
    return day.isBefore(context.today())
        ? Days.ask(span, Reason.PAST, List.of(day.plusWeeks(1)), Kind.WEEKDAY)
        : Days.sure(span, day, Kind.WEEKDAY);
  }

  /// That of next week. English speakers disagree when this week's is still some days ahead, and
  /// only then: tomorrow would have been called so.
  private static Piece next(Span span, String word, Context context) {
    LocalDate today = context.today();
    LocalDate near = ofWeek(today, CalendarWords.weekday(word));
    return near.isAfter(today.plusDays(1))
        ? Days.ask(span, Reason.WHICH_WEEK, List.of(near, near.plusWeeks(1)), Kind.WEEKDAY)
        : Days.sure(span, near.plusWeeks(1), Kind.WEEKDAY);
  }

  private static Piece weeksOn(Span span, String word, int weeks, Context context) {
    LocalDate near = ofWeek(context.today(), CalendarWords.weekday(word));
    return Days.sure(span, near.plusWeeks(weeks), Kind.WEEKDAY);
  }

  private static LocalDate ofWeek(LocalDate today, DayOfWeek day) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(day);
  }
}
