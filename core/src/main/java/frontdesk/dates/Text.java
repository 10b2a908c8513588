package frontdesk.dates;

/// A line made simple to match, character by character so that spans stay: small letters, Thai
/// digits as 0 to 9, each kind of space and dash as one.
final class Text {
  /// What is behind is not read.
  static final int LENGTH_MAX = 4_000;

  private Text() {}

  static String plain(String line) {
    int length = Math.min(line.length(), LENGTH_MAX);
    var plain = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      plain.append(isSeparator(line, i, length) ? ' ' : plain(line.charAt(i)));
    }
    return plain.toString();
  }

  /// The T between date and time of ISO 8601.
  private static boolean isSeparator(String line, int at, int length) {
    return (line.charAt(at) == 'T' || line.charAt(at) == 't')
        && at > 0
        && at + 1 < length
        && Character.isDigit(line.charAt(at - 1))
        && Character.isDigit(line.charAt(at + 1));
  }

  private static char plain(char c) {
    if (c >= '๐' && c <= '๙') return (char) ('0' + (c - '๐'));
    if (Character.isSpaceChar(c) || Character.isWhitespace(c)) return ' ';
    return switch (c) {
      case '–', '—', '−', '‐', '‑' -> '-';
      case '’', 'ʼ' -> '\'';
      default -> Character.toLowerCase(c);
    };
  }

  /// Whether a word or number may begin here: not inside another, an address or a decimal.
  static boolean mayBegin(String plain, int at) {
    char c = plain.charAt(at);
    if (isThai(c)) return Character.getType(c) != Character.NON_SPACING_MARK;
    if (at == 0) return true;
    char before = plain.charAt(at - 1);
    if (isThai(before)) return true;
    if (Character.isLetterOrDigit(before) || before == '_') return c == '@';
    if (before == '@') return false;
    if (at == 1 || !Character.isLetterOrDigit(c)) return true;
    char further = plain.charAt(at - 2);
    boolean joined = before == '.' && isLatin(further) && isLatin(c);
    boolean number = ":./,".indexOf(before) >= 0 && isDigit(further) && isDigit(c);
    return !joined && !number;
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isThai(char c) {
    return c >= 'ก' && c <= '๛';
  }
}
