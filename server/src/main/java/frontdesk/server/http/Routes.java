package frontdesk.server.http;

import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who answers which method and path. A pattern is a path with variables of one segment, like
/// `/api/conversations/{id}/`; a slash at the end does not matter. `HEAD` is answered as `GET`. No
/// pattern fits: 404; another method would: 405.
public final class Routes implements HttpHandler {

  /// One route's handler, given the variables of its pattern.
  @FunctionalInterface
  public interface Route {
    Response handle(Request request, Variables variables);
  }

  /// What stood in the path at each variable; never empty.
  public record Variables(Map<String, String> values) {
    public Variables {
      values = Map.copyOf(values);
    }

    public String get(String name) {
      String value = values.get(name);
      if (value == null) throw new IllegalArgumentException("The pattern has no {" + name + "}");
      return value;
    }
  }

  private record Entry(String method, String pattern, List<String> segments, Route route) {}

  private static final String NONE = "none";

  private final List<Entry> entries = new ArrayList<>();

  /// Adds a route; the first that fits answers. Only while wiring, before the first request.
  public Routes add(String method, String pattern, Route route) {
    if (!pattern.startsWith("/")) throw new IllegalArgumentException("Not a path: " + pattern);
    entries.add(new Entry(method, pattern, segments(pattern), route));
    return this;
  }

  public Routes add(String method, String pattern, HttpHandler handler) {
    return add(method, pattern, (request, _) -> handler.handle(request));
  }

  @Override
  public Response handle(Request request) {
    List<String> segments = segments(request.path());
    List<String> allowed = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Variables> variables = fit(entry.segments(), segments);
      if (variables.isEmpty()) continue;
      if (takes(entry, request.method())) return entry.route().handle(request, variables.get());
      allowed.add(entry.method());
    }
    if (allowed.isEmpty()) return Errors.of(404, "Not found.");
    return Errors.of(405, "Method not allowed.").withHeader("Allow", allow(allowed));
  }

  /// The pattern that fits the request's path, or `none`: what metrics are counted by.
  public String pattern(Request request) {
    List<String> segments = segments(request.path());
    return entries.stream()
        .filter(entry -> fit(entry.segments(), segments).isPresent())
        .map(Entry::pattern)
        .findFirst()
        .orElse(NONE);
  }

  /// Each route as its method and pattern, such as `GET /api/conversations/{id}/`.
  public List<String> all() {
    return entries.stream().map(entry -> entry.method() + " " + entry.pattern()).toList();
  }

  private static boolean takes(Entry entry, String method) {
    return entry.method().equals(method.equals("HEAD") ? "GET" : method);
  }

  private static String allow(List<String> methods) {
    List<String> all = new ArrayList<>(methods);
    if (methods.contains("GET")) all.add("HEAD");
    return String.join(", ", all.stream().distinct().sorted().toList());
  }

  private static Optional<Variables> fit(List<String> pattern, List<String> path) {
    if (pattern.size() != path.size()) return Optional.empty();
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String wanted = pattern.get(i);
      String found = path.get(i);
      if (wanted.startsWith("{") && !found.isEmpty()) {
        variables.put(wanted.substring(1, wanted.length() - 1), found);
      } else if (!wanted.equals(found)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Variables(variables));
  }

  private static List<String> segments(String path) {
    boolean slash = path.length() > 1 && path.endsWith("/");
    return List.of((slash ? path.substring(0, path.length() - 1) : path).split("/", -1));
  }
}
