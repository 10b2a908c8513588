package frontdesk.dates;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Time zones by their exact IANA id, by a short list of cities and countries, or as an offset.
/// What several places share ("EST", "IST") is asked about, never found as a part of another
/// word.
final class Zones {
  private static final Map<String, String> IDS = ids();

  /// Names with one zone each.
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("bangkok", "Asia/Bangkok"),
          Map.entry("thailand", "Asia/Bangkok"),
          Map.entry("thai", "Asia/Bangkok"),
          Map.entry("กรุงเทพ", "Asia/Bangkok"),
          Map.entry("กรุงเทพฯ", "Asia/Bangkok"),
          Map.entry("กทม.", "Asia/Bangkok"),
          Map.entry("ไทย", "Asia/Bangkok"),
          Map.entry("ประเทศไทย", "Asia/Bangkok"),
          Map.entry("budapest", "Europe/Budapest"),
          Map.entry("bucharest", "Europe/Bucharest"),
          Map.entry("london", "Europe/London"),
          Map.entry("uk", "Europe/London"),
          Map.entry("ลอนดอน", "Europe/London"),
          Map.entry("paris", "Europe/Paris"),
          Map.entry("berlin", "Europe/Berlin"),
          Map.entry("madrid", "Europe/Madrid"),
          Map.entry("rome", "Europe/Rome"),
          Map.entry("vienna", "Europe/Vienna"),
          Map.entry("zurich", "Europe/Zurich"),
          Map.entry("amsterdam", "Europe/Amsterdam"),
          Map.entry("istanbul", "Europe/Istanbul"),
          Map.entry("dubai", "Asia/Dubai"),
          Map.entry("india", "Asia/Kolkata"),
          Map.entry("singapore", "Asia/Singapore"),
          Map.entry("สิงคโปร์", "Asia/Singapore"),
          Map.entry("hong kong", "Asia/Hong_Kong"),
          Map.entry("tokyo", "Asia/Tokyo"),
          Map.entry("japan", "Asia/Tokyo"),
          Map.entry("โตเกียว", "Asia/Tokyo"),
          Map.entry("ญี่ปุ่น", "Asia/Tokyo"),
          Map.entry("seoul", "Asia/Seoul"),
          Map.entry("sydney", "Australia/Sydney"),
          Map.entry("auckland", "Pacific/Auckland"),
          Map.entry("new york", "America/New_York"),
          Map.entry("นิวยอร์ก", "America/New_York"),
          Map.entry("chicago", "America/Chicago"),
          Map.entry("denver", "America/Denver"),
          Map.entry("los angeles", "America/Los_Angeles"),
          Map.entry("san francisco", "America/Los_Angeles"),
          Map.entry("utc", "UTC"),
          Map.entry("gmt", "UTC"));

  /// Abbreviations and names of several zones, with the places to offer.
  private static final Map<String, List<String>> SHARED =
      Map.ofEntries(
          Map.entry("est", List.of("America/New_York", "America/Panama")),
          Map.entry("edt", List.of("America/New_York")),
          Map.entry("et", List.of("America/New_York")),
          Map.entry("eastern", List.of("America/New_York", "Australia/Sydney")),
          Map.entry("cst", List.of("America/Chicago", "Asia/Shanghai")),
          Map.entry("cdt", List.of("America/Chicago", "America/Havana")),
          Map.entry("central", List.of("America/Chicago", "Australia/Adelaide")),
          Map.entry("mst", List.of("America/Denver", "America/Phoenix")),
          Map.entry("mdt", List.of("America/Denver")),
          Map.entry("mountain", List.of("America/Denver", "America/Phoenix")),
          Map.entry("pst", List.of("America/Los_Angeles", "Asia/Manila")),
          Map.entry("pdt", List.of("America/Los_Angeles")),
          Map.entry("pacific", List.of("America/Los_Angeles")),
          Map.entry("ist", List.of("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
          Map.entry("bst", List.of("Europe/London", "Asia/Dhaka")),
          Map.entry("cet", List.of("Europe/Berlin", "Europe/Budapest")),
          Map.entry("cest", List.of("Europe/Berlin", "Europe/Budapest")),
          Map.entry("eet", List.of("Europe/Bucharest", "Europe/Helsinki")),
          Map.entry("wet", List.of("Europe/Lisbon")),
          Map.entry("western europe", List.of("Europe/Lisbon", "Europe/Paris")),
          Map.entry("western european", List.of("Europe/Lisbon")),
          Map.entry("central european", List.of("Europe/Berlin", "Europe/Budapest")),
          Map.entry("eastern european", List.of("Europe/Bucharest", "Europe/Helsinki")),
          Map.entry("ict", List.of("Asia/Bangkok", "Asia/Ho_Chi_Minh")),
          Map.entry("sgt", List.of("Asia/Singapore")),
          Map.entry("jst", List.of("Asia/Tokyo")),
          Map.entry("aest", List.of("Australia/Sydney", "Australia/Brisbane")),
          Map.entry("your", List.of()));

  private static final String PLACE = longestFirst(PLACES);
  private static final String VAGUE = longestFirst(SHARED);
  private static final String REGION =
      "(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc)";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "(?:in )?(" + REGION + "(?:/[a-z0-9_+-]{1,20}){1,2})(?: time)?",
              (m, span, _) -> new Piece.Zone(span, exact(m.group(1)).stream().toList())),
          Rule.of(
              "(?:in |by )?("
                  + PLACE
                  + ")(?:'s)? (?:local )?time(?: zone)?|(?:ตาม)?เวลา(?:ใน|ของ|ที่)?("
                  + PLACE
                  + ")",
              (m, span, _) -> new Piece.Zone(span, place(m.group(1) + m.group(2)))),
          Rule.of("(utc|gmt)", (_, span, _) -> new Piece.Zone(span, List.of(ZoneOffset.UTC))),
          Rule.maybe(
              "(?<=\\d\\d:\\d\\d ?)([+-])(\\d\\d):?([0-5]\\d)", (m, span, _) -> offset(m, span)),
          Rule.maybe(
              "(?:utc|gmt) ?([+-])(\\d{1,2})(?::?([0-5]\\d))?", (m, span, _) -> offset(m, span)),
          Rule.of(
              "(?:in )?(" + VAGUE + ")(?: (?:standard|daylight|summer))? time(?: zone)?",
              (m, span, _) -> new Piece.Zone(span, shared(m.group(1)))));

  /// Abbreviations stand in capitals: "est" and "ist" are also words.
  static final Rule ABBREVIATION =
      Rule.of(
          "(est|edt|et|cst|cdt|mst|mdt|pst|pdt|ist|bst|cet|cest|eet|wet|ict|sgt|jst|aest)",
          (m, span, _) -> new Piece.Zone(span, shared(m.group(1))));

  private Zones() {}

  private static Map<String, String> ids() {
    var ids = new HashMap<String, String>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.contains("/")) ids.put(id.toLowerCase(Locale.ROOT), id);
    }
    return Map.copyOf(ids);
  }

  private static String longestFirst(Map<String, ?> names) {
    return String.join(
        "|",
        names.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(name -> name.replace(".", "\\."))
            .toList());
  }

  /// The zone of exactly this id, in letters of any case.
  static Optional<ZoneId> exact(String id) {
    return Optional.ofNullable(IDS.get(id.toLowerCase(Locale.ROOT))).map(ZoneId::of);
  }

  private static List<ZoneId> place(String name) {
    return Stream.ofNullable(PLACES.get(name)).map(ZoneId::of).toList();
  }

  /// Always at least two, or none: a single one could be taken as said.
  private static List<ZoneId> shared(String name) {
    List<ZoneId> zones = SHARED.getOrDefault(name, List.of()).stream().map(ZoneId::of).toList();
    return zones.size() > 1 ? zones : List.of();
  }

  private static Optional<Piece> offset(Rule.Match m, Span span) {
    int hours = Integer.parseInt(m.group(2));
    int minutes = m.has(3) ? Integer.parseInt(m.group(3)) : 0;
    if (hours > 14) return Optional.empty();
    int sign = m.group(1).equals("-") ? -1 : 1;
    return Optional.of(
        new Piece.Zone(span, List.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes))));
  }
}
