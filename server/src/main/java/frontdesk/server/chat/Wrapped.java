package frontdesk.server.chat;

/// Breaks text between words, so that a terminal does not break it inside of them. Remembers the
/// column, as a text comes in pieces.
final class Wrapped {
  private final int width;
  private int column;

  /// @param width columns of the terminal; 0 when it does not say
  Wrapped(int width, int column) {
    this.width = width == 0 ? Integer.MAX_VALUE : width;
    this.column = column;
  }

  /// The piece, with line breaks in place of spaces where a word would not fit.
  String next(String piece) {
    var wrapped = new StringBuilder();
    int i = 0;
    while (i < piece.length()) {
      int end = endOfWord(piece, i);
      add(wrapped, piece.substring(i, end));
      i = end;
    }
    return wrapped.toString();
  }

  private void add(StringBuilder wrapped, String word) {
    if (word.equals("\n")) {
      column = 0;
    } else if (column > 0 && column + word.stripTrailing().length() >= width) {
      wrapped.append('\n').append(word.stripLeading());
      column = word.stripLeading().length();
      return;
    } else {
      column += word.length();
    }
    wrapped.append(word);
  }

  /// A word goes with the spaces before it; a line break is a word.
  private static int endOfWord(String text, int from) {
    if (text.charAt(from) == '\n') return from + 1;
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') i++;
    while (i < text.length() && text.charAt(i) != ' ' && text.charAt(i) != '\n') i++;
    return i;
  }
}
