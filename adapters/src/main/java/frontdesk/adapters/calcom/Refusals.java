package frontdesk.adapters.calcom;

import frontdesk.adapters.calcom.CalComException.Kind;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.databind.JsonNode;

/// Tells apart what can go wrong with a request.
final class Refusals {
  private static final int ERROR_BYTES_MAX = 64 * 1024;
  // A look waits no longer for its second try.
  private static final Duration AGAIN_MAX = Duration.ofSeconds(2);
  private static final Duration AGAIN = Duration.ofMillis(200);

  /// One fact in many spellings: of old, in later words, without the envelope; of a slot that is
  /// held, or booked.
  private static final List<String> TAKEN =
      List.of(
          "no_available_users_found_error",
          "already has booking at this time or is not available",
          "booking_conflict_error",
          "already reserved by another user",
          "can't reserve a slot if the event is already booked");

  private static final List<String> OUT_OF_BOUNDS =
      List.of(
          "booking_time_out_of_bounds",
          "in the past",
          "can't be booked at the \"start\" time",
          "minimum booking notice");

  private Refusals() {}

  /// An answer with an error's status.
  static CalComException of(String asked, Response response, Instant now) {
    int status = response.status();
    Kind kind = kind(status, words(response));
    String what = asked + ": HTTP " + status;
    return new CalComException(kind, status, what, again(kind, response.headers(), now));
  }

  /// No answer, or not all of it.
  static CalComException of(String asked, UncheckedIOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) return unclear(asked + ": no answer in time");
      boolean never =
          cause instanceof ConnectException
              || cause instanceof NoRouteToHostException
              || cause instanceof UnknownHostException
              || cause instanceof SSLHandshakeException;
      if (never) {
        String what = asked + ": no connection";
        return new CalComException(Kind.UNREACHED, 0, what, Optional.of(AGAIN));
      }
    }
    String what = asked + ": the connection broke off";
    return new CalComException(Kind.UNCLEAR, 0, what, Optional.of(AGAIN));
  }

  static CalComException unclear(String what) {
    return new CalComException(Kind.UNCLEAR, 0, what, Optional.empty());
  }

  static CalComException noTimeLeft(String asked) {
    return new CalComException(Kind.UNREACHED, 0, asked + ": no time left", Optional.empty());
  }

  private static Kind kind(int status, String words) {
    if (status / 100 != 4) return Kind.UNCLEAR;
    return switch (status) {
      case 401, 403 -> Kind.UNAUTHORISED;
      case 404, 410 -> Kind.NO_SUCH;
      case 408 -> Kind.UNCLEAR;
      case 409 -> Kind.TAKEN;
      case 429 -> Kind.THROTTLED;
      default -> byWords(words);
    };
  }

  private static Kind byWords(String words) {
    if (TAKEN.stream().anyMatch(words::contains)) return Kind.TAKEN;
    return OUT_OF_BOUNDS.stream().anyMatch(words::contains) ? Kind.OUT_OF_BOUNDS : Kind.REFUSED;
  }

  /// What the error says, in small letters, to be matched only.
  private static String words(Response response) {
    try {
      byte[] bytes = response.body().bytes(ERROR_BYTES_MAX);
      JsonNode body =
          Jsons.tryObject(new String(bytes, StandardCharsets.UTF_8)).orElseGet(Jsons::object);
      String inside = body.path("error").path("message").asString("");
      return (inside + " " + body.path("message").asString("")).toLowerCase(Locale.ROOT);
    } catch (UncheckedIOException | Body.TooLarge e) {
      return "";
    }
  }

  private static Optional<Duration> again(Kind kind, Headers headers, Instant now) {
    return switch (kind) {
      case THROTTLED -> pause(headers, now).filter(pause -> pause.compareTo(AGAIN_MAX) <= 0);
      case UNCLEAR -> Optional.of(AGAIN);
      case UNREACHED, UNAUTHORISED, NO_SUCH, TAKEN, OUT_OF_BOUNDS, REFUSED -> Optional.empty();
    };
  }

  /// How long the provider wants to be left alone.
  private static Optional<Duration> pause(Headers headers, Instant now) {
    return seconds(headers, "retry-after")
        .map(Duration::ofSeconds)
        .or(
            () ->
                seconds(headers, "x-ratelimit-reset")
                    .map(reset -> Duration.between(now, Instant.ofEpochSecond(reset))))
        .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
  }

  private static Optional<Long> seconds(Headers headers, String name) {
    return headers
        .only(name)
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,11}"))
        .map(Long::valueOf);
  }
}
