package frontdesk.server.killed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/// HTTP between the processes of these tests: POST of JSON on loopback.
final class Local {
  private static final int BYTES_MAX = 16 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Threads THREADS = Edge.real().threads();

  private Local() {}

  /// What is answered.
  ///
  /// @param status 0: the connection is closed without a word
  /// @param after what is done once the answer has left
  record Answer(int status, ObjectNode body, Runnable after) {
    static final int LOST = 0;

    static Answer of(int status) {
      return new Answer(status, Jsons.object(), () -> {});
    }

    static Answer ok(ObjectNode body) {
      return new Answer(200, body, () -> {});
    }

    Answer then(Runnable next) {
      return new Answer(status, body, next);
    }
  }

  /// Listens from now on; the port.
  static int serve(BiFunction<String, ObjectNode, Answer> handler) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(address, 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", exchange -> serve(handler, exchange));
      server.start();
      return server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(BiFunction<String, ObjectNode, Answer> handler, HttpExchange exchange)
      throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Answer answer = handler.apply(exchange.getRequestURI().getPath(), Jsons.parseObject(body));
      if (answer.status() == Answer.LOST) return;
      byte[] bytes = Jsons.json(answer.body()).text().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().close();
      answer.after().run();
    }
  }

  /// Somebody who answers on this machine.
  record Peer(HttpHandler http) {
    static Peer at(int port) {
      URI base = URI.create("http://127.0.0.1:" + port);
      return new Peer(RemoteHttp.client(base, PATIENCE, PATIENCE, PATIENCE));
    }

    Answer post(String path, ObjectNode body) {
      return post(path, body, PATIENCE);
    }

    /// The answer.
    ///
    /// @throws UncheckedIOException there was none
    Answer post(String path, ObjectNode body, Duration within) {
      var request =
          new Request(
              "POST",
              path,
              "",
              Headers.of("Content-Type", "application/json"),
              Body.of(Jsons.json(body).text()),
              "127.0.0.1",
              Deadline.in(within, THREADS));
      try (Response response = http.handle(request)) {
        String text = new String(response.body().bytes(BYTES_MAX), StandardCharsets.UTF_8);
        return new Answer(response.status(), Jsons.parseObject(text), () -> {});
      }
    }
  }
}
