package frontdesk.dates;

import static frontdesk.dates.NumberWords.COUNT;

import frontdesk.dates.Piece.DayRange;
import frontdesk.dates.Piece.Days;
import frontdesk.dates.Piece.Days.Kind;
import frontdesk.dates.Piece.Exact;
import frontdesk.dates.Piece.Gone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// Days and times measured from now: "tomorrow", "in two weeks", "in an hour", "next week".
final class RelativeRules {
  private static final String N = "(" + COUNT + "|an?)";
  private static final String DAY_UNIT = "(days?|weeks?|months?|years?)";
  private static final String THAI_DAY_UNIT = "(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)";

  static final List<Rule> ALL =
      List.of(
          days("today|วันนี้", 0),
          days("today week", 7),
          days("tomorrow week", 8),
          days("in a fortnight|a fortnight from (?:now|today)", 14),
          Rule.of(
              COUNT
                  + " ?(?:นาที|ชั่วโมง|ชม\\.|วัน|สัปดาห์|อาทิตย์|เดือน|ปี) ?(?:ที่แล้ว|ที่ผ่านมา|ก่อน)",
              (_, span, _) -> new Gone(span)),
          days("(?:the )?day after tomorrow|มะรืน(?:นี้)?|วันมะรืน", 2),
          days("tomorrow|tommorow|tomorow|tmrw|tmr|(?:วัน)?พรุ่งนี้|พรุ้งนี้", 1),
          Rule.of(
              "yesterday|the day before yesterday|last (?:week|month|year|night)|เมื่อวาน(?:นี้)?|เมื่อวานซืน|เมื่อคืน(?:นี้)?"
                  + "|(?:สัปดาห์|อาทิตย์|เดือน|ปี)(?:ที่แล้ว|ก่อน)",
              (_, span, _) -> new Gone(span)),
          Rule.of(
              N + " (?:minutes?|mins?|hours?|days?|weeks?|months?|years?) ago",
              (_, span, _) -> new Gone(span)),
          Rule.of(
              "in "
                  + N
                  + " "
                  + DAY_UNIT
                  + "(?:' time)?|"
                  + N
                  + " "
                  + DAY_UNIT
                  + " from (?:now|today)",
              (m, span, context) ->
                  m.has(1)
                      ? ahead(span, m.group(1), m.group(2), context)
                      : ahead(span, m.group(3), m.group(4), context)),
          Rule.of(
              "(?:อีก|ใน) ?(" + COUNT + ")? ?" + THAI_DAY_UNIT + "(?:ข้างหน้า|ถัดไป)?",
              (m, span, context) -> ahead(span, m.has(1) ? m.group(1) : "1", m.group(2), context)),
          Rule.of(
              N + " " + DAY_UNIT + " (?:after|from) tomorrow",
              (m, span, context) ->
                  ahead(span, m.group(1), m.group(2), context.today().plusDays(1))),
          Rule.of(
              "(?:in|after) ((?:"
                  + LengthRules.ENGLISH
                  + "))|(?:อีก|ใน) ?("
                  + LengthRules.THAI
                  + ")"
                  + "|("
                  + LengthRules.ENGLISH
                  + ") from now",
              (m, span, context) -> {
                String length = m.group(1) + m.group(2) + m.group(3);
                return new Exact(
                    span,
                    context
                        .local()
                        .plus(LengthRules.length(length))
                        .truncatedTo(ChronoUnit.MINUTES));
              }),
          Rule.of(
              N + " (days?|weeks?) (after|from|before)",
              (m, span, _) -> new Piece.Shift(span, shift(m.group(1), m.group(2), m.group(3)))),
          Rule.of(
              "next week|(?:สัปดาห์|อาทิตย์)หน้า", (_, span, context) -> weeks(span, 1, context)),
          Rule.of(
              "this week|(?:สัปดาห์|อาทิตย์)นี้", (_, span, context) -> weeks(span, 0, context)),
          Rule.of(
              "(?:the )?week after next|อีกสองสัปดาห์ข้างหน้า",
              (_, span, context) -> weeks(span, 2, context)),
          Rule.of(
              "(?:this|the|at the|on the) weekend|สุดสัปดาห์นี้|เสาร์-?อาทิตย์นี้",
              (_, span, context) -> weekend(span, 0, context)),
          Rule.of(
              "next weekend|สุดสัปดาห์หน้า|เสาร์-?อาทิตย์หน้า",
              (_, span, context) -> weekend(span, 1, context)),
          Rule.of("next month|เดือนหน้า", (_, span, context) -> months(span, 1, context)),
          Rule.of("this month|เดือนนี้", (_, span, context) -> months(span, 0, context)));

  private RelativeRules() {}

  private static Rule days(String words, int ahead) {
    return Rule.of(
        words,
        (_, span, context) -> Days.sure(span, context.today().plusDays(ahead), Kind.RELATIVE));
  }

  private static Piece ahead(Span span, String count, String unit, Context context) {
    return ahead(span, count, unit, context.today());
  }

  private static Piece ahead(Span span, String count, String unit, LocalDate from) {
    int n = NumberWords.value(count);
    LocalDate day =
        switch (unit.charAt(0)) {
          case 'd', 'ว' -> from.plusDays(n);
          case 'w', 'ส', 'อ' -> from.plusWeeks(n);
          case 'm', 'เ' -> from.plusMonths(n);
          default -> from.plusYears(n);
        };
    return Days.sure(span, day, Kind.RELATIVE);
  }

  private static int shift(String count, String unit, String direction) {
    int days = NumberWords.value(count) * (unit.startsWith("week") ? 7 : 1);
    return direction.equals("before") ? -days : days;
  }

  private static Piece weeks(Span span, int ahead, Context context) {
    LocalDate monday =
        context.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(ahead);
    return new DayRange(span, monday, monday.plusWeeks(1));
  }

  private static Piece weekend(Span span, int ahead, Context context) {
    LocalDate monday = context.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate saturday = monday.plusWeeks(ahead).with(DayOfWeek.SATURDAY);
    return new DayRange(span, saturday, saturday.plusDays(2));
  }

  private static Piece months(Span span, int ahead, Context context) {
    LocalDate first = context.today().withDayOfMonth(1).plusMonths(ahead);
    return new DayRange(span, first, first.plusMonths(1));
  }
}
