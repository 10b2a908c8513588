package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds words that were said just so, but for case and blanks. Not within another word, and not
/// within an address, whose owner may have another name.
final class Words {
  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}&&[^\\u0E00-\\u0E7F]]";
  private static final String BEFORE = "(?<!" + LETTER + "|[@._%+-])";
  private static final String BEHIND = "(?!" + LETTER + "|[@_%+]|[.-]" + LETTER + ")";

  private Words() {}

  /// Each place where a line, made plain, says the words.
  static Stream<Span> find(String line, String words) {
    if (words.isBlank()) return Stream.of();
    String quoted = Pattern.quote(words.strip()).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
    // Thai has no blanks between words.
    String pattern = isThai(words) ? quoted : BEFORE + quoted + BEHIND;
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Line.all(Pattern.compile(pattern, flags), line);
  }

  static boolean isThai(String text) {
    return text.codePoints().anyMatch(Words::isThai);
  }

  static boolean isThai(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.THAI;
  }
}
