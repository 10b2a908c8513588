package frontdesk.dates;

import static frontdesk.dates.NumberWords.THAI_COUNT;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Thai clock of six hours (ตีสาม, เจ็ดโมงเช้า, บ่ายสอง, สองทุ่ม, เที่ยง) and the official
/// one of 24 (14.00 น., 14 นาฬิกา).
final class ThaiClock {
  private static final String N = "(" + THAI_COUNT + ")";

  /// Minutes of the hour stand close to it: behind a space, or from sixty on, they are how long.
  private static final String BELOW_60 = "(?![6-9]\\d|(?:หก|เจ็ด|แปด|เก้า)สิบ)" + N;

  private static final String MINUTES =
      "(?: ?(ครึ่ง)(?! ?(?:ชั่วโมง|ชม))|" + BELOW_60 + " ?นาที| ?(?:ตรง))?";

  /// Not behind a number that the clock does not have: แปดทุ่ม is no ทุ่ม.
  private static final String UNCOUNTED =
      "(?<!\\d)(?<!\\d )(?<!เอ็ด)(?<!เจ็ด)(?<!แปด)(?<!เก้า)(?<!สิบ)";

  private static final Pattern DAWN = Pattern.compile("ตี ?" + N + MINUTES);
  private static final Pattern MORNING =
      Pattern.compile("(?:" + N + " ?|" + UNCOUNTED + ")โมงเช้า" + MINUTES);
  private static final Pattern MORNING_HALF =
      Pattern.compile(N + " ?โมง ?(ครึ่ง) ?(?:ตอน)?(เช้า|เย็น)");
  private static final Pattern AFTERNOON =
      Pattern.compile("บ่าย ?(?:" + N + "(?: ?โมง)?|โมง)" + MINUTES);
  private static final Pattern LATE = Pattern.compile(N + " ?โมงเย็น" + MINUTES);
  private static final Pattern EVENING =
      Pattern.compile("(?:" + N + " ?ทุ่ม|" + UNCOUNTED + "ทุ่ม(?:หนึ่ง|นึง|เดียว)?)" + MINUTES);
  private static final Pattern OCLOCK = Pattern.compile(N + " ?โมง(?:ตรง)?" + MINUTES);
  private static final Pattern NOON = Pattern.compile("เที่ยง(?!คืน)(?:วัน|ตรง)?" + MINUTES);
  private static final Pattern MIDNIGHT = Pattern.compile("เที่ยงคืน(?:ตรง)?" + MINUTES);
  private static final Pattern OFFICIAL =
      Pattern.compile(
          "([01]?\\d|2[0-3])(?:[:.]([0-5]\\d) ?(?:น\\.|นาฬิกา|น(?![ก-๙]))"
              + "| ?นาฬิกา(?: ?"
              + BELOW_60
              + " ?นาที)?| ?(?:น\\.|น(?![ก-๙])))");

  /// Any of them. The longer ones come first, since the first that fits is taken.
  static final String ANY =
      plain(
          MIDNIGHT, NOON, OFFICIAL, DAWN, MORNING_HALF, MORNING, AFTERNOON, LATE, EVENING, OCLOCK);

  private ThaiClock() {}

  private static String plain(Pattern... patterns) {
    var any = new StringBuilder();
    for (Pattern pattern : patterns) {
      // Their groups are for `times` only.
      String grouped = pattern.pattern().replaceAll("(?<!\\\\)\\((?!\\?)", "(?:");
      any.append(any.isEmpty() ? "(?:" : "|").append(grouped);
    }
    return any.append(')').toString();
  }

  /// The times that words which matched may mean; none when no clock shows them (ตีเก้า).
  static Optional<DayTimes> times(String words) {
    Matcher m = MIDNIGHT.matcher(words);
    if (m.matches()) return midnight(minutes(m, 1));
    m = NOON.matcher(words);
    if (m.matches()) return sure(12, minutes(m, 1));
    m = OFFICIAL.matcher(words);
    if (m.matches()) return sure(number(m, 1), number(m, 2) + number(m, 3));
    m = DAWN.matcher(words);
    if (m.matches()) return hours(m, 1, 5, 0);
    m = MORNING_HALF.matcher(words);
    if (m.matches()) return half(number(m, 1), text(m, 3));
    m = MORNING.matcher(words);
    if (m.matches()) return morning(text(m, 1).isEmpty() ? 1 : number(m, 1), minutes(m, 2));
    m = AFTERNOON.matcher(words);
    if (m.matches()) return text(m, 1).isEmpty() ? sure(13, minutes(m, 2)) : hours(m, 1, 6, 12);
    m = LATE.matcher(words);
    if (m.matches()) return hours(m, 3, 6, 12);
    m = EVENING.matcher(words);
    if (m.matches()) return evening(text(m, 1).isEmpty() ? 1 : number(m, 1), minutes(m, 2));
    m = OCLOCK.matcher(words);
    return m.matches() ? oclock(number(m, 1), minutes(m, 2)) : Optional.empty();
  }

  private static Optional<DayTimes> midnight(int minutes) {
    return minutes == 0 ? Optional.of(DayTimes.midnightWord(LocalTime.MIDNIGHT)) : sure(0, minutes);
  }

  private static Optional<DayTimes> half(int hour, String part) {
    if (part.equals("เช้า")) return morning(hour, 30);
    return hour >= 3 && hour <= 6 ? sure(hour + 12, 30) : Optional.empty();
  }

  /// Six to eleven are the hour; one to five are counted from six o'clock, as people used to.
  private static Optional<DayTimes> morning(int hour, int minutes) {
    if (hour < 1 || hour > 11) return Optional.empty();
    return sure(hour >= 6 ? hour : hour + 6, minutes);
  }

  private static Optional<DayTimes> evening(int hour, int minutes) {
    if (hour == 6) return midnight(minutes);
    return hour >= 1 && hour <= 5 ? sure(hour + 18, minutes) : Optional.empty();
  }

  /// Without a part of the day seven to eleven are before noon; what is below may be of either
  /// half.
  private static Optional<DayTimes> oclock(int hour, int minutes) {
    if (hour < 1 || hour > 23) return Optional.empty();
    if (hour >= 7) return sure(hour, minutes);
    int early = hour == 6 ? 6 : hour + 6;
    LocalTime morning = LocalTime.of(early, minutes);
    return Optional.of(new DayTimes(List.of(morning, LocalTime.of(hour + 12, minutes)), false));
  }

  private static Optional<DayTimes> hours(Matcher m, int from, int to, int ahead) {
    int hour = number(m, 1);
    return hour >= from && hour <= to ? sure(hour + ahead, minutes(m, 2)) : Optional.empty();
  }

  private static Optional<DayTimes> sure(int hour, int minute) {
    return hour < 24 && minute < 60
        ? Optional.of(DayTimes.sure(LocalTime.of(hour, minute)))
        : Optional.empty();
  }

  /// Minutes stand in two groups: "half", or a number.
  private static int minutes(Matcher m, int group) {
    return text(m, group).isEmpty() ? number(m, group + 1) : 30;
  }

  private static int number(Matcher m, int group) {
    String words = text(m, group);
    return words.isEmpty() ? 0 : NumberWords.value(words);
  }

  private static String text(Matcher m, int group) {
    String found = m.group(group);
    return found == null ? "" : found;
  }
}
