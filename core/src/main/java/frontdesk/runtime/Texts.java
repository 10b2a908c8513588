package frontdesk.runtime;

/// Lengths of texts as a log keeps them, where a control character takes six.
final class Texts {
  private static final String MARK = " […]";

  private Texts() {}

  static int length(String text) {
    return text.chars().map(c -> c < ' ' ? 6 : 1).sum();
  }

  /// The text with the mark of one that goes on.
  static String marked(String text) {
    return text.endsWith(MARK) ? text : text + MARK;
  }

  /// The text, or its beginning and a mark. Never ends in the middle of a character.
  static String cut(String text, int lengthMax) {
    int length = 0;
    int end = 0;
    while (end < text.length() && length <= lengthMax) length += text.charAt(end++) < ' ' ? 6 : 1;
    if (length <= lengthMax) return text;
    end--;
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return marked(text.substring(0, end));
  }
}
