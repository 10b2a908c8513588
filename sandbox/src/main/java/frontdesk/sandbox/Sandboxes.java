package frontdesk.sandbox;

import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.util.List;

/// Sandboxes beside a server: the API of each at `/sandbox/NAME/api/`, its control and page at
/// `/sandbox/NAME/`.
public record Sandboxes(List<Sandbox> all) {
  private static final String ROOT = "/sandbox/";
  private static final String API = "/api";

  public Sandboxes {
    all = List.copyOf(all);
  }

  /// The same server with the sandboxes in front.
  public HttpHandler before(HttpHandler next) {
    return request ->
        all.stream()
            .filter(sandbox -> below(request.path(), ROOT + sandbox.name()))
            .findFirst()
            .map(sandbox -> answer(sandbox, request))
            .orElseGet(() -> next.handle(request));
  }

  private static Response answer(Sandbox sandbox, Request request) {
    Request inner = without(ROOT + sandbox.name(), request);
    return below(inner.path(), API) ? sandbox.api(without(API, inner)) : sandbox.desk(inner);
  }

  private static boolean below(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  private static Request without(String prefix, Request request) {
    String rest = request.path().substring(prefix.length());
    return new Request(
        request.method(),
        rest.isEmpty() ? "/" : rest,
        request.query(),
        request.headers(),
        request.body(),
        request.remote(),
        request.deadline());
  }
}
