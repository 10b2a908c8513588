package frontdesk.runtime;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which of the languages that we answer in a text is written in.
final class Languages {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");

  /// Fewer letters say nothing about a language.
  private static final int LETTERS_MIN = 20;

  private Languages() {}

  /// `th` when it has Thai letters, `en` when it has words of Latin letters; empty when it has
  /// neither, such as a number, a code or an e-mail address, which say nothing about a language.
  static Optional<String> of(String text) {
    if (text.codePoints().anyMatch(Languages::isThai)) return Optional.of("th");
    return SPACE.splitAsStream(text).anyMatch(Languages::isLatinWord)
        ? Optional.of("en")
        : Optional.empty();
  }

  /// Whether a text can be read by somebody who writes this language. Names, codes and single words
  /// of another one do not matter.
  static boolean isIn(String text, String language) {
    long thai = text.codePoints().filter(Languages::isThai).count();
    long latin = text.codePoints().filter(Languages::isLatin).count();
    if (thai + latin < LETTERS_MIN) return true;
    return language.equals("th") ? thai > 0 : latin >= thai;
  }

  private static boolean isLatin(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
  }

  private static boolean isLatinWord(String word) {
    boolean code = word.chars().anyMatch(c -> Character.isDigit(c) || c == '@');
    return !code && TWO_LETTERS.matcher(word).find();
  }

  private static boolean isThai(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.THAI
        && Character.isLetter(codePoint);
  }
}
