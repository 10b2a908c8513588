package frontdesk.model;

/// Tokens of a text where nobody counted them: a third of its UTF-8 bytes, rounded up. More than
/// English takes, about what Thai takes, so that a budget holds.
public final class Tokens {
  private static final int BYTES_PER_TOKEN = 3;

  private Tokens() {}

  public static long estimate(String text) {
    return ofBytes(utf8Length(text));
  }

  /// Tokens of so many bytes of text in UTF-8.
  public static long ofBytes(long bytes) {
    return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  private static long utf8Length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a pair stands for two of its four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
