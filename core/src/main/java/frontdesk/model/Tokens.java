package frontdesk.model;

/// Estimates how many tokens a text takes, where nobody has counted them.
public final class Tokens {
  /// English has four to five bytes a token, Thai three to five, JSON three: this errs on the
  /// expensive side.
  private static final int BYTES_PER_TOKEN = 3;

  private Tokens() {}

  public static int estimate(String text) {
    return (utf8Length(text) + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  private static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) bytes++;
      else if (c < 0x800 || Character.isSurrogate(c)) bytes += 2; // a pair has four
      else bytes += 3;
    }
    return bytes;
  }
}
