package frontdesk.adapters.calcom;

import frontdesk.adapters.calcom.CalComException.Kind;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.http.Secret;
import frontdesk.json.InvalidJson;
import frontdesk.json.Jsons;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks cal.com's API v2. What only looks is tried a second time where that may help; what acts is
/// sent once. An answer is believed when it stands in the envelope, with the status of success.
final class Client {
  private static final Logger LOG = System.getLogger(Client.class.getName());
  private static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

  private final HttpHandler http;
  private final Secret key;
  private final InstantSource clock;

  /// A client.
  ///
  /// @param http the provider's server: asked for paths that begin with `/v2`
  Client(HttpHandler http, Secret key, InstantSource clock) {
    this.http = http;
    this.key = key;
    this.clock = clock;
  }

  /// Looks.
  ///
  /// @param rest of the path, such as `/uid`
  /// @return the envelope, which has `data`
  /// @throws CalComException there is none to be believed
  ObjectNode get(Group group, String rest, Query query, Until until) {
    try {
      return once("GET", group, rest, query, Body.empty(), until);
    } catch (CalComException e) {
      if (e.again().filter(until::leaves).isEmpty()) throw e;
      until.threads().sleep(e.again().orElse(Duration.ZERO));
      return once("GET", group, rest, query, Body.empty(), until);
    }
  }

  /// Acts.
  ///
  /// @throws CalComException it was not done, or nobody knows
  ObjectNode post(Group group, String rest, JsonNode body, Until until) {
    Body json = Body.of(Jsons.json(body).text());
    return once("POST", group, rest, Query.NONE, json, until);
  }

  /// The same, without a body.
  ObjectNode delete(Group group, String rest, Until until) {
    return once("DELETE", group, rest, Query.NONE, Body.empty(), until);
  }

  private ObjectNode once(
      String method, Group group, String rest, Query query, Body body, Until until) {
    String asked = "cal.com, " + method + " " + group.path();
    if (until.passed()) throw Refusals.noTimeLeft(asked);
    var request =
        new Request(
            method,
            group.path() + rest,
            query.text(),
            headers(group, body),
            body,
            "",
            until.deadline());
    try (Response response = http.handle(request)) {
      if (response.status() / 100 != 2) throw refused(asked, response);
      return envelope(asked, response);
    } catch (UncheckedIOException e) {
      throw Refusals.of(asked, e);
    }
  }

  private Headers headers(Group group, Body body) {
    Headers headers =
        Headers.of("Authorization", "Bearer " + key.value()).with("Accept", "application/json");
    if (!group.version().isEmpty()) headers = headers.with("cal-api-version", group.version());
    boolean empty = body.length().orElse(1) == 0;
    return empty ? headers : headers.with("Content-Type", "application/json");
  }

  private CalComException refused(String asked, Response response) {
    CalComException refused = Refusals.of(asked, response, clock.instant());
    if (refused.kind() == Kind.UNAUTHORISED) {
      LOG.log(Level.ERROR, refused.what() + "; check CALCOM_API_KEY");
    }
    return refused;
  }

  private static ObjectNode envelope(String asked, Response response) {
    try {
      byte[] bytes = response.body().bytes(BODY_BYTES_MAX);
      ObjectNode body = Jsons.parseObject(new String(bytes, StandardCharsets.UTF_8));
      boolean whole =
          body.path("status").asString("").equals("success") && !body.path("data").isMissingNode();
      if (whole) return body;
      throw shapeless(asked);
    } catch (InvalidJson e) {
      throw Refusals.unclear(asked + ": the answer is " + e.getMessage());
    } catch (Body.TooLarge e) {
      throw Refusals.unclear(asked + ": the answer is too large");
    }
  }

  /// An answer that is none of the version that was asked for.
  static CalComException shapeless(String asked) {
    String what = asked + ": the answer has another shape than this version of the API";
    LOG.log(Level.ERROR, what);
    return Refusals.unclear(what);
  }
}
