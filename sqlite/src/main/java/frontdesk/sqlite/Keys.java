package frontdesk.sqlite;

/// Ids and names as SQLite keeps them. UTF-8 has no form for a surrogate that stands alone, and
/// tools cut a text at a NUL: both become escapes, and so does the backslash, so that no two keys
/// are kept alike.
final class Keys {
  private Keys() {}

  static String encode(String key) {
    if (key.chars().allMatch(c -> c != 0 && c != '\\' && !Character.isSurrogate((char) c)))
      return key;
    var encoded = new StringBuilder(key.length() + 16);
    key.codePoints()
        .forEach(
            c -> {
              if (c == '\\') encoded.append("\\\\");
              else if (c == 0 || isLone(c)) encoded.append(String.format("\\u%04x", c));
              else encoded.appendCodePoint(c);
            });
    return encoded.toString();
  }

  static String decode(String encoded) {
    if (encoded.indexOf('\\') < 0) return encoded;
    var key = new StringBuilder(encoded.length());
    int i = 0;
    while (i < encoded.length()) {
      if (encoded.charAt(i) != '\\') {
        key.append(encoded.charAt(i++));
      } else if (encoded.charAt(i + 1) == '\\') {
        key.append('\\');
        i += 2;
      } else {
        key.append((char) Integer.parseInt(encoded, i + 2, i + 6, 16));
        i += 6;
      }
    }
    return key.toString();
  }

  private static boolean isLone(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
