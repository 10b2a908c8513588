package frontdesk.bench.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Something to talk to over HTTP, with the paths and bodies of the API, on the JDK's server with a
/// virtual thread for each request: what one would take for a hand-written one.
public final class BareFront {
  private static final int BACKLOG = 4_096;

  /// Where the id stands in the parts of /api/conversations/ID/.
  private static final int ID = 3;

  private final Talks talks;
  private final AtomicBoolean complained = new AtomicBoolean();

  private BareFront(Talks talks) {
    this.talks = talks;
  }

  /// Listens from now on; the port.
  public static int start(Talks talks) throws IOException {
    // Without the first it answers late, and measures its own wait; without the second it closes
    // the connections of all but 200 clients that think.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/conversations/", new BareFront(talks)::handle);
    server.start();
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 201, "conversation_id", talks.open());
      } else {
        String id = exchange.getRequestURI().getPath().split("/", -1)[ID];
        say(exchange, id, new String(body, StandardCharsets.UTF_8));
      }
    }
  }

  private void say(HttpExchange exchange, String id, String body) throws IOException {
    String message = Jsons.parseObject(body).path("message").asString("");
    try {
      answer(exchange, 200, "bot_message", talks.say(id, message));
    } catch (RuntimeException e) {
      // Where failures are measured there are thousands, of one kind.
      if (complained.compareAndSet(false, true)) System.err.println("A turn failed: " + e);
      answer(exchange, 502, "detail", "The model did not answer");
    }
  }

  private static void answer(HttpExchange exchange, int status, String field, String text)
      throws IOException {
    byte[] bytes = Jsons.MAPPER.writeValueAsBytes(Jsons.object().put(field, text));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
