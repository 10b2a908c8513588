package frontdesk.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import frontdesk.edge.Edge;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import frontdesk.server.http.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// The bare loop over HTTP, with the same paths and bodies as the API: on the product's own
/// server, or on that of the JDK, which is what one would take for a hand-written one.
final class BareFront {
  private static final String JSON = "application/json";

  /// Where the id stands in the parts of /api/conversations/ID/.
  private static final int ID = 3;

  private static final int BYTES_MAX = 256 * 1024;

  private BareFront() {}

  /// On the product's server; the port.
  static int onHelidon(BareLoop loop, Edge edge) {
    Routes routes =
        new Routes()
            .add("POST", "/api/conversations/", (Request _) -> Response.of(201, JSON, open(loop)))
            .add(
                "PATCH",
                "/api/conversations/{id}/",
                (request, at) -> Response.of(200, JSON, say(loop, at.get("id"), text(request))));
    return HelidonServer.start(Listen.local(0), routes, edge.threads(), edge.newId()).port();
  }

  /// On the JDK's, a virtual thread for each request; the port.
  static int onJdk(BareLoop loop) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/conversations/", exchange -> answer(loop, exchange));
    server.start();
    return server.getAddress().getPort();
  }

  private static void answer(BareLoop loop, HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean opens = exchange.getRequestMethod().equals("POST");
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      String answer = opens ? open(loop) : say(loop, path[ID], utf8(body));
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", JSON);
      exchange.sendResponseHeaders(opens ? 201 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String open(BareLoop loop) {
    return Jsons.json(Jsons.object().put("conversation_id", loop.open())).text();
  }

  private static String say(BareLoop loop, String id, String body) {
    String message = Jsons.parseObject(body).path("message").asString("");
    return Jsons.json(Jsons.object().put("bot_message", loop.say(id, message))).text();
  }

  private static String text(Request request) {
    return utf8(request.body().bytes(BYTES_MAX));
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
