package frontdesk.bench;

import frontdesk.bench.outside.Wire;
import frontdesk.bench.peers.Talks;
import frontdesk.json.Jsons;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import tools.jackson.databind.node.ObjectNode;

/// One client of the API, on one connection that stays open. Written on a plain socket, so that
/// making the load takes little from the machine that is measured.
final class RestTalks implements Talks {
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

  /// The server refused, or gave up; the connection goes on.
  static final class NotAnswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAnswered(String message) {
      super(message);
    }
  }

  @Override
  public String open() {
    return asked("POST", "/api/conversations/", opening).path("conversation_id").asString();
  }

  /// @throws NotAnswered the turn failed
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
    String head =
        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    try {
      Wire.write(socket.getOutputStream(), head, Jsons.json(body).text());
      Wire.Message answer =
          Wire.read(in).orElseThrow(() -> new EOFException("The server closed the connection"));
      if (answer.start().startsWith("HTTP/1.1 20")) return Jsons.parseObject(answer.body());
      throw new NotAnswered(answer.start() + " " + answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
