package frontdesk.dates;

import static frontdesk.dates.CalendarWords.MONTH;
import static frontdesk.dates.CalendarWords.THAI_MONTH;

import frontdesk.dates.Piece.DayRange;
import frontdesk.dates.Piece.Days;
import frontdesk.dates.Piece.Days.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Days by their date: with the month's name, in digits, or only the day of the month.
final class DateRules {
  private static final String D = "(3[01]|[12]\\d|0?[1-9])";
  private static final String NTH = D + "(?:st|nd|rd|th)?";
  private static final String YEAR = "(\\d{4}(?!\\d)|'?\\d\\d(?![\\d:.]| ?[ap]\\.?m))";
  private static final String THAI_YEAR =
      "(?:ปี )?(?:พ\\.?ศ\\.? ?|ค\\.?ศ\\.? ?)?(\\d{4}|\\d\\d)(?![\\d:.])";

  static final List<Rule> ALL =
      List.of(
          Rule.maybe(
              "(?:on )?(?:the )?" + NTH + "(?: of)?[ -]?(" + MONTH + ")(?:,?[ -]" + YEAR + ")?",
              (m, span, context) -> date(m, span, m.group(1), m.group(2), context)),
          Rule.maybe(
              "(?:on )?(" + MONTH + ")[ -](?:the )?" + NTH + "(?!\\d|[-–]\\d)(?:,? " + YEAR + ")?",
              (m, span, context) -> date(m, span, m.group(2), m.group(1), context)),
          Rule.maybe(
              "(?:วัน)?(?:ที่ ?)?"
                  + D
                  + " ?(?:เดือน ?)?("
                  + THAI_MONTH
                  + ")(?: ?"
                  + THAI_YEAR
                  + ")?",
              (m, span, context) -> date(m, span, m.group(1), m.group(2), context)),
          Rule.maybe("(?:on )?(\\d{4})([-/.])(\\d\\d)\\2(\\d\\d)", DateRules::yearFirst),
          Rule.maybe(
              "(?:on )?(?:วันที่ ?)?(\\d\\d?)([-/.])(\\d\\d?)\\2(\\d{4}|\\d\\d(?!\\d))",
              (m, span, context) ->
                  digits(m, span, Years.of(m.group(4), m.group(0), context), context)),
          Rule.maybe(
              "(?:on (?:the )?|วันที่ ?)(\\d\\d?)(/)(\\d\\d?)",
              (m, span, context) -> digits(m, span, Years.unsaid(), context)),
          Rule.maybe(
              "(?<=(?:day|mon|tues?|wed|thurs?|thu|fri|sat|sun),? )(\\d\\d?)(/)(\\d\\d?)",
              (m, span, context) -> digits(m, span, Years.unsaid(), context)),
          Rule.maybe(
              "(\\d\\d?)(/)(\\d\\d?)(?=,? (?:at )?\\d{1,2}(?::| ?[ap]\\.?m))",
              (m, span, context) -> digits(m, span, Years.unsaid(), context)),
          Rule.maybe(
              "(?:on )?(\\d\\d?)(\\.)(\\d\\d?)\\.(?! ?\\d)",
              (m, span, context) -> digits(m, span, Years.unsaid(), context)),
          Rule.of(
              "(?:on )?the "
                  + D
                  + "(?:st|nd|rd|th)? of next month|วันที่ ?"
                  + D
                  + " ?(?:ของ)?เดือนหน้า",
              (m, span, context) -> nextMonth(m, span, context)),
          Rule.of(
              "(?:on )?the "
                  + D
                  + "(?:st|nd|rd|th)|on "
                  + D
                  + "(?:st|nd|rd|th)|วันที่ ?"
                  + D
                  + "|(?<=(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์) ?)ที่ ?"
                  + D,
              (m, span, context) -> dayOfMonth(m, span, context)),
          Rule.maybe(
              "(?:from )?(?:the )?"
                  + NTH
                  + " ?(?:-|to|until|till) ?"
                  + NTH
                  + "(?: of)? ("
                  + MONTH
                  + ")(?:,? (\\d{4}))?",
              (m, span, context) -> range(m, span, m.group(1), m.group(2), m.group(3), context)),
          Rule.maybe(
              "(?:from )?("
                  + MONTH
                  + ") "
                  + NTH
                  + " ?(?:-|to|until|till) ?"
                  + NTH
                  + "(?:,? (\\d{4}))?",
              (m, span, context) -> range(m, span, m.group(2), m.group(3), m.group(1), context)),
          Rule.maybe(
              "(?:วันที่ ?)?" + D + " ?(?:-|ถึง) ?" + D + " ?(" + THAI_MONTH + ")(?: ?(\\d{4}))?",
              (m, span, context) -> range(m, span, m.group(1), m.group(2), m.group(3), context)));

  private DateRules() {}

  private static Optional<Piece> date(
      Rule.Match m, Span span, String day, String month, Context context) {
    Years years = Years.of(m.group(3), m.group(0), context);
    int number = CalendarWords.month(month).getValue();
    return date(span, Integer.parseInt(day), number, years, context);
  }

