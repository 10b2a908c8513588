package frontdesk.bench.outside;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// HTTP/1.1 on a plain connection: just enough of it, so that what is beside the measured process
/// takes little from the machine.
public final class Wire {
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private Wire() {}

  /// A request or a response.
  ///
  /// @param start its first line
  public record Message(String start, String body) {}

  /// The next message; empty when the peer has closed the connection.
  public static Optional<Message> read(InputStream in) throws IOException {
    String start = line(in);
    if (start.isEmpty()) return Optional.empty();
    int length = 0;
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Integer.parseInt(lower, LENGTH.length() + 1, lower.length(), 10);
      }
      chunked |= lower.equals(CHUNKED);
    }
    byte[] body = chunked ? chunks(in) : in.readNBytes(length);
    return Optional.of(new Message(start, new String(body, StandardCharsets.UTF_8)));
  }

  /// Writes a message in one piece.
  ///
  /// @param head first line and header lines, each with its end
  public static void write(OutputStream out, String head, String body) throws IOException {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    write(out, head + "Content-Length: " + length + "\r\n\r\n" + body);
  }

  /// Writes the head of a body that comes in chunks.
  static void begin(OutputStream out, String head) throws IOException {
    write(out, head + "Transfer-Encoding: chunked\r\n\r\n");
  }

  /// Writes a chunk; an empty one ends the body.
  static void chunk(OutputStream out, String text) throws IOException {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    write(out, Integer.toHexString(length) + "\r\n" + text + "\r\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
      body.write(in.readNBytes(length));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int chunkLength(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  /// A line without its end; empty also at the end of the stream.
  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 && line.isEmpty()) return "";
      if (c < 0) throw new EOFException("The peer closed the connection within a line");
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }
}
