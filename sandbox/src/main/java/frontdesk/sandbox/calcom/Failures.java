package frontdesk.sandbox.calcom;

import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The failures of the provider, by the names that `error:NAME` has.
final class Failures {
  private static final String PATH = "/v2";
  private static final String BAD_GATEWAY = "bad_gateway";
  private static final String CONFLICT = "booking_conflict_error";
  private static final Map<String, Failure> NAMED = new TreeMap<>();

  static {
    NAMED.put("invalid_api_key", new Failure(401, "ApiAuthStrategy - api key - not valid"));
    NAMED.put(Diary.TAKEN, new Failure(400, Diary.TAKEN));
    // The same in later words.
    NAMED.put(
        "user_not_available",
        new Failure(400, "User either already has booking at this time or is not available"));
    NAMED.put("booking_time_out_of_bounds_error", new Failure(400, Diary.OUT_OF_BOUNDS));
    NAMED.put("rate_limited", RateLimit.tooMany().failure());
    NAMED.put("internal_server_error", new Failure(500, "Internal server error"));
  }

  private Failures() {}

  static SortedSet<String> names() {
    var names = new TreeSet<>(NAMED.keySet());
    names.add(BAD_GATEWAY);
    names.add(CONFLICT);
    return names;
  }

  static Optional<Response> named(String name, Instant at) {
    return switch (name) {
      // Between us and the provider are proxies that know nothing of its errors.
      case BAD_GATEWAY ->
          Optional.of(
              Response.of(
                  502, "text/html", "<html><head><title>Bad Gateway</title></head></html>"));
      // Two at the same moment: the provider answers without its envelope.
      case CONFLICT ->
          Optional.of(
              Response.json(
                  409, Jsons.json(Jsons.object().put("statusCode", 409).put("message", CONFLICT))));
      default -> Optional.ofNullable(NAMED.get(name)).map(one -> one.response(at, PATH));
    };
  }

  static Response of(int status, Instant at) {
    String message =
        switch (status) {
          case 429 -> RateLimit.tooMany().failure().message();
          case 500 -> "Internal server error";
          default -> "Status " + status;
        };
    return new Failure(status, message).response(at, PATH);
  }
}
