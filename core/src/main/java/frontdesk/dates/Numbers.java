package frontdesk.dates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers and amounts in a customer's line: Thai and other digits, words below a million,
/// comma and dot by what they can mean. Pure and total, as [Dates].
public final class Numbers {
  /// The normaliser of numbers.
  public static final String NUMBER = "number";

  private static final String SIGNS =
      "(?:(us\\$|\\$|฿|€|£|¥|usd|eur|thb|gbp|jpy|cny|chf|sgd|aud|inr|huf|baht|euros?|dollars?|pounds?|yen|บาท|ยูโร|ดอลลาร์|เยน)(?![a-z]))";

  /// What a number before it is multiplied by.
  private static final Map<String, Integer> TIMES_OF =
      Map.ofEntries(
          Map.entry("dozen", 12),
          Map.entry("โหล", 12),
          Map.entry("thousand", 1_000),
          Map.entry("k", 1_000),
          Map.entry("million", 1_000_000),
          Map.entry("พัน", 1_000),
          Map.entry("หมื่น", 10_000),
          Map.entry("แสน", 100_000),
          Map.entry("ล้าน", 1_000_000));

  private static final String TIMES =
      "((?:dozen|thousand|k|million)(?![a-z])|โหล|พัน|หมื่น|แสน|ล้าน)";

  private static final Pattern FIGURE =
      Pattern.compile(
          SIGNS
              + "? ?((?<![\\d.,])-?\\d{1,3}(?:[.,]?\\d{1,3}){0,5}(?![\\d])|"
              + NumberWords.WORDS
              + "|an?(?= dozen))(?:[ -]?"
              + TIMES
              + ")?(?: ?"
              + SIGNS
              + ")?");

  /// Signs of one currency; "$", "¥", "pounds" and such are of several.
  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("us$", "USD"),
          Map.entry("฿", "THB"),
          Map.entry("baht", "THB"),
          Map.entry("บาท", "THB"),
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("ยูโร", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("yen", "JPY"),
          Map.entry("เยน", "JPY"));

  private static final Set<String> CODES =
      Set.of("usd", "eur", "thb", "gbp", "jpy", "cny", "chf", "sgd", "aud", "inr", "huf");

  /// "10x gloves", but not "10x10".
  private static final Pattern TIMES_SIGN = Pattern.compile("x(?![a-z0-9_@])");

  /// Where a single comma before three digits groups them.
  private static final Set<String> COMMA_GROUPS = Set.of("en", "th");

  private static final int FIGURES_MAX = 64;

  private Numbers() {}

  /// The numbers of the line, in order, at most 64.
  public static List<Figure> readAll(String line, Locale locale) {
    String text = Text.plain(line);
    var figures = new ArrayList<Figure>();
    Matcher m = FIGURE.matcher(text);
    int at = 0;
    while (figures.size() < FIGURES_MAX && at < text.length() && m.find(at)) {
      boolean word = isWord(text, m);
      if (word) figures.add(figure(m, text, locale));
      at = word ? m.end() : m.start() + 1;
    }
    return List.copyOf(figures);
  }

  /// The only amount of a line with its currency; asked when the currency is missing or of several
  /// countries. Empty when the line has no number, or more than one.
  public static Optional<Figure> money(String line, Locale locale) {
    List<Figure> figures = readAll(line, locale);
    if (figures.size() != 1) return Optional.empty();
    return Optional.of(
        figures.getFirst() instanceof Figure.Sure(BigDecimal value, var currency, Span span)
                && currency.isEmpty()
            ? new Figure.Asked(Reason.CURRENCY, List.of(value), span)
            : figures.getFirst());
  }

  private static boolean isWord(String text, Matcher m) {
    boolean begins = Text.mayBegin(text, m.start(2)) || m.start(2) > m.start();
    boolean thai = Text.isThai(text.charAt(m.end() - 1));
    boolean ends =
        m.end() == text.length()
            || thai
            || !isPartOfWord(text.charAt(m.end()))
            || TIMES_SIGN.matcher(text).region(m.end(), text.length()).lookingAt();
    return begins && ends;
  }

