package frontdesk.adapters.openai;

import frontdesk.http.Headers;
import frontdesk.model.ModelException.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long a provider wants to be left alone: `retry-after-ms`, `Retry-After` as seconds or as a
/// date, and for a rate limit when the allowance that is used up comes back. A day at most.
final class RetryAfter {
  private static final Duration MAX = Duration.ofDays(1);
  private static final double MAX_MILLIS = 86_400_000;
  // Of a unit: 1ms, 12s, 6m0s, 1h2m3.5s.
  private static final Pattern PART = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h|d)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,9})?");
  // Larger numbers are moments, not seconds.
  private static final double EPOCH_SECONDS_MIN = 1e9;
  private static final double EPOCH_MILLIS_MIN = 1e12;

  private RetryAfter() {}

  /// What the headers of an error say; empty when they do not.
  ///
  /// @param now where the answer has no date of its own
  static Optional<Duration> of(Headers headers, Kind kind, Instant now) {
    Instant then = headers.only("date").flatMap(RetryAfter::date).orElse(now);
    Optional<Duration> said =
        headers
            .only("retry-after-ms")
            .flatMap(RetryAfter::number)
            .map(RetryAfter::millis)
            .or(() -> headers.only("retry-after").flatMap(value -> retryAfter(value, then)));
    if (said.isPresent() || kind != Kind.RATE_LIMITED) return said.map(RetryAfter::bounded);
    return Stream.of("-requests", "-tokens", "")
        .flatMap(of -> reset(headers, of, then).stream())
        .map(RetryAfter::bounded)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Duration> retryAfter(String value, Instant then) {
    return number(value)
        .map(seconds -> millis(seconds * 1_000))
        .or(() -> date(value).map(at -> Duration.between(then, at)));
  }

  /// When an allowance is full again; not of one that is left.
  private static Optional<Duration> reset(Headers headers, String of, Instant then) {
    boolean left =
        headers.only("x-ratelimit-remaining" + of).flatMap(RetryAfter::number).orElse(0.0) > 0;
    if (left) return Optional.empty();
    return headers.only("x-ratelimit-reset" + of).flatMap(value -> reset(value, then));
  }

  private static Optional<Duration> reset(String value, Instant then) {
    Optional<Double> number = number(value);
    if (number.isEmpty()) return parts(value);
    double n = number.get();
    if (n >= EPOCH_MILLIS_MIN) {
      return Optional.of(Duration.between(then, Instant.ofEpochMilli((long) n)));
    }
    if (n >= EPOCH_SECONDS_MIN) {
      return Optional.of(Duration.between(then, Instant.ofEpochSecond((long) n)));
    }
    return Optional.of(millis(n * 1_000));
  }

  private static Optional<Duration> parts(String value) {
    Matcher part = PART.matcher(value);
    double millis = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      millis += Double.parseDouble(part.group(1)) * unit(part.group(2));
      end = part.end();
    }
    return end > 0 && end == value.length() ? Optional.of(millis(millis)) : Optional.empty();
  }

  private static long unit(String name) {
    return switch (name) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> 86_400_000;
    };
  }

  private static Optional<Double> number(String value) {
    return NUMBER.matcher(value).matches()
        ? Optional.of(Double.parseDouble(value))
        : Optional.empty();
  }

  private static Optional<Instant> date(String value) {
    try {
      var format = DateTimeFormatter.RFC_1123_DATE_TIME;
      return Optional.of(ZonedDateTime.parse(value, format).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis((long) Math.ceil(Math.min(millis, MAX_MILLIS)));
  }

  private static Duration bounded(Duration time) {
    if (time.isNegative()) return Duration.ZERO;
    return time.compareTo(MAX) > 0 ? MAX : time;
  }
}
