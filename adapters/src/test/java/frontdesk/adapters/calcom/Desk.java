package frontdesk.adapters.calcom;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.engine.HandTime;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.http.Secret;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.calcom.CalCom;
import frontdesk.tool.Tool;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The tools, and the stand-in that they ask. It is Friday, 20 November 2026, 08:00 UTC, until
/// somebody says otherwise.
final class Desk {
  static final Secret KEY = new Secret("cal_demo");
  private static final int BODY_MAX = 10_000_000;

  final HandTime time = new HandTime();
  final List<Request> asked = new ArrayList<>();
  Instant now = Instant.parse("2026-11-20T08:00:00Z");

  /// What happens to requests on their way.
  UnaryOperator<Request> onTheWay = UnaryOperator.identity();

  private final Sandbox sandbox;
  private final List<Tool> tools;

  Desk() {
    this("UTC", KEY, false);
  }

  /// Opening hours are those of the zone.
  Desk(String zone, Secret key, boolean createEventTypes) {
    this(zone, new CalComSettings(CalComSettings.DEFAULT_URL, key, createEventTypes, false));
  }

  /// One that holds what a customer is shown.
  static Desk holding() {
    return new Desk("UTC", new CalComSettings(CalComSettings.DEFAULT_URL, KEY, false, true));
  }

  private Desk(String zone, CalComSettings settings) {
    this.sandbox =
        new Sandbox(new CalCom(() -> now, new SplittableRandom(1), ZoneId.of(zone)), time);
    this.tools = CalComTools.of(settings, http(), () -> now);
  }

  HttpHandler http() {
    return request -> {
      asked.add(request);
      return sandbox.alone().handle(onTheWay.apply(request));
    };
  }

  Tool tool(String name) {
    return tools.stream().filter(t -> t.spec().name().equals(name)).findFirst().orElseThrow();
  }

  List<Tool> tools() {
    return tools;
  }

  Client client() {
    return new Client(http(), KEY, () -> now);
  }

  Until soon() {
    return new Until(Deadline.in(Duration.ofSeconds(10), time), time);
  }

  /// Somebody in a conversation of their own.
  Customer visitor(String peer) {
    return customer(peer, new Principal.Visitor(peer));
  }

  Customer customer(String peer, Principal principal) {
    return new Customer(
        this, ConversationId.of("web", "shop", peer), principal, "en", ZoneId.of("UTC"));
  }

  /// Lets something go wrong, so many times.
  void fault(String match, String what, int times) {
    ObjectNode fault = Jsons.object().put("match", match).put("do", what).put("times", times);
    send("POST", "/_control/faults", "", Jsons.array().add(fault));
  }

  void fault(String match, String what) {
    fault(match, what, 1);
  }

  void limit(int perMinute) {
    ObjectNode limit = Jsons.object().put("requests_per_minute", perMinute);
    send("POST", "/_control/limit", "", limit);
  }

  /// How often something was really done.
  int effects(String kind) {
    int count = 0;
    for (JsonNode one : send("GET", "/_control/effects", "", Jsons.object()).values()) {
      if (one.path("kind").asString("").equals(kind)) count += one.path("count").asInt();
    }
    return count;
  }

  /// The host, or somebody else, does it at the provider.
  JsonNode host(String method, String path, JsonNode body) {
    String version = "2024-08-13";
    if (path.startsWith("/v2/slots")) version = "2024-09-04";
    if (path.startsWith("/v2/event-types")) version = "2024-06-14";
    return send(method, path, version, body).path("data");
  }

  /// A booking of half an hour that was made elsewhere.
  JsonNode elsewhere(String start, String email) {
    ObjectNode booking = Jsons.object().put("start", start).put("eventTypeId", 2);
    booking
        .putObject("attendee")
        .put("name", "Somebody Else")
        .put("email", email)
        .put("timeZone", "UTC");
    return host("POST", "/v2/bookings", booking);
  }

  JsonNode booking(String uid) {
    return host("GET", "/v2/bookings/" + uid, Jsons.object());
  }

  /// All bookings, whatever became of them.
  JsonNode bookings() {
    return host("GET", "/v2/bookings?take=250", Jsons.object());
  }

  private JsonNode send(String method, String path, String version, JsonNode body) {
    int query = path.indexOf('?');
    Headers headers = Headers.of("Authorization", "Bearer " + KEY.value());
    if (!version.isEmpty()) headers = headers.with("cal-api-version", version);
    var request =
        new Request(
            method,
            query < 0 ? path : path.substring(0, query),
            query < 0 ? "" : path.substring(query + 1),
            headers,
            Body.of(method.equals("GET") ? "" : Jsons.json(body).text()),
            "127.0.0.1",
            Deadline.in(Duration.ofSeconds(30), time));
    try (Response response = sandbox.alone().handle(request)) {
      String text = new String(response.body().bytes(BODY_MAX), UTF_8);
      if (response.status() / 100 != 2) throw new IllegalStateException(text);
      return Jsons.parse(text);
    }
  }
}