  private static boolean isPartOfWord(char c) {
    return Character.isDigit(c) || c == '_' || c == '@' || (c >= 'a' && c <= 'z');
  }

  private static Figure figure(Matcher m, String text, Locale locale) {
    Span span = new Span(group(m, 1).isEmpty() ? m.start(2) : m.start(), m.end());
    String number = text.substring(m.start(2), m.end(2));
    BigDecimal times = BigDecimal.valueOf(TIMES_OF.getOrDefault(group(m, 3), 1));
    List<BigDecimal> values =
        values(number, locale.getLanguage()).stream()
            .map(v -> v.multiply(times))
            .map(v -> v.scale() > 0 && m.group(3) != null ? v.stripTrailingZeros() : v)
            .toList();
    if (values.size() != 1) return new Figure.Asked(Reason.NUMBER, values, span);
    String before = group(m, 1);
    String sign = before.isEmpty() ? group(m, 4) : before;
    Optional<Currency> currency = currency(sign);
    return !sign.isEmpty() && currency.isEmpty()
        ? new Figure.Asked(Reason.CURRENCY, values, span)
        : new Figure.Sure(values.getFirst(), currency, span);
  }

  private static String group(Matcher m, int group) {
    String found = m.group(group);
    return found == null ? "" : found;
  }

  private static Optional<Currency> currency(String sign) {
    String code = CODES.contains(sign) ? sign : CURRENCIES.getOrDefault(sign, "");
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
  }

  /// What digits and separators can mean: one number, two, or none.
  private static List<BigDecimal> values(String number, String language) {
    if (!number.matches("-?[\\d.,]+"))
      return List.of(BigDecimal.valueOf(NumberWords.value(number)));
    boolean dots = number.indexOf('.') >= 0;
    boolean commas = number.indexOf(',') >= 0;
    if (!dots && !commas) return List.of(new BigDecimal(number));
    if (dots && commas) return grouped(number, number.lastIndexOf('.') > number.lastIndexOf(','));
    char mark = dots ? '.' : ',';
    String bare = number.replace(String.valueOf(mark), "");
    if (number.indexOf(mark) != number.lastIndexOf(mark)) {
      return isGrouped(number, mark) ? List.of(new BigDecimal(bare)) : List.of();
    }
    return single(number, mark, bare, language);
  }

  /// One separator: before three digits it may group them, before others it is a decimal one.
  private static List<BigDecimal> single(String number, char mark, String bare, String language) {
    BigDecimal decimal = new BigDecimal(number.replace(mark, '.'));
    int behind = number.length() - number.indexOf(mark) - 1;
    boolean englishComma = mark == ',' && COMMA_GROUPS.contains(language);
    if (behind == 3 && isGrouped(number, mark)) {
      return englishComma ? List.of(new BigDecimal(bare)) : List.of(decimal, new BigDecimal(bare));
    }
    // "1,5" of someone who writes dots may be two numbers, or a slip.
    return englishComma && behind != 2 ? List.of(decimal, new BigDecimal(bare)) : List.of(decimal);
  }

  private static List<BigDecimal> grouped(String number, boolean dotIsLast) {
    char decimal = dotIsLast ? '.' : ',';
    char group = dotIsLast ? ',' : '.';
    int at = number.lastIndexOf(decimal);
    String whole = number.substring(0, at);
    if (number.indexOf(decimal) != at || !isGrouped(whole, group)) return List.of();
    return List.of(
        new BigDecimal(whole.replace(String.valueOf(group), "") + "." + number.substring(at + 1)));
  }

  private static boolean isGrouped(String number, char mark) {
    return number.matches("-?[1-9]\\d{0,2}(?:" + Pattern.quote(String.valueOf(mark)) + "\\d{3})+");
  }
}
