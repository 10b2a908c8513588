package frontdesk.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// The bytes of a request or response, pulled with a limit and closed. Read once.
public final class Body implements AutoCloseable {
  private final InputStream stream;
  private final OptionalInt length;

  private Body(InputStream stream, OptionalInt length) {
    this.stream = stream;
    this.length = length;
  }

  public static Body of(InputStream stream) {
    return new Body(stream, OptionalInt.empty());
  }

  public static Body of(byte[] bytes) {
    return new Body(new ByteArrayInputStream(bytes), OptionalInt.of(bytes.length));
  }

  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Body empty() {
    return of(new byte[0]);
  }

  /// How many bytes there are, when that is known before they are read: not for a stream.
  public OptionalInt length() {
    return length;
  }

  /// All of it.
  ///
  /// @throws TooLarge after `maxBytes`, without reading on
  /// @throws UncheckedIOException the peer broke off or was too slow
  public byte[] bytes(int maxBytes) {
    try {
      byte[] bytes = stream.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) throw new TooLarge(maxBytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For event streams and passing on; the caller closes it.
  public InputStream stream() {
    return stream;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The body is larger than its reader takes: answered with 413.
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TooLarge(int maxBytes) {
      super("The body is larger than " + maxBytes + " bytes");
    }
  }
}
