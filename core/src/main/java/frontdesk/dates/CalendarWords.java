package frontdesk.dates;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Weekdays and months by name in both languages.
final class CalendarWords {
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  private static final Map<String, Month> MONTHS = months();

  /// Whole names, and abbreviations that are no other word.
  static final String WEEKDAY =
      "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thu(?:rs?)?|fri)";

  /// Also those that are ("sat", "sun").
  static final String WEEKDAY_ANY = "(?:" + WEEKDAY + "|sat|sun)";

  static final String THAI_WEEKDAY = "(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์)";

  static final String MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\\.?";

  static final String THAI_MONTH =
      "(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
          + "|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา"
          + "|ม\\.?ค\\.?|ก\\.?พ\\.?|มี\\.?ค\\.?|เม\\.?ย\\.?|พ\\.?ค\\.?|มิ\\.?ย\\.?"
          + "|ก\\.?ค\\.?|ส\\.?ค\\.?|ก\\.?ย\\.?|ต\\.?ค\\.?|พ\\.?ย\\.?|ธ\\.?ค\\.?)";

  private CalendarWords() {}

  private static Map<String, DayOfWeek> weekdays() {
    var names = new LinkedHashMap<String, DayOfWeek>();
    for (DayOfWeek day : DayOfWeek.values()) {
      names.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
    }
    String[] thai = {"จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์"};
    for (int i = 0; i < thai.length; i++) names.put(thai[i], DayOfWeek.of(i + 1));
    return names;
  }

  private static Map<String, Month> months() {
    var names = new HashMap<String, Month>();
    List<String> full =
        List.of(
            "มกรา กุมภา มีนา เมษา พฤษภา มิถุนา กรกฎา สิงหา กันยา ตุลา พฤศจิกา ธันวา"
                .split(" ", -1));
    List<String> brief = List.of("มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค".split(" ", -1));
    for (Month month : Month.values()) {
      names.put(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month);
      names.put(full.get(month.getValue() - 1), month);
      names.put(brief.get(month.getValue() - 1), month);
    }
    return names;
  }

  /// The weekday of a text that matched.
  static DayOfWeek weekday(String words) {
    return WEEKDAYS.entrySet().stream()
        .filter(name -> words.startsWith(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /// The month of a text that matched.
  static Month month(String words) {
    String name = words.replace(".", "");
    return MONTHS.entrySet().stream()
        .filter(month -> name.startsWith(month.getKey()))
        .max(Comparator.comparingInt(month -> month.getKey().length()))
        .map(Map.Entry::getValue)
        .orElseThrow();
  }
}
