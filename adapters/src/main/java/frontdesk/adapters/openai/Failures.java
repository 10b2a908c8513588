package frontdesk.adapters.openai;

import frontdesk.http.Body;
import frontdesk.http.Response;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Turns what went wrong into a {@link ModelException}. A provider's code decides, then its type,
/// then the status: one status stands for several things.
final class Failures {
  /// The code for items that another account or server has sealed.
  static final String SEALED_ELSEWHERE = "invalid_encrypted_content";

  private static final int ERROR_BYTES_MAX = 64 * 1024;
  private static final int WORD_MAX = 100;

  private Failures() {}

  /// An answer with an error's status.
  static ModelException of(Response response, Instant now) {
    ProviderError error = error(response);
    Kind kind = kind(error, response.status());
    return new ModelException(
        kind,
        word(error.code()),
        "HTTP " + response.status() + words(error, response),
        RetryAfter.of(response.headers(), kind, now));
  }

  /// An error in the middle of an answer.
  static ModelException of(ProviderError error, Response response) {
    return new ModelException(
        kind(error, 0), word(error.code()), "error in the answer" + words(error, response), none());
  }

  /// The connection failed, or the answer stalled.
  ///
  /// @param late whether the deadline has passed
  static ModelException of(Throwable failure, boolean late) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
        return timeout("no answer in time");
      }
      // Nobody is there: nothing was sent, and asking again later is safe, as with a 503.
      if (cause instanceof ConnectException) {
        return new ModelException(Kind.OVERLOADED, "no connection to the provider", none());
      }
    }
    return late ? timeout("the deadline passed") : broken("the connection broke off");
  }

  static ModelException timeout(String what) {
    return new ModelException(Kind.TIMEOUT, what, none());
  }

  static ModelException broken(String what) {
    return new ModelException(Kind.BROKEN, what, none());
  }

  static Kind kind(ProviderError error, int status) {
    return byCode(error.code())
        .or(() -> byType(error.type()))
        .orElseGet(() -> byStatus(error, status > 0 ? status : status(error.code())));
  }

  private static Optional<Kind> byCode(String code) {
    return switch (code) {
      case "credit_balance_exhausted",
          "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded",
          "organization_usage_limit_exceeded",
          "insufficient_quota",
          "billing_hard_limit_reached",
          "billing_not_active" ->
          Optional.of(Kind.QUOTA);
      case "rate_limit_exceeded", "slow_down" -> Optional.of(Kind.RATE_LIMITED);
      case "invalid_api_key", "account_deactivated", "invalid_organization" ->
          Optional.of(Kind.UNAUTHORISED);
      case "model_not_found" -> Optional.of(Kind.NO_SUCH_MODEL);
      case "context_length_exceeded" -> Optional.of(Kind.CONTEXT_TOO_LONG);
      case "server_is_overloaded", "server_error" -> Optional.of(Kind.OVERLOADED);
      case "invalid_prompt", "data_residency_mismatch", "bio_policy", SEALED_ELSEWHERE ->
          Optional.of(Kind.INVALID_REQUEST);
      default -> Optional.empty();
    };
  }

  private static Optional<Kind> byType(String type) {
    return switch (type) {
      case "insufficient_quota", "billing_error" -> Optional.of(Kind.QUOTA);
      case "rate_limit_error", "tokens", "requests" -> Optional.of(Kind.RATE_LIMITED);
      case "authentication_error", "permission_error" -> Optional.of(Kind.UNAUTHORISED);
      case "exceed_context_size_error" -> Optional.of(Kind.CONTEXT_TOO_LONG);
      case "server_error", "overloaded_error" -> Optional.of(Kind.OVERLOADED);
      default -> Optional.empty(); // invalid_request_error says little: a wrong key has it too
    };
  }

  private static Kind byStatus(ProviderError error, int status) {
    if (status >= 500) return Kind.OVERLOADED;
    return switch (status) {
      case 0 -> error.tooLong() ? Kind.CONTEXT_TOO_LONG : Kind.BROKEN;
      case 401, 403 -> Kind.UNAUTHORISED;
      case 402 -> Kind.QUOTA;
      case 404 -> isAboutModel(error) ? Kind.NO_SUCH_MODEL : Kind.INVALID_REQUEST;
      case 408, 409, 425 -> Kind.OVERLOADED; // busy now, another time not
      case 413 -> Kind.CONTEXT_TOO_LONG;
      case 429 -> Kind.RATE_LIMITED;
      default -> error.tooLong() ? Kind.CONTEXT_TOO_LONG : Kind.INVALID_REQUEST;
    };
  }

  /// Unless it says that something else is missing, such as an item of the history.
  private static boolean isAboutModel(ProviderError error) {
    return error.param().isEmpty() || error.param().equals("model");
  }

  /// Some servers give a status as code in the middle of an answer.
  private static int status(String code) {
    boolean digits = code.length() == 3 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(code) : 0;
  }

  private static ProviderError error(Response response) {
    try {
      byte[] body = response.body().bytes(ERROR_BYTES_MAX);
      return ProviderError.of(body, body.length);
    } catch (Body.TooLarge | UncheckedIOException e) {
      return ProviderError.NONE; // the status has to do
    }
  }

  private static String words(ProviderError error, Response response) {
    return part("type", error.type())
        + part("code", error.code())
        + part("param", error.param())
        + part("request", response.headers().only("x-request-id").orElse(""));
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : ", " + name + " " + word(value);
  }

  /// Names only: whoever wrote the field may have put a sentence there.
  private static String word(String value) {
    boolean name =
        value.length() <= WORD_MAX
            && value.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\'');
    return name ? value : "***";
  }

  private static Optional<Duration> none() {
    return Optional.empty();
  }
}