  private static Optional<Piece> yearFirst(Rule.Match m, Span span, Context context) {
    int month = Integer.parseInt(m.group(3));
    int day = Integer.parseInt(m.group(4));
    if (month > 12 || month == 0 || day == 0 || day > 31) {
      return Optional.of(Days.ask(span, Reason.NO_SUCH_DAY, List.of(), Kind.DATE));
    }
    return date(span, day, month, Years.of(m.group(1), m.group(0), context), context);
  }

  /// Day and month in digits. With dots, or a Buddhist year, the day is first everywhere.
  private static Optional<Piece> digits(Rule.Match m, Span span, Years years, Context context) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    if (first == 0 || second == 0 || first > 31 || second > 31) return Optional.empty();
    if (first > 12 && second > 12) {
      return Optional.of(Days.ask(span, Reason.NO_SUCH_DAY, List.of(), Kind.DATE));
    }
    boolean dayFirst = m.group(2).equals(".") || years.buddhist() || first == second;
    if (second > 12) return date(span, second, first, years, context);
    if (first > 12 || dayFirst) return date(span, first, second, years, context);
    List<LocalDate> either =
        Stream.of(
                date(span, first, second, years, context),
                date(span, second, first, years, context))
            .flatMap(Optional::stream)
            .filter(Days.class::isInstance)
            .flatMap(piece -> ((Days) piece).days().stream())
            .toList();
    return Optional.of(Days.ask(span, Reason.DAY_OR_MONTH, either, Kind.DATE));
  }

  private static Optional<Piece> date(Span span, int day, int month, Years years, Context context) {
    List<Integer> said = years.said();
    if (said.stream().anyMatch(year -> !Years.near(year))) return Optional.empty();
    if (said.isEmpty()) return Optional.of(unsaidYear(span, day, month, context));
    if (said.size() == 1) return Optional.of(inYear(span, day, month, said.getFirst()));
    List<LocalDate> days =
        said.stream()
            .filter(year -> YearMonth.of(year, month).isValidDay(day))
            .map(year -> LocalDate.of(year, month, day))
            .filter(date -> !date.isBefore(context.today()))
            .toList();
    return Optional.of(Days.ask(span, Reason.TWO_DIGIT_YEAR, days, Kind.DATE));
  }

  /// The next one to come; one that has just gone by is asked about.
  private static Days unsaidYear(Span span, int day, int month, Context context) {
    LocalDate today = context.today();
    YearMonth thisYear = YearMonth.of(today.getYear(), month);
    boolean gone =
        thisYear.isValidDay(day)
            ? thisYear.atDay(day).isBefore(today)
            : thisYear.atEndOfMonth().isBefore(today);
    if (!gone) return inYear(span, day, month, today.getYear());
    Days next = inYear(span, day, month, today.getYear() + 1);
    boolean justGone = thisYear.atEndOfMonth().isAfter(today.minusMonths(2));
    return justGone && next.question().isEmpty()
        ? Days.ask(span, Reason.PAST, next.days(), Kind.DATE)
        : next;
  }

  private static Days inYear(Span span, int day, int month, int year) {
    YearMonth in = YearMonth.of(year, month);
    if (in.isValidDay(day)) return Days.sure(span, in.atDay(day), Kind.DATE);
    LocalDate last = in.atEndOfMonth();
    return Days.ask(span, Reason.NO_SUCH_DAY, List.of(last, last.plusDays(1)), Kind.DATE);
  }

  /// Of this month if it is still to come, else of the next.
  private static Piece dayOfMonth(Rule.Match m, Span span, Context context) {
    int day = Integer.parseInt(m.group(1) + m.group(2) + m.group(3) + m.group(4));
    LocalDate today = context.today();
    YearMonth month = YearMonth.from(today).plusMonths(day < today.getDayOfMonth() ? 1 : 0);
    return inYear(span, day, month.getMonthValue(), month.getYear());
  }

  private static Piece nextMonth(Rule.Match m, Span span, Context context) {
    YearMonth month = YearMonth.from(context.today()).plusMonths(1);
    int day = Integer.parseInt(m.group(1) + m.group(2));
    return inYear(span, day, month.getMonthValue(), month.getYear());
  }

  private static Optional<Piece> range(
      Rule.Match m, Span span, String first, String last, String month, Context context) {
    Years years = Years.of(m.group(4), m.group(0), context);
    int number = CalendarWords.month(month).getValue();
    Optional<Piece> from = date(span, Integer.parseInt(first), number, years, context);
    if (!(from.orElse(null)
        instanceof Days(_, List<LocalDate> days, Optional<Reason> question, _))) {
      return Optional.empty();
    }
    int to = Integer.parseInt(last);
    if (question.isPresent()) return from;
    YearMonth in = YearMonth.from(days.getFirst());
    if (!in.isValidDay(to) || to < days.getFirst().getDayOfMonth()) {
      return Optional.of(Days.ask(span, Reason.NO_SUCH_DAY, List.of(), Kind.DATE));
    }
    return Optional.of(new DayRange(span, days.getFirst(), in.atDay(to).plusDays(1)));
  }
}
