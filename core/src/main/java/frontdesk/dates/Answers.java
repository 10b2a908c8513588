package frontdesk.dates;

import frontdesk.dates.Reading.Asked;
import frontdesk.dates.Reading.None;
import frontdesk.dates.Reading.Resolved;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the answer to a question about a line that had several meanings: one of them, said by its
/// day or time, its half of the day, or its place ("the first"). "Yes" picks the only one.
final class Answers {
  private static final String ONE =
      "(?: (?:one|option|time|date|day))?(?=$|[ ,.!]*(?:please|then|thanks|thank you|works?|is|$))";
  private static final Pattern FIRST =
      Pattern.compile(
          "\\b(?:first|1st|former|earlier|earliest)"
              + ONE
              + "|(?:อัน|ข้อ|เวลา|ตัวเลือก)(?:แรก|ที่ ?(?:หนึ่ง|1))|^แรก");
  private static final Pattern SECOND =
      Pattern.compile(
          "(?<!\\b(?:a|one) )\\b(?:second|2nd|latter|the later|later (?=one|option|time|date|day))"
              + ONE
              + "|(?:อัน|ข้อ|เวลา|ตัวเลือก)(?:หลัง|ที่ ?(?:สอง|2))");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\bday (?:comes |is )?first\\b|\\bday[ /]month\\b|วัน(?:ขึ้น|มา)?ก่อน");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\bmonth (?:comes |is )?first\\b|\\bmonth[ /]day\\b|เดือน(?:ขึ้น|มา)?ก่อน");
  private static final String NOT_GREETED = "(?<!good )(?<!สวัสดีตอน)";
  private static final Pattern FORENOON =
      Pattern.compile(
          NOT_GREETED
              + "(?:(?<!\\bi )\\b(?:am|a\\.m\\.?|morning|before noon)(?![a-z])|เช้า|ก่อนเที่ยง)");
  private static final Pattern AFTERNOON =
      Pattern.compile(
          NOT_GREETED
              + "(?:\\b(?:pm|p\\.m\\.?|afternoon|evening|night|after noon)(?![a-z])|บ่าย|เย็น|ค่ำ|กลางคืน|หลังเที่ยง)");
  private static final Pattern NOT =
      Pattern.compile("\\b(?:not|neither|none|never)\\b|n't\\b|ไม่(?!เป็นไร)|ยกเว้น");
  private static final Pattern YES =
      Pattern.compile(
          "(?:yes|yep|yeah|ok|okay|sure|exactly|right|correct|please|that's right|ใช่|ได้|โอเค|ตกลง|ถูกต้อง|พอดี|เลย|นะ|ค่ะ|คะ|ครับ|[ ,.!])+");

  /// Said again, it does not tell which week.
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:[ ,.!]|please|then)*"
              + "|(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:[ ,.!]|ค่ะ|คะ|ครับ|นะ)*");
  private static final int NOON = 12;

  private Answers() {}

  static Reading read(Asked asked, String answer, Context context) {
    if (asked.candidates().isEmpty() || answer.isEmpty()) return new None();
    String text = Text.plain(answer);
    if (asked.reason() == Reason.WHICH_WEEK && WEEKDAY.matcher(text).matches()) return new None();
    List<When> meant =
        asked.candidates().stream().filter(c -> isSaid(c, answer, context)).distinct().toList();
    if (meant.isEmpty() && !isTimed(answer, context)) meant = byWords(asked, text);
    return meant.size() == 1
        ? new Resolved(meant.getFirst(), new Span(0, answer.length()), Dates.ANSWER)
        : new None();
  }

  static boolean isByPlace(String answer) {
    String text = Text.plain(answer);
    return FIRST.matcher(text).find() || SECOND.matcher(text).find();
  }

  private static boolean isTimed(String answer, Context context) {
    return Dates.readAll(answer, context).stream()
        .anyMatch(
            r ->
                switch (r) {
                  case Resolved(When.Moment _, _, _), Resolved(When.Clock _, _, _) -> true;
                  case Resolved(When.Day _, _, _) -> true;
                  case Resolved _, None _ -> false;
                  case Asked(var why, _, _) -> why != Reason.NOT_THEN;
                });
  }

  private static List<When> byWords(Asked asked, String text) {
    if (NOT.matcher(text).find()) return List.of();
    List<When> candidates = asked.candidates();
    if (candidates.size() == 1 && YES.matcher(text).matches()) return candidates;
    if (asked.reason() == Reason.DAY_OR_MONTH && candidates.size() == 2) {
      boolean day = DAY_FIRST.matcher(text).find();
      if (day != MONTH_FIRST.matcher(text).find()) return List.of(candidates.get(day ? 0 : 1));
    }
    Optional<When> placed = byPlace(candidates, text);
    return placed.isPresent()
        ? List.of(placed.get())
        : candidates.stream().filter(c -> isHalf(c, text)).toList();
  }

  private static Optional<When> byPlace(List<When> candidates, String text) {
    boolean first = FIRST.matcher(text).find();
    boolean second = SECOND.matcher(text).find() && candidates.size() > 1;
    if (first == second) return Optional.empty();
    return Optional.of(candidates.get(first ? 0 : 1));
  }

  private static boolean isHalf(When candidate, String text) {
    boolean forenoon = FORENOON.matcher(text).find();
    if (forenoon == AFTERNOON.matcher(text).find() || candidate instanceof When.Day) return false;
    return at(candidate).filter(at -> at.getHour() < NOON == forenoon).isPresent();
  }

  /// Whether the answer names the candidate's day or time, or a stretch that it lies in.
  private static boolean isSaid(When candidate, String answer, Context context) {
    Optional<ZonedDateTime> at = at(candidate);
    if (at.isEmpty()) return false;
    LocalDate date = at.get().toLocalDate();
    var readings = new ArrayList<>(Dates.readAll(answer, context.about(date)));
    readings.addAll(Dates.readAll(answer, context));
    return readings.stream()
        .anyMatch(r -> r instanceof Resolved(When said, _, _) && fits(candidate, at.get(), said));
  }

  private static boolean fits(When candidate, ZonedDateTime at, When said) {
    return switch (said) {
      case When.Moment(var moment) -> moment.isEqual(at);
      case When.Clock(var time, _) ->
          !(candidate instanceof When.Day) && time.equals(at.toLocalTime());
      case When.Day(var date, _) -> date.equals(at.toLocalDate());
      case When.Window(var from, var to) -> !at.isBefore(from) && at.isBefore(to);
      case When.Length _ -> false;
    };
  }

  private static Optional<ZonedDateTime> at(When candidate) {
    return switch (candidate) {
      case When.Moment(var at) -> Optional.of(at);
      case When.Clock(_, var next) -> Optional.of(next);
      case When.Day(var date, var zone) -> Optional.of(date.atStartOfDay(zone));
      case When.Window(var from, _) -> Optional.of(from);
      case When.Length _ -> Optional.empty();
    };
  }
}
