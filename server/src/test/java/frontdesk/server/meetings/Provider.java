package frontdesk.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.calcom.CalComSettings;
import frontdesk.edge.Edge;
import frontdesk.http.HttpHandler;
import frontdesk.http.Secret;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.calcom.CalCom;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The stand-in for cal.com over HTTP, in the test's own process: what it did outlives every desk.
final class Provider implements AutoCloseable {
  static final String BOOK = "POST /v2/bookings";
  static final String LOOK_UP = "GET /v2/bookings";

  private static final String KEY = "cal_demo";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final HelidonServer server;

  private Provider(Edge edge, HttpHandler sandbox) {
    HttpHandler watched =
        request -> {
          asked.add(request.method() + " " + request.path());
          return sandbox.handle(request);
        };
    this.server = HelidonServer.start(Listen.local(0), watched, edge.threads(), edge.newId());
  }

  /// Nothing is booked yet; it is open from 9 to 18, UTC.
  static Provider start() {
    Edge edge = Edge.real();
    var calcom = new CalCom(edge.clock(), edge.random(), ZoneOffset.UTC);
    return new Provider(edge, new Sandbox(calcom, edge.threads()).alone());
  }

  int port() {
    return server.port();
  }

  static CalComSettings settings(int port) {
    return new CalComSettings(URI.create("http://127.0.0.1:" + port), new Secret(KEY));
  }

  /// Something goes wrong with the next requests that match.
  void fault(String match, String what, int times) {
    var fault = Jsons.object().put("match", match).put("do", what).put("times", times);
    HttpResponse<String> answer = send("POST", "/_control/faults", Jsons.array().add(fault));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /// What it holds goes on.
  void release() {
    send("POST", "/_control/release", Jsons.object());
  }

  /// Whether this has ever been asked for, answered or not.
  boolean wasAsked(String methodAndPath) {
    return asked.contains(methodAndPath);
  }

  /// How often something was really done, for each key.
  Map<String, Integer> effects(String kind) {
    var effects = new HashMap<String, Integer>();
    for (JsonNode one : Jsons.parse(send("GET", "/_control/effects", Jsons.object()).body())) {
      if (!one.path("kind").asString("").equals(kind)) continue;
      effects.put(one.path("key").asString(""), one.path("count").asInt());
    }
    return effects;
  }

  int count(String kind) {
    return effects(kind).values().stream().mapToInt(i -> i).sum();
  }

  /// Those that stand, of whoever has this address.
  List<String> starts(String email) {
    return bookings(email).stream()
        .filter(booking -> booking.path("status").asString("").equals("accepted"))
        .map(booking -> booking.path("start").asString(""))
        .toList();
  }

  /// All of them, whatever became of them.
  List<JsonNode> bookings(String email) {
    var all = new ArrayList<JsonNode>();
    while (true) {
      String path = "/v2/bookings?take=100&skip=" + all.size();
      JsonNode page = Jsons.parse(send("GET", path, Jsons.object()).body()).path("data");
      page.forEach(all::add);
      if (page.size() < 100) break;
    }
    all.removeIf(one -> !one.path("attendees").path(0).path("email").asString("").equals(email));
    return all;
  }

  /// Somebody else books, without any desk; false if the time is taken.
  boolean takes(String start) {
    var booking = Jsons.object().put("start", start).put("eventTypeId", 2);
    booking
        .putObject("attendee")
        .put("name", "Somebody Else")
        .put("email", "else@example.com")
        .put("timeZone", "UTC");
    return send("POST", "/v2/bookings", booking).statusCode() == 201;
  }

  private HttpResponse<String> send(String method, String path, JsonNode body) {
    String text = method.equals("GET") ? "" : Jsons.json(body).text();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Bearer " + KEY)
            .header("cal-api-version", "2024-08-13")
            .method(method, BodyPublishers.ofString(text))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("Interrupted"));
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
