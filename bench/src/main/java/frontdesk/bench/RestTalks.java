package frontdesk.bench;

import frontdesk.json.Jsons;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// One client of the API, on one connection that stays open. Written on a plain socket, so that
/// making the load takes little from the machine that is measured.
final class RestTalks implements Talks {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final ObjectNode opening;

  RestTalks(int port, String function) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
      opening = Jsons.object().put("function", function);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String open() {
    return asked("POST", "/api/conversations/", opening).path("conversation_id").asString();
  }

  @Override
  public String say(String conversation, String text) {
    ObjectNode body = Jsons.object().put("message", text);
    return asked("PATCH", "/api/conversations/" + conversation + "/", body)
        .path("bot_message")
        .asString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode asked(String method, String path, ObjectNode body) {
    try {
      write(method, path, Jsons.json(body).text().getBytes(StandardCharsets.UTF_8));
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String method, String path, byte[] body) throws IOException {
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, body.length);
    byte[] bytes =
        (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(bytes);
  }

  private ObjectNode answer() throws IOException {
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH))
        length = Integer.parseInt(lower, LENGTH.length() + 1, lower.length(), 10);
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.startsWith("HTTP/1.1 20")) throw new IOException(status + " " + body);
    return Jsons.parseObject(body);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new IOException("The server closed the connection");
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }
}
