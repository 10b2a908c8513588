package frontdesk.runtime;

import java.util.Optional;

/// Which of the languages that we answer in a text is written in.
final class Languages {
  private Languages() {}

  /// `th` when it has Thai letters, `en` when it has words of Latin letters; empty when it has
  /// neither, such as a number or a code.
  static Optional<String> of(String text) {
    if (text.codePoints().anyMatch(Languages::isThai)) return Optional.of("th");
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      run = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? run + 1 : 0;
      if (run == 2 && !besideDigit(text, i)) return Optional.of("en");
    }
    return Optional.empty();
  }

  /// Letters of a code such as `AB-1234` say nothing about a language.
  private static boolean besideDigit(String text, int end) {
    int i = end;
    while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
      if (Character.isDigit(text.charAt(i++))) return true;
    }
    return false;
  }

  private static boolean isThai(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.THAI
        && Character.isLetter(codePoint);
  }
}
