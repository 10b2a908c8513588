package frontdesk.server.http;

import frontdesk.engine.Threads;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.util.function.Function;

/// What stands before a handler: each takes one and gives one.
public final class Filters {
  private static final long SECOND_NANOS = 1_000_000_000L;

  private Filters() {}

  /// Lets through so many requests a second for each address, and for each value of
  /// `Authorization`; others get 429 with when to come back. A network of IPv6 (/64) counts as one
  /// address.
  ///
  /// @param perSecond 0 is no limit
  /// @param burst how many may come at once
  public static HttpHandler limitRate(
      double perSecond, int burst, Threads threads, HttpHandler next) {
    if (perSecond == 0) return next;
    var limit = new RateLimit(new RateLimit.Rate(perSecond, burst), threads);
    return request -> {
      long wait = limit.take("address " + network(request.remote()));
      if (wait == 0) wait = waitOfKey(limit, request);
      return wait == 0 ? next.handle(request) : throttled(wait);
    };
  }

  /// Counts and times each request under the route that answers it.
  public static HttpHandler measure(
      Metrics metrics, Function<Request, String> route, Threads threads, HttpHandler next) {
    return request -> {
      long start = threads.nanos();
      metrics.requestBegins();
      int status = 500;
      try {
        Response response = next.handle(request);
        status = response.status();
        return response;
      } finally {
        long nanos = threads.nanos() - start;
        metrics.requestEnds(route.apply(request), request.method(), status, nanos);
      }
    };
  }

  private static long waitOfKey(RateLimit limit, Request request) {
    return request.headers().only("Authorization").map(key -> limit.take("key " + key)).orElse(0L);
  }

  private static Response throttled(long nanos) {
    long seconds = Math.ceilDiv(nanos, SECOND_NANOS);
    return Errors.of(429, "Too many requests. Try again later.")
        .withHeader("Retry-After", String.valueOf(seconds));
  }

  /// Whoever has one IPv6 address has 2^64 of them.
  private static String network(String address) {
    if (address.indexOf(':') < 0) return address;
    String[] groups = address.split(":", 5);
    return groups.length < 5
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }
}
