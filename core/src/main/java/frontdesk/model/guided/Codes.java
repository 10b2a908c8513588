package frontdesk.model.guided;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds a code (a number, an id) or an address in what a customer wrote. A code that stands under
/// no label has a digit and is announced by a keyword, is all that was said, or was asked for;
/// amounts, years and dates are none.
public final class Codes {
  private static final int CODE_CHARS_MAX = 64;
  private static final int NEAR_CHARS = 24;
  private static final int DIGITS_MIN = 3;
  private static final Pattern YEAR = Pattern.compile("(19|20|25)\\d\\d");
  private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}");
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+%-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,5}");
  private static final Set<String> LINKS =
      Set.of(
          "is",
          "was",
          "are",
          "no",
          "nr",
          "num",
          "number",
          "id",
          "code",
          "my",
          "the",
          "it's",
          "its",
          "should",
          "be",
          "to",
          "as",
          "called",
          "this",
          "คือ",
          "เป็น",
          "ที่",
          "ของ",
          "ฉัน",
          "ผม",
          "ดิฉัน",
          "หมายเลข",
          "เลข",
          "เลขที่",
          "นี้",
          "ของฉัน",
          "ของผม",
          "ของดิฉัน");
  private static final Set<String> UNITS =
      Set.of(
          "euro", "euros", "eur", "usd", "dollar", "dollars", "baht", "thb", "pound", "pounds",
          "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
          "month", "months", "year", "years", "km", "miles", "percent", "am", "pm", "people",
          "times", "บาท", "ยูโร", "วัน", "สัปดาห์", "อาทิตย์", "เดือน", "ปี", "ชั่วโมง", "นาที");
  private static final List<String> OTHER_NUMBERS =
      List.of(
          "phone", "call me", "tel", "mobile", "card", "account", "โทร", "เบอร์", "บัตร", "บัญชี");

  private final SmallTalk smallTalk;

  Codes(SmallTalk smallTalk) {
    this.smallTalk = smallTalk;
  }

  public record Found(String value, Span span) {}

  /// In a text without labels. `span` covers the code and the words that announce it.
  Optional<Found> find(Field field, Said said, boolean asked) {
    List<Found> codes = tokens(field, said).stream().filter(c -> hasDigit(c.value())).toList();
    Optional<Found> best = Optional.empty();
    for (Found code : codes) {
      Optional<Found> sure = announced(field, said, code.span(), code.value());
      if (sure.isEmpty()) sure = alone(said, code, asked);
      if (sure.isPresent()) best = sure;
    }
    if (best.isPresent()) return best;
    List<Found> likely = codes.stream().filter(code -> looksLikeOne(said, code)).toList();
    if (asked && likely.size() == 1) return Optional.of(likely.getFirst());
    return likely.stream().filter(code -> isNear(field, said, code.span())).findFirst();
  }

  /// As the value of a label: a code without a digit only if it is all that is there.
  Optional<Found> labelled(Field field, Said said) {
    List<Found> tokens = tokens(field, said);
    Optional<Found> withDigit = tokens.stream().filter(t -> hasDigit(t.value())).findFirst();
    if (withDigit.isPresent() || tokens.size() != 1) return withDigit;
    return smallTalk.info(without(said.plain(), tokens.getFirst().span())) == 0
        ? Optional.of(tokens.getFirst())
        : Optional.empty();
  }

  public static Optional<Found> email(Said said) {
    // The expression is tried around the few signs only: tried everywhere it would cost the square.
    for (int at = said.plain().indexOf('@'); at >= 0; at = said.plain().indexOf('@', at + 1)) {
      int from = Math.max(0, at - CODE_CHARS_MAX);
      int to = Math.min(said.plain().length(), at + 4 * CODE_CHARS_MAX);
      var match = EMAIL.matcher(said.plain().substring(from, to));
      if (match.find()) {
        Span span = new Span(from + match.start(), from + match.end());
        return Optional.of(new Found(said.part(span).plain(), span));
      }
    }
    return Optional.empty();
  }

  private static List<Found> tokens(Field field, Said said) {
    var tokens = new ArrayList<Found>();
    String plain = said.plain();
    int i = 0;
    while (i < plain.length()) {
      int end = i;
      while (end < plain.length() && isCodeChar(plain.charAt(end))) end++;
      if (end > i) token(field, said, trim(plain, i, end)).ifPresent(tokens::add);
      i = Math.max(i + 1, end);
    }
    return tokens;
  }

  private static Optional<Found> token(Field field, Said said, Span span) {
    if (span.length() == 0 || span.length() > CODE_CHARS_MAX) return Optional.empty();
    String written = said.digits(span);
    if (field.fits(written)) return Optional.of(new Found(written, span));
    String upper = written.toUpperCase(Locale.ROOT);
    return field.fits(upper) ? Optional.of(new Found(upper, span)) : Optional.empty();
  }

  /// A keyword stands right before or right after it, with linking words between at most.
  private static Optional<Found> announced(Field field, Said said, Span code, String value) {
    int from = Math.max(0, code.from() - NEAR_CHARS - CODE_CHARS_MAX);
    String before = said.plain().substring(from, code.from());
    String after =
        said.plain()
            .substring(
                code.to(), Math.min(said.plain().length(), code.to() + NEAR_CHARS + NEAR_CHARS));
    for (String keyword : field.keywords()) {
      for (Span at : Span.all(before, keyword)) {
        if (isLink(before.substring(at.to()))) {
          return Optional.of(new Found(value, new Span(from + at.from(), code.to())));
        }
      }
      for (Span at : Span.all(after, keyword)) {
        String gap = after.substring(0, at.from());
        if (!gap.isBlank() && gap.strip().startsWith("is") && isLink(gap)) {
          return Optional.of(new Found(value, new Span(code.from(), code.to() + at.to())));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found> alone(Said said, Found code, boolean asked) {
    Span clause = said.clause(code.span());
    String rest =
        without(
            said.part(clause).plain(),
            new Span(code.span().from() - clause.from(), code.span().to() - clause.from()));
    boolean whole = asked || smallTalk.info(without(said.plain(), code.span())) == 0;
    boolean certain = asked || !isYearOrDate(code.value());
    return whole && certain && !isAmount(said, code.span()) && smallTalk.info(rest) == 0
        ? Optional.of(new Found(code.value(), clause))
        : Optional.empty();
  }

  private static boolean looksLikeOne(Said said, Found code) {
    long digits = code.value().chars().filter(Character::isDigit).count();
    return digits >= DIGITS_MIN
        && !isYearOrDate(code.value())
        && !isAmount(said, code.span())
        && OTHER_NUMBERS.stream().noneMatch(before(said, code.span())::contains);
  }

  private static boolean isNear(Field field, Said said, Span code) {
    String before = before(said, code);
    int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
    String near = before.substring(sentence + 1);
    return field.keywords().stream().anyMatch(keyword -> !Span.all(near, keyword).isEmpty());
  }

  private static String before(Said said, Span code) {
    return said.plain().substring(Math.max(0, code.from() - NEAR_CHARS), code.from());
  }

  private static boolean isLink(String gap) {
    for (String word : gap.split("[\\s:#.*='\"()\\[\\],-]+", -1)) {
      if (!word.isEmpty() && !LINKS.contains(word)) return false;
    }
    return true;
  }

  private static boolean isAmount(Said said, Span code) {
    String plain = said.plain();
    char before = code.from() == 0 ? ' ' : plain.charAt(code.from() - 1);
    if ("€$£฿".indexOf(before) >= 0) return true;
    String after = plain.substring(code.to(), Math.min(plain.length(), code.to() + NEAR_CHARS));
    if (!after.isEmpty() && "€$£฿%".indexOf(after.charAt(0)) >= 0) return true;
    if (after.length() > 1 && ".,".indexOf(after.charAt(0)) >= 0) {
      if (Character.isDigit(after.charAt(1))) return true;
    }
    String next = after.strip();
    return UNITS.stream().anyMatch(unit -> next.startsWith(unit) && isWhole(next, unit.length()));
  }

  private static boolean isWhole(String text, int end) {
    return end == text.length()
        || Span.isThai(text.charAt(end - 1))
        || !Character.isLetterOrDigit(text.charAt(end));
  }

  private static boolean isYearOrDate(String value) {
    return YEAR.matcher(value).matches() || DATE.matcher(value).matches();
  }

  private static String without(String plain, Span span) {
    return plain.substring(0, span.from()) + " " + plain.substring(span.to());
  }

  private static Span trim(String plain, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetterOrDigit(plain.charAt(start))) start++;
    while (end > start && !Character.isLetterOrDigit(plain.charAt(end - 1))) end--;
    return new Span(start, end);
  }

  private static boolean hasDigit(String value) {
    return value.chars().anyMatch(Character::isDigit);
  }

  private static boolean isCodeChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_/".indexOf(c) >= 0;
  }
}
