package frontdesk.adapters.openai;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads server-sent events (WHATWG HTML, 9.2): lines end in CR, LF or both, an empty line ends an
/// event, an event that the stream breaks off is none. Bytes may come split anywhere. A line and an
/// event have at most 4 MiB, the stream 64 MiB.
final class EventStream {
  static final int EVENT_BYTES_MAX = 4 * 1024 * 1024;
  static final long STREAM_BYTES_MAX = 64L * 1024 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[8 * 1024];
  private int position;
  private int filled;
  private long received;
  private boolean firstLine = true;
  private boolean afterReturn;

  private final Bytes line = new Bytes();
  private final Bytes data = new Bytes();
  private boolean hasData;
  private String name = "";

  EventStream(InputStream in) {
    this.in = in;
  }

  /// Goes on to the next event; false when there is none.
  ///
  /// @throws IOException the stream broke off, or something is larger than its limit
  boolean next() throws IOException {
    data.clear();
    hasData = false;
    name = "";
    while (readLine()) {
      if (line.length == 0) {
        if (hasData) return true;
        name = "";
      } else {
        field();
      }
    }
    return false;
  }

  /// The data of the event, UTF-8, up to {@link #length}; overwritten by the next one.
  byte[] data() {
    return data.bytes;
  }

  int length() {
    return data.length;
  }

  /// The event's name; empty when it has none.
  String name() {
    return name;
  }

  /// Whether the data is just this text.
  boolean dataIs(String text) {
    return data.startsWith(text, data.length);
  }

  /// Bytes that came so far.
  long received() {
    return received;
  }

  private void field() throws IOException {
    int colon = line.indexOf(':');
    int nameEnd = colon < 0 ? line.length : colon;
    int from = colon < 0 ? line.length : colon + 1;
    if (from < line.length && line.bytes[from] == ' ') from++;
    if (line.startsWith("data", nameEnd)) {
      if (hasData) data.add('\n');
      data.add(line.bytes, from, line.length);
      hasData = true;
    } else if (line.startsWith("event", nameEnd)) {
      name = new String(line.bytes, from, line.length - from, StandardCharsets.UTF_8);
    }
  }

  /// Whether there was a whole line; it is in `line`, without its end.
  private boolean readLine() throws IOException {
    line.clear();
    while (position < filled || fill()) {
      if (afterReturn && buffer[position] == '\n') position++;
      afterReturn = false;
      int end = position;
      while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') end++;
      line.add(buffer, position, end);
      position = end;
      if (end < filled) {
        afterReturn = buffer[position++] == '\r';
        dropByteOrderMark();
        return true;
      }
    }
    return false;
  }

  private void dropByteOrderMark() {
    if (firstLine && line.startsWith(BYTE_ORDER_MARK)) line.dropFirst(BYTE_ORDER_MARK.length);
    firstLine = false;
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(buffer));
    received += filled;
    if (received > STREAM_BYTES_MAX) throw new IOException("The event stream has no end");
    return filled > 0;
  }

  /// Bytes that grow, up to the limit of an event.
  private static final class Bytes {
    private byte[] bytes = new byte[1024];
    private int length;

    void clear() {
      length = 0;
    }

    void add(char one) throws IOException {
      reserve(1);
      bytes[length++] = (byte) one;
    }

    void add(byte[] source, int from, int to) throws IOException {
      reserve(to - from);
      System.arraycopy(source, from, bytes, length, to - from);
      length += to - from;
    }

    void dropFirst(int count) {
      System.arraycopy(bytes, count, bytes, 0, length - count);
      length -= count;
    }

    int indexOf(char wanted) {
      for (int i = 0; i < length; i++) if (bytes[i] == wanted) return i;
      return -1;
    }

    boolean startsWith(byte[] prefix) {
      return length >= prefix.length
          && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /// Whether the first `count` bytes are this text, in ASCII.
    boolean startsWith(String text, int count) {
      if (count != text.length()) return false;
      for (int i = 0; i < count; i++) if (bytes[i] != text.charAt(i)) return false;
      return true;
    }

    private void reserve(int more) throws IOException {
      if (length + more > EVENT_BYTES_MAX) throw new IOException("An event is too large");
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
      }
    }
  }
}
