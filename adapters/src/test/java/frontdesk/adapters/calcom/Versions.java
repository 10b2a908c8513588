package frontdesk.adapters.calcom;

import frontdesk.http.Headers;
import frontdesk.http.Request;
import java.util.TreeMap;

/// What a proxy does that loses the version header.
final class Versions {
  private Versions() {}

  static Request without(Request request) {
    var headers = new TreeMap<>(request.headers().values());
    headers.remove("cal-api-version");
    return new Request(
        request.method(),
        request.path(),
        request.query(),
        new Headers(headers),
        request.body(),
        request.remote(),
        request.deadline());
  }
}
