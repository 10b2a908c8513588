package frontdesk.server.http;

import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// What machines ask a server: does it live, is it ready, what did it count.
public final class Health {
  private static final Logger LOG = System.getLogger(Health.class.getName());

  private final Map<String, Supplier<Optional<String>>> checks;
  private final Map<String, Supplier<Optional<String>>> alarms;
  private final BooleanSupplier draining;
  private final Metrics metrics;

  /// @param checks by name, each says what is wrong, if anything; asked at each `ready`
  /// @param alarms the same of what somebody has to mend while messages are still taken in
  public Health(
      Map<String, Supplier<Optional<String>>> checks,
      Map<String, Supplier<Optional<String>>> alarms,
      BooleanSupplier draining,
      Metrics metrics) {
    this.checks = new TreeMap<>(checks);
    this.alarms = new TreeMap<>(alarms);
    this.draining = draining;
    this.metrics = metrics;
  }

  /// Adds `/health/live`, `/health/ready` and `/metrics`.
  public Routes on(Routes routes) {
    return routes
        .add("GET", "/health/live", _ -> live())
        .add("GET", "/health/ready", _ -> ready())
        .add("GET", "/metrics", _ -> counted());
  }

  private static Response live() {
    return Response.json(200, Jsons.json(Jsons.object().put("status", "live")));
  }

  private Response ready() {
    ObjectNode problems = Jsons.object();
    if (draining.getAsBoolean()) problems.put("server", "stopping");
    checks.forEach((name, check) -> problem(name, check).ifPresent(why -> problems.put(name, why)));
    boolean ready = problems.isEmpty();
    alarms.forEach((name, check) -> problem(name, check).ifPresent(why -> problems.put(name, why)));
    String well = problems.isEmpty() ? "ready" : "degraded";
    ObjectNode body = Jsons.object().put("status", ready ? well : "not ready");
    body.set("problems", problems);
    return Response.json(ready ? 200 : 503, Jsons.json(body));
  }

  private static Optional<String> problem(String name, Supplier<Optional<String>> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The health check '" + name + "' failed", e);
      return Optional.of("the check failed; see the log");
    }
  }

  private Response counted() {
    return Response.of(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
  }
}
