package frontdesk.server.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// A raw connection to a server on this machine: sends bytes as they are, reads responses.
final class Wire implements AutoCloseable {
  /// What came back. `head` is in lower case; each character of `latin1` is a byte of the body.
  record Answer(int status, String head, String latin1) {
    byte[] bytes() {
      return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }
  }

  // A server that never answers fails the test.
  private static final int ANSWER_MILLIS_MAX = 30_000;

  private final Socket socket;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(ANSWER_MILLIS_MAX);
    socket.setTcpNoDelay(true);
  }

  Wire send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Wire send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  Wire endOfSending() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /// @throws EOFException the server closed instead of answering
  Answer answer() throws IOException {
    InputStream in = socket.getInputStream();
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) throw new EOFException("Closed after: " + head);
      head.append((char) c);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    int status = Integer.parseInt(lower.substring(9, 12));
    byte[] body = lower.contains("chunked") ? chunks(in) : in.readNBytes(length(lower));
    return new Answer(status, lower, new String(body, StandardCharsets.ISO_8859_1));
  }

  /// Whether the server has closed: nothing comes any more.
  boolean closed() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true; // reset
    }
  }

  /// Reads until this has come.
  String until(String end) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int c = socket.getInputStream().read();
      if (c < 0) throw new EOFException("Closed after: " + text);
      text.append((char) c);
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /// All until the server closes, in lower case.
  String rest() throws IOException {
    byte[] all = socket.getInputStream().readAllBytes();
    return new String(all, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  boolean closedWithin(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    try {
      return closed();
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
    }
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(in), 16);
      all.write(in.readNBytes(length));
      line(in);
      if (length == 0) return all.toByteArray();
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new EOFException();
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  private static int length(String head) {
    return Arrays.stream(head.split("\r\n"))
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
