package frontdesk.server.wire;

import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.openai.OpenAi;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// The stand-in for OpenAI on a port of its own, and what it was asked.
final class Provider implements AutoCloseable {
  private static final String SUMMARY = "Sum up the conversation";
  private static final int BODY_MAX = 8 * 1024 * 1024;

  private final Edge edge = Edge.real();
  private final OpenAi openai = new OpenAi(edge.clock(), edge.random());
  private final HttpHandler sandbox = new Sandbox(openai, edge.threads()).alone();
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private final Map<Integer, Runnable> before = new ConcurrentHashMap<>();
  private final HelidonServer server;
  private volatile boolean sumsUp = true;
  private volatile String down = "";

  Provider() {
    this.server =
        HelidonServer.start(Listen.local(0), this::handle, edge.threads(), () -> "provider");
  }

  String url() {
    return "http://127.0.0.1:" + server.port() + "/v1";
  }

  /// Says from now on what these turns say.
  void script(String... turns) {
    control("script", "[" + String.join(",", turns) + "]");
  }

  /// The same from a list in YAML.
  void says(String yaml) {
    openai.script(yaml);
  }

  /// The next requests go wrong in this way.
  void fault(int times, String what) {
    control("faults", "[{\"times\": " + times + ", \"do\": \"" + what + "\"}]");
  }

  /// Does not know these parameters, as many a compatible server.
  void unknown(String... parameters) {
    control("unknown", "[\"" + String.join("\",\"", parameters) + "\"]");
  }

  void release() {
    control("release", "");
  }

  /// Does something just before the request of that number, from 1, is looked at.
  void before(int number, Runnable what) {
    before.put(number, what);
  }

  /// Fails from now on whoever asks this model.
  void down(String model) {
    down = model;
  }

  /// Refuses from now on to sum up what it is shown.
  void cannotSumUp() {
    sumsUp = false;
  }

  /// The bodies of all requests for replies to customers, oldest first.
  List<JsonNode> asked() {
    return asked.stream().filter(body -> !isSummary(body)).toList();
  }

  /// The bodies of requests to sum something up.
  List<JsonNode> askedForSummaries() {
    return asked.stream().filter(Provider::isSummary).toList();
  }

  JsonNode newest() {
    return asked().getLast();
  }

  private Response handle(Request request) {
    boolean forReply = request.method().equals("POST") && request.path().startsWith("/v1/");
    if (!forReply) return sandbox.handle(request);
    byte[] bytes = request.body().bytes(BODY_MAX);
    JsonNode body = Jsons.parse(new String(bytes, StandardCharsets.UTF_8));
    asked.add(body);
    before.getOrDefault(asked.size(), () -> {}).run();
    if (isSummary(body) && !sumsUp) return openai.failure("context_length_exceeded").orElseThrow();
    if (body.path("model").asString("").equals(down)) return openai.failure(500);
    return sandbox.handle(
        new Request(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            Body.of(bytes),
            request.remote(),
            request.deadline()));
  }

  private static boolean isSummary(JsonNode body) {
    return body.toString().contains(SUMMARY);
  }

  private void control(String name, String body) {
    var request =
        new Request(
            "POST",
            "/_control/" + name,
            "",
            Headers.NONE,
            Body.of(body),
            "127.0.0.1",
            Deadline.in(Duration.ofSeconds(5), edge.threads()));
    try (Response response = sandbox.handle(request)) {
      String text = new String(response.body().bytes(BODY_MAX), StandardCharsets.UTF_8);
      if (response.status() != 200) throw new IllegalArgumentException(text);
    }
  }

  @Override
  public void close() {
    release();
    server.close();
  }
}
