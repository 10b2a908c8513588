package frontdesk.json;

import java.io.Reader;

/// Reads a text and never ends within a character of two units: there the YAML library reads past
/// the end of its own buffer.
final class WholeCharacters extends Reader {
  private final String text;
  private int next;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (length == 0) return 0;
    if (next == text.length()) return -1;
    int end = Math.min(text.length(), next + length);
    boolean within = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    if (within && end - 1 > next) end--;
    text.getChars(next, end, buffer, offset);
    int read = end - next;
    next = end;
    return read;
  }

  @Override
  public void close() {}
}
