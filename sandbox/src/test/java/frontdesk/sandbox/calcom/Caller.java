package frontdesk.sandbox.calcom;

import frontdesk.edge.RealThreads;
import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Somebody who asks the stand-in, with the key and the right versions, without a network between.
/// It is Friday, 20 November 2026, 08:00 UTC, until somebody says otherwise.
final class Caller {
  static final String KEY = "Bearer cal_demo";
  static final String TUESDAY = "2026-11-24T14:00:00.000Z";
  private static final int BODY_MAX = 10_000_000;
  private static final Map<String, String> VERSIONS =
      Map.of("bookings", "2024-08-13", "event-types", "2024-06-14", "slots", "2024-09-04");

  private final RealThreads threads = new RealThreads();
  private final Sandbox sandbox;
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");

  Caller() {
    this("UTC", 1);
  }

  Caller(String zone, long seed) {
    this.sandbox =
        new Sandbox(new CalCom(() -> now, new SplittableRandom(seed), ZoneId.of(zone)), threads);
  }

  /// What came back.
  ///
  /// @param text empty when the connection was cut
  record Heard(int status, Headers headers, String text, boolean cut) {
    JsonNode json() {
      return Jsons.parse(text);
    }

    JsonNode data() {
      return json().path("data");
    }

    String uid() {
      return data().path("uid").asString("");
    }

    String message() {
      return json().path("error").path("message").asString("");
    }
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  Heard get(String path) {
    return send("GET", path, "");
  }

  Heard post(String path, JsonNode json) {
    return send("POST", path, text(json));
  }

  Heard book(ObjectNode booking) {
    return post("/v2/bookings", booking);
  }

  Heard book(String start) {
    return book(booking(start));
  }

  Heard send(String method, String path, String body) {
    String[] segments = path.split("[/?]", -1);
    String version = segments.length < 3 ? "" : VERSIONS.getOrDefault(segments[2], "");
    return send(method, path, version, KEY, body);
  }

  Heard send(String method, String path, String version, String key, String body) {
    Headers headers = Headers.NONE;
    if (!version.isEmpty()) headers = headers.with("cal-api-version", version);
    if (!key.isEmpty()) headers = headers.with("Authorization", key);
    int query = path.indexOf('?');
    var request =
        new Request(
            method,
            query < 0 ? path : path.substring(0, query),
            query < 0 ? "" : path.substring(query + 1),
            headers,
            Body.of(body),
            "127.0.0.1",
            Deadline.in(Duration.ofSeconds(30), threads));
    try (Response response = sandbox.alone().handle(request)) {
      return read(response);
    }
  }

  /// Lets something go wrong.
  void fault(String match, String what) {
    String faults = "[{\"match\": \"" + match + "\", \"do\": \"" + what + "\"}]";
    Heard heard = send("POST", "/_control/faults", faults);
    if (heard.status() != 200) throw new IllegalArgumentException(heard.text());
  }

  /// How often something was really done.
  int effects(String kind, String key) {
    for (JsonNode one : get("/_control/effects").json().values()) {
      if (one.path("kind").asString("").equals(kind) && one.path("key").asString("").equals(key)) {
        return one.path("count").asInt();
      }
    }
    return 0;
  }

  /// A booking of 30 minutes that the provider takes, to be changed.
  static ObjectNode booking(String start) {
    ObjectNode booking = Jsons.object().put("start", start).put("eventTypeId", 2);
    booking
        .putObject("attendee")
        .put("name", "Ann")
        .put("email", "ann@example.com")
        .put("timeZone", "Asia/Bangkok");
    booking.putObject("metadata").put("idem", "key-1");
    return booking;
  }

  static ObjectNode start(String start) {
    return Jsons.object().put("start", start);
  }

  static String text(JsonNode node) {
    return Jsons.json(node).text();
  }

  private static Heard read(Response response) {
    try {
      String text = new String(response.body().bytes(BODY_MAX), StandardCharsets.UTF_8);
      return new Heard(response.status(), response.headers(), text, false);
    } catch (UncheckedIOException e) {
      return new Heard(response.status(), response.headers(), "", true);
    }
  }
}
