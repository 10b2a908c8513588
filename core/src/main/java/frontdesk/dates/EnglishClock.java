package frontdesk.dates;

import static frontdesk.dates.NumberWords.HOUR;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of day in English, and in digits of any language.
final class EnglishClock {
  private static final String MARK = " ?([ap])(?:\\.m\\.?|m)(?![a-z])";
  private static final String OPTIONAL_MARK = "(?: ?[ap](?:\\.m\\.?|m)(?![a-z]))?";
  private static final String PAST =
      "(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty) (?:past|to))";

  /// What is a time of day by itself.
  static final String PLAIN =
      ("(?:HOUR(?:[:.][0-5]\\d)?(?::[0-5]\\d)? ?[ap](?:\\.m\\.?|m)(?![a-z])"
              + "|\\d{1,2}:[0-5]\\d(?::[0-5]\\d)?(?!:)"
              + "|PAST HOUR(?![:.]\\d)MARK|HOUR ?o'?clock|(?:12 )?(?:noon|midday|midnight))")
          .replace("PAST", PAST)
          .replace("MARK", OPTIONAL_MARK)
          .replace("HOUR", HOUR);

  /// Also a bare hour, for where only a time can stand.
  static final String ANY = "(?:" + PLAIN + "|" + HOUR + "(?:\\.[0-5]\\d)?(?![:.]?\\d))";

  private static final Pattern MARKED =
      Pattern.compile("(" + HOUR + ")(?:[:.](\\d\\d))?(?::(\\d\\d))?" + MARK);
  private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})[:.](\\d\\d)(?::(\\d\\d))?");
  private static final Pattern TOLD =
      Pattern.compile(
          "(half|(?:a )?quarter|five|ten|twenty) (past|to) (" + HOUR + ")(?: ?([ap])\\.?m\\.?)?");
  private static final Pattern BARE = Pattern.compile("(" + HOUR + ")(?: ?o'?clock)?");

  private EnglishClock() {}

  /// The times that words which matched may mean; none when there is no such time ("14:75", "0pm").
  static Optional<DayTimes> times(String words) {
    if (words.endsWith("midnight")) return Optional.of(DayTimes.midnightWord(LocalTime.MIDNIGHT));
    if (words.endsWith("noon") || words.endsWith("midday")) {
      return Optional.of(DayTimes.sure(LocalTime.NOON));
    }
    Matcher m = MARKED.matcher(words);
    if (m.matches()) return marked(hour(m, 1), number(m, 2), number(m, 3), text(m, 4));
    m = DIGITS.matcher(words);
    if (m.matches()) return digits(m);
    m = TOLD.matcher(words);
    if (m.matches()) return told(m);
    m = BARE.matcher(words);
    return m.matches() ? Optional.of(DayTimes.of(hour(m, 1), 0)) : Optional.empty();
  }

  private static Optional<DayTimes> marked(int hour, int minute, int second, String half) {
    boolean afternoon = half.equals("p");
    if ((hour > 12 && !afternoon) || (hour == 0 && afternoon)) return Optional.empty();
    int of24 = hour > 12 ? hour : hour % 12 + (afternoon ? 12 : 0);
    return Optional.of(DayTimes.sure(LocalTime.of(of24, minute, second)));
  }

  /// Two digits of the hour are of the clock of 24; one may be of either.
  private static Optional<DayTimes> digits(Matcher m) {
    int hour = number(m, 1);
    int minute = number(m, 2);
    if (hour > 23) return Optional.of(DayTimes.none());
    if (minute > 59 || number(m, 3) > 59) return Optional.empty();
    return Optional.of(
        text(m, 1).length() == 2
            ? DayTimes.sure(LocalTime.of(hour, minute, number(m, 3)))
            : DayTimes.of(hour, minute));
  }

  private static Optional<DayTimes> told(Matcher m) {
    int minutes =
        switch (text(m, 1)) {
          case "half" -> 30;
          case "five" -> 5;
          case "ten" -> 10;
          case "twenty" -> 20;
          default -> 15;
        };
    int hour = hour(m, 3);
    boolean before = text(m, 2).equals("to");
    if (hour == 0 || hour > 12 || (before && minutes == 30)) return Optional.empty();
    String half = text(m, 4);
    Optional<DayTimes> full =
        half.isEmpty() ? Optional.of(DayTimes.of(hour, 0)) : marked(hour, 0, 0, half);
    return full.map(times -> moved(times, before ? -minutes : minutes));
  }

  private static DayTimes moved(DayTimes times, int minutes) {
    return new DayTimes(
        times.times().stream().map(time -> time.plusMinutes(minutes)).sorted().toList(), false);
  }

  private static int hour(Matcher m, int group) {
    return NumberWords.value(text(m, group));
  }

  private static int number(Matcher m, int group) {
    String digits = text(m, group);
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String text(Matcher m, int group) {
    String found = m.group(group);
    return found == null ? "" : found;
  }
}
