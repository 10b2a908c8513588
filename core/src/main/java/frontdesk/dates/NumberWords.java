package frontdesk.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whole numbers as people write them: digits, and words of both languages below a million.
final class NumberWords {
  private static final List<String> ENGLISH_SMALL =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              .concat(" fifteen sixteen seventeen eighteen nineteen")
              .split(" ", -1));
  private static final List<String> ENGLISH_TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Integer> THAI_DIGITS =
      Map.ofEntries(
          Map.entry("ศูนย์", 0),
          Map.entry("หนึ่ง", 1),
          Map.entry("นึง", 1),
          Map.entry("เอ็ด", 1),
          Map.entry("สอง", 2),
          Map.entry("ยี่", 2),
          Map.entry("สาม", 3),
          Map.entry("สี่", 4),
          Map.entry("ห้า", 5),
          Map.entry("หก", 6),
          Map.entry("เจ็ด", 7),
          Map.entry("แปด", 8),
          Map.entry("เก้า", 9));
  private static final Map<String, Integer> THAI_UNITS =
      Map.of(
          "สิบ", 10, "ร้อย", 100, "พัน", 1_000, "หมื่น", 10_000, "แสน", 100_000, "ล้าน", 1_000_000);
  private static final Map<String, Integer> ENGLISH_VALUES = englishValues();

  private static final String UNIT = "(?:one|two|three|four|five|six|seven|eight|nine)";
  private static final String BELOW_100 =
      "(?:(?:%s)(?:[ -]%s)?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|%s)(?![a-z])"
          .formatted(String.join("|", ENGLISH_TENS), UNIT, UNIT);
  private static final String THAI_UNIT = "(?:หนึ่ง|นึง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)";
  private static final String THAI_BELOW_100 =
      "(?:(?:ยี่|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?สิบ(?:เอ็ด|%s)?|%s)"
          .formatted(THAI_UNIT, THAI_UNIT);

  /// An hour of the English clock of twelve, or of 24 in digits.
  static final String HOUR =
      "(?:[01]?\\d|2[0-3]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z]))";

  /// Below a hundred in words, below a thousand in digits.
  static final String COUNT =
      "(?:\\d{1,3}(?![\\d]|[.,]\\d)|%s|%s)".formatted(BELOW_100, THAI_BELOW_100);

  /// Thai words or digits below a hundred.
  static final String THAI_COUNT = "(?:\\d{1,2}(?!\\d)|%s)".formatted(THAI_BELOW_100);

  private static final String BELOW_1000 =
      "(?:(?:%s|a)[ -]hundred(?: (?:and )?%s)?|%s)".formatted(UNIT, BELOW_100, BELOW_100);

  /// Words below a million; of Thai also millions.
  static final String WORDS =
      "(?:(?:%s|a)[ -]thousand(?:,? (?:and )?%s)?|%s|(?:(?:%s)?(?:ล้าน|แสน|หมื่น|พัน|ร้อย)){1,5}(?:%s)?|%s)"
          .formatted(BELOW_1000, BELOW_1000, BELOW_1000, THAI_UNIT, THAI_BELOW_100, THAI_BELOW_100);

  private NumberWords() {}

  private static Map<String, Integer> englishValues() {
    var values = new HashMap<String, Integer>();
    for (int i = 0; i < ENGLISH_SMALL.size(); i++) values.put(ENGLISH_SMALL.get(i), i);
    for (int i = 0; i < ENGLISH_TENS.size(); i++) values.put(ENGLISH_TENS.get(i), 20 + 10 * i);
    values.put("a", 1);
    values.put("an", 1);
    return Map.copyOf(values);
  }

  /// What a text that matched one of the patterns counts.
  static int value(String words) {
    String text = words.strip();
    if (Character.isDigit(text.charAt(0))) return Integer.parseInt(text);
    return Text.isThai(text.charAt(0)) ? thai(text) : english(text);
  }

  private static int english(String text) {
    int thousands = 0;
    int value = 0;
    for (String word : text.split("[ ,-]+", -1)) {
      if (word.equals("hundred")) value *= 100;
      else if (word.equals("thousand")) {
        thousands = value * 1_000;
        value = 0;
      } else value += ENGLISH_VALUES.getOrDefault(word, 0);
    }
    return thousands + value;
  }

  private static int thai(String text) {
    int value = 0;
    int digit = 0;
    int at = 0;
    while (at < text.length()) {
      String rest = text.substring(at);
      Optional<String> unit = THAI_UNITS.keySet().stream().filter(rest::startsWith).findFirst();
      String word = unit.orElseGet(() -> thaiDigit(rest, 0));
      if (unit.isPresent()) value += Math.max(digit, 1) * THAI_UNITS.getOrDefault(word, 1);
      digit = unit.isPresent() ? 0 : THAI_DIGITS.getOrDefault(word, 0);
      at += word.length();
    }
    return value + digit;
  }

  private static String thaiDigit(String text, int at) {
    return THAI_DIGITS.keySet().stream()
        .filter(word -> text.startsWith(word, at))
        .findFirst()
        .orElse(text.substring(at, at + 1));
  }
}
