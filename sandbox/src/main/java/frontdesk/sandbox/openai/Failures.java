package frontdesk.sandbox.openai;

import frontdesk.http.Response;
import frontdesk.model.ModelException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// The failures of the provider, by the names that `error:NAME` has.
final class Failures {
  private static final SortedMap<String, Failure> NAMED = new TreeMap<>();

  static {
    add(400, Failure.INVALID, "context_length_exceeded", "input", tooLong());
    add(400, Failure.INVALID, "invalid_prompt", "", "Your prompt was flagged.");
    add(400, Failure.INVALID, "invalid_encrypted_content", "input", "Sealed by somebody else.");
    add(401, Failure.INVALID, "invalid_api_key", "", "Incorrect API key provided.");
    add(403, Failure.INVALID, "unsupported_country_region_territory", "", "Region not supported.");
    add(404, Failure.INVALID, "model_not_found", "model", "The model does not exist.");
    add(408, "server_error", "request_timeout", "", "The request timed out.");
    add(409, Failure.INVALID, "conflict", "", "Another process is operating on this.");
    add(429, "requests", "rate_limit_exceeded", "", "Rate limit reached. Try again in 1s.");
    add(429, "requests", "slow_down", "", "Slow down: your request rate rose too fast.");
    quota("insufficient_quota");
    quota("credit_balance_exhausted");
    quota("organization_spend_limit_exceeded");
    quota("project_spend_limit_exceeded");
    quota("organization_usage_limit_exceeded");
    add(500, "server_error", "server_error", "", "The server had an error.");
    add(502, "server_error", "bad_gateway", "", "Bad gateway.");
    add(503, "server_error", "server_is_overloaded", "", "The server is overloaded.");
    add(504, "server_error", "gateway_timeout", "", "Gateway timeout.");
    add(529, "server_error", "overloaded", "", "The engine is overloaded, try again later.");
  }

  private Failures() {}

  static SortedSet<String> names() {
    return new TreeMap<>(NAMED).navigableKeySet();
  }

  static Optional<Response> named(String name) {
    Optional<Failure> failure = Optional.ofNullable(NAMED.get(name));
    // Between us and the provider are proxies that know nothing of its errors.
    if (name.equals("bad_gateway")) return Optional.of(page(502, "Bad Gateway"));
    return failure.map(Failure::response);
  }

  /// The first of that status, or one without a code.
  static Response of(int status) {
    return switch (status) {
      case 502 -> named("bad_gateway").orElseThrow();
      case 429 -> named("rate_limit_exceeded").orElseThrow();
      case 400 -> new Failure(400, Failure.INVALID, "", "", "The request is invalid.").response();
      default ->
          NAMED.values().stream()
              .filter(failure -> failure.status() == status)
              .findFirst()
              .orElse(new Failure(status, "server_error", "", "", "Status " + status + "."))
              .response();
    };
  }

  /// What a script's `error: KIND` is on the wire.
  static String name(ModelException.Kind kind) {
    return switch (kind) {
      case RATE_LIMITED -> "rate_limit_exceeded";
      case QUOTA -> "insufficient_quota";
      case OVERLOADED -> "server_is_overloaded";
      case TIMEOUT -> "gateway_timeout";
      case UNAUTHORISED -> "invalid_api_key";
      case NO_SUCH_MODEL -> "model_not_found";
      case CONTEXT_TOO_LONG -> "context_length_exceeded";
      case INVALID_REQUEST -> "invalid_prompt";
      case BROKEN -> "server_error";
    };
  }

  static String tooLong() {
    return "Your input exceeds the context window of this model. Please adjust your input and try"
        + " again.";
  }

  private static Response page(int status, String title) {
    return Response.of(status, "text/html", "<html><head><title>" + title + "</title></html>");
  }

  private static void quota(String code) {
    String message = "You exceeded your current quota, please check your plan and billing details.";
    add(429, "insufficient_quota", code, "", message);
  }

  private static void add(int status, String type, String code, String param, String message) {
    NAMED.put(code, new Failure(status, type, code, param, message));
  }
}
