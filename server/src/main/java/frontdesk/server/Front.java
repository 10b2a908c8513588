package frontdesk.server;

import frontdesk.adapters.rest.Keys;
import frontdesk.adapters.rest.OpsApi;
import frontdesk.adapters.rest.RestApi;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.runtime.Operations;
import frontdesk.server.http.Filters;
import frontdesk.server.http.Health;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import frontdesk.server.http.Metrics;
import frontdesk.server.http.Routes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// What is reached over HTTP, wired: routes, limits, health.
public final class Front implements AutoCloseable {
  private final Desk desk;
  private final HelidonServer server;
  private final AtomicBoolean draining;
  private final Threads threads;

  private Front(Desk desk, HelidonServer server, AtomicBoolean draining, Threads threads) {
    this.desk = desk;
    this.server = server;
    this.draining = draining;
    this.threads = threads;
  }

  /// Listens from now on.
  public static Front open(Settings settings, Desk desk, Metrics metrics, Edge edge) {
    var draining = new AtomicBoolean();
    Routes routes = api(settings, desk, edge);
    metrics.gauge("frontdesk.turns.running", desk::running);
    HttpHandler limited =
        Filters.limitRate(settings.requestsPerSecond(), settings.burst(), edge.threads(), routes);
    var health = new Health(Map.of("store", () -> storeProblem(desk)), draining::get, metrics);
    Routes all = health.on(new Routes());
    HttpHandler handler =
        Filters.measure(
            metrics,
            request -> isHealth(request) ? all.pattern(request) : routes.pattern(request),
            edge.threads(),
            request -> isHealth(request) ? all.handle(request) : limited.handle(request));
    Listen listen = new Listen(settings.host(), settings.port(), Listen.Limits.USUAL);
    HelidonServer server = HelidonServer.start(listen, handler, edge.threads(), edge.newId());
    return new Front(desk, server, draining, edge.threads());
  }

  public int port() {
    return server.port();
  }

  /// Accepts nothing new, answers what is open, then closes; all within the grace.
  public void drain(Duration grace) {
    Deadline deadline = Deadline.in(grace, threads);
    draining.set(true);
    server.drain(grace);
    desk.drain(deadline.left(threads));
  }

  @Override
  public void close() {
    server.close();
    desk.close();
  }

  static Routes api(Settings settings, Desk desk, Edge edge) {
    var keys = new Keys(settings.keys());
    var rest =
        new RestApi(
            keys,
            desk.agents(),
            settings.functions(),
            desk.reception(),
            desk.feed(),
            desk.journal(),
            edge.threads(),
            edge.clock(),
            edge.newId());
    var ops = new OpsApi(keys, new Operations(desk.journal(), desk.journal()));
    return new Routes()
        .add("POST", "/api/conversations/", rest::create)
        .add("PATCH", "/api/conversations/{id}/", (r, at) -> rest.write(r, at.get("id")))
        .add("GET", "/api/conversations/{id}/", (r, at) -> rest.read(r, at.get("id")))
        .add("GET", "/api/ops/conversations/", ops::list)
        .add("GET", "/api/ops/conversations/{id}/", (r, at) -> ops.show(r, at.get("id")))
        .add("GET", "/api/ops/conversations/{id}/archive/", (r, at) -> ops.export(r, at.get("id")))
        .add("DELETE", "/api/ops/conversations/{id}/", (r, at) -> ops.remove(r, at.get("id")))
        .add("POST", "/api/ops/restore/", ops::restore)
        .add("GET", "/openapi.json", (Request _) -> openApi());
  }

  private static Response openApi() {
    return Response.of(200, "application/json", RestApi.openApi());
  }

  private static boolean isHealth(Request request) {
    return request.path().startsWith("/health/") || request.path().equals("/metrics");
  }

  private static Optional<String> storeProblem(Desk desk) {
    return desk.journal().problem();
  }
}
