package frontdesk.bench.outside;

import frontdesk.edge.Edge;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// A provider's server with both of its interfaces, whole and streamed. It asks for the look at
/// the order that the customer named last; once it sees the outcome, it tells the parcel, also as
/// the summary of a conversation.
///
/// Answers the lines `set KNOBS`, which also forgets what was counted and kept, `release N` (of
/// the answers held back so many a second), and `waiting`, `errors` (the orders that met one),
/// `requests` (what it was sent).
public final class ModelServer {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final Api CHAT = new ChatApi();
  private static final Api RESPONSES = new ResponsesApi();

  /// Retry at once, or after so many milliseconds where a client reads it.
  private static final String LIMITED =
      "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 0\r\nRetry-After-Ms: 50\r\n";

  private static final String BROKEN = "HTTP/1.1 500 Internal Server Error\r\n";

  private final Threads threads;
  private final Gate gate;
  private final AtomicLong calls = new AtomicLong();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private volatile Knobs knobs = Knobs.PLAIN;
  private volatile Records records = new Records();

  private ModelServer(Threads threads) {
    this.threads = threads;
    this.gate = new Gate(threads);
  }

  /// Runs until the standard input ends.
  public static void main(String[] arguments) throws IOException {
    var server = new ModelServer(Edge.real().threads());
    Control.run(Listener.start(server.threads, server::answer), server::control);
  }

  private String control(String line) {
    String[] words = line.split(" ", 2);
    return switch (words[0]) {
      case "set" -> set(Jsons.MAPPER.readValue(words[1], Knobs.class));
      case "release" -> {
        gate.open(Integer.parseInt(words[1]));
        yield "done";
      }
      case "waiting" -> String.valueOf(gate.waiting());
      case "errors" -> String.join(" ", failed);
      case "requests" -> records.json();
      default -> throw new IllegalArgumentException("Not a command: " + line);
    };
  }

  private String set(Knobs wanted) {
    knobs = wanted;
    calls.set(0);
    failed.clear();
    records = new Records();
    if (wanted.hold()) gate.close();
    return "done";
  }

  private void answer(Wire.Message request, OutputStream out) throws IOException {
    Knobs now = knobs;
    Api api = request.start().contains("/responses") ? RESPONSES : CHAT;
    JsonNode asked = Jsons.MAPPER.readTree(request.body());
    Reply reply = reply(api, asked, request.body().length(), now);
    boolean isTurn = asked.has("tools"); // without them somebody wants a conversation summed up
    if (now.records() && isTurn) records.add(reply.order(), reply.isCall(), request.body());
    gate.pass();
    if (now.latencyMillis() > 0) threads.sleep(Duration.ofMillis(now.latencyMillis()));
    double drawn = new SplittableRandom(now.seed() + reply.number()).nextDouble(100);
    if (drawn < now.errorPercent()) {
      failed.add(reply.order());
      fail(out, drawn < now.errorPercent() / 2.0);
    } else if (asked.path("stream").asBoolean(false)) {
      stream(out, api, reply);
    } else {
      Wire.write(out, OK + JSON, api.whole(reply));
    }
  }

  private Reply reply(Api api, JsonNode asked, int bytes, Knobs now) {
    JsonNode messages = api.messages(asked);
    Optional<String> parcel = Optional.empty();
    for (int i = messages.size() - 1; i >= 0; i--) {
      JsonNode message = messages.get(i);
      if (api.isOutcome(message)) {
        if (parcel.isEmpty()) parcel = Orders.parcelIn(message.toString());
      } else if (api.isCustomer(message)) {
        if (!asked.has("tools")) parcel = Orders.parcelIn(message.toString());
        Optional<String> order = Orders.orderIn(message.toString());
        if (order.isPresent()) {
          return new Reply(calls.incrementAndGet(), order.get(), parcel, bytes, now.bytes());
        }
      }
    }
    throw new IllegalArgumentException("No customer asks for an order");
  }

  private static void fail(OutputStream out, boolean limited) throws IOException {
    String body =
        limited
            ? error("Rate limit reached for requests", "requests", "rate_limit_exceeded")
            : error("The server had an error", "server_error", "server_error");
    Wire.write(out, (limited ? LIMITED : BROKEN) + JSON, body);
  }

  private static String error(String message, String type, String code) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":\"%s\"}}"
        .formatted(message, type, code);
  }

  private static void stream(OutputStream out, Api api, Reply reply) throws IOException {
    Wire.begin(out, OK + "Content-Type: text/event-stream\r\n");
    for (String event : api.events(reply)) Wire.chunk(out, event);
    Wire.chunk(out, "");
  }
}
