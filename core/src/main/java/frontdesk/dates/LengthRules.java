package frontdesk.dates;

import static frontdesk.dates.NumberWords.COUNT;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long something lasts, up to days.
final class LengthRules {
  private static final String DECIMAL = "\\d{1,2}[.,]\\d{1,2}";
  private static final String MINUTES = "(?:minutes?|mins?\\b\\.?|m\\b)";
  private static final String HOURS = "(?:hours?|hrs?\\b\\.?|h\\b)";

  static final String ENGLISH =
      ("(?:half an? hour|half-hour|(?:(?:a|three) )?quarters? (?:of )?an hour|(?:an|one) hour and a half"
              + "|\\d{1,2}h[0-5]\\d|(?:COUNT|an?) and a half HOURS|(?:DECIMAL|COUNT|an|1/2)[ -]?HOURS"
              + "(?:,? (?:and )?(?:COUNT MINUTES|a half|half an hour))?|COUNT[ -]?MINUTES)")
          .replace("COUNT", COUNT)
          .replace("DECIMAL", DECIMAL)
          .replace("MINUTES", MINUTES)
          .replace("HOURS", HOURS);

  static final String THAI =
      "(?:ครึ่ง ?(?:ชั่วโมง|ชม\\.?)|(?:DECIMAL|COUNT)? ?(?:ชั่วโมง|ชม\\.?)(?: ?ครึ่ง| ?COUNT ?นาที)?|COUNT ?นาที)"
          .replace("COUNT", COUNT)
          .replace("DECIMAL", DECIMAL);

  private static final Pattern HOUR_PART =
      Pattern.compile(
          "(" + DECIMAL + "|" + COUNT + "|an?)?[ -]?(and a half )?(?:hours?|hrs?|h|ชั่วโมง|ชม)");
  private static final Pattern MINUTE_PART =
      Pattern.compile("(" + COUNT + ")[ -]?(?:minutes?|mins?|m\\b|นาที)");
  private static final Pattern SHORT = Pattern.compile("(\\d{1,2})h([0-5]\\d)");

  static final List<Rule> ALL =
      List.of(
          Rule.maybe("(?:for )?(" + ENGLISH + ")", (m, span, _) -> lasting(span, m.group(1))),
          Rule.maybe(
              "(?:นาน|เป็นเวลา)? ?(" + THAI + ")", (m, span, _) -> lasting(span, m.group(1))),
          Rule.maybe(
              "pt(?=\\d)(?:(\\d{1,3})h)?(?:(\\d{1,4})m)?",
              (m, span, _) -> positive(span, iso(m.group(1), m.group(2)))),
          Rule.maybe(
              "for (" + COUNT + "|an?) (days?|weeks?)",
              (m, span, _) -> positive(span, Duration.ofDays(days(m.group(1), m.group(2))))));

  private LengthRules() {}

  private static Optional<Piece> lasting(Span span, String words) {
    return positive(span, length(words));
  }

  private static Optional<Piece> positive(Span span, Duration length) {
    return length.isPositive() ? Optional.of(new Piece.Lasting(span, length)) : Optional.empty();
  }

  private static Duration iso(String hours, String minutes) {
    return Duration.ofHours(hours.isEmpty() ? 0 : Integer.parseInt(hours))
        .plusMinutes(minutes.isEmpty() ? 0 : Integer.parseInt(minutes));
  }

  private static int days(String count, String unit) {
    return NumberWords.value(count) * (unit.startsWith("week") ? 7 : 1);
  }

  /// The length of words that matched.
  static Duration length(String words) {
    Matcher brief = SHORT.matcher(words);
    if (brief.matches()) return iso(brief.group(1), brief.group(2));
    if (words.startsWith("half") || words.startsWith("ครึ่ง") || words.startsWith("1/2")) {
      return Duration.ofMinutes(30);
    }
    if (words.contains("quarter")) return Duration.ofMinutes(words.startsWith("three") ? 45 : 15);
    Duration length = hours(words);
    Matcher minutes = MINUTE_PART.matcher(words);
    return minutes.find() ? length.plusMinutes(NumberWords.value(minutes.group(1))) : length;
  }

  private static Duration hours(String words) {
    Matcher hours = HOUR_PART.matcher(words);
    if (!hours.find()) return Duration.ZERO;
    String count = Objects.requireNonNullElse(hours.group(1), "1");
    boolean half = words.contains("half") || words.endsWith("ครึ่ง");
    return minutesOf(count).plusMinutes(half ? 30 : 0);
  }

  private static Duration minutesOf(String hours) {
    if (!hours.matches(DECIMAL)) return Duration.ofHours(NumberWords.value(hours));
    return Duration.ofMinutes(Math.round(60 * Double.parseDouble(hours.replace(',', '.'))));
  }
}
