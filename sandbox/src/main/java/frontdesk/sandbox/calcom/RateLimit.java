package frontdesk.sandbox.calcom;

import frontdesk.http.Response;
import java.time.Duration;
import java.time.Instant;

/// So many requests a minute, counted from the first of each; none unless somebody asks for it.
final class RateLimit {
  static final int PER_MINUTE_MAX = 1_000_000;
  // What a 429 says that comes without a limit.
  private static final int USUAL = 500;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private int perMinute;
  private int used;
  private Instant reset = Instant.MIN;

  /// 0 is none.
  synchronized void set(int requestsPerMinute) {
    perMinute = requestsPerMinute;
    used = 0;
    reset = Instant.MIN;
  }

  /// Counts a request.
  ///
  /// @throws Refused there were too many
  synchronized void take(Instant now) {
    if (perMinute == 0) return;
    if (!now.isBefore(reset)) {
      reset = now.plus(WINDOW);
      used = 0;
    }
    if (used == perMinute) throw tooMany();
    used++;
  }

  /// The answer with the headers that tell how much is left.
  synchronized Response told(Response response, Instant now) {
    if (perMinute == 0 && response.status() != 429) return response;
    boolean until = now.isBefore(reset);
    Instant free = until ? reset : now.plusSeconds(1);
    int limit = perMinute == 0 ? USUAL : perMinute;
    int left = response.status() == 429 ? 0 : limit - used;
    Response told =
        response
            .withHeader("X-RateLimit-Limit", Integer.toString(limit))
            .withHeader("X-RateLimit-Remaining", Integer.toString(left))
            .withHeader("X-RateLimit-Reset", Long.toString(free.getEpochSecond()));
    if (response.status() != 429) return told;
    long seconds = Math.ceilDiv(Duration.between(now, free).toMillis(), 1_000L);
    return told.withHeader("Retry-After", Long.toString(seconds));
  }

  static Refused tooMany() {
    return new Refused(429, "ThrottlerException: Too Many Requests");
  }
}
