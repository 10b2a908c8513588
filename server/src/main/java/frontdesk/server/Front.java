package frontdesk.server;

import frontdesk.adapters.rest.Keys;
import frontdesk.adapters.rest.OpsApi;
import frontdesk.adapters.rest.RestApi;
import frontdesk.edge.Edge;
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

  private Front(Desk desk, HelidonServer server, AtomicBoolean draining) {
    this.desk = desk;
    this.server = server;
    this.draining = draining;
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
    return new Front(desk, server, draining);
  }

  public int port() {
    return server.port();
  }

  /// Accepts nothing new, answers what is open, then closes; at most the grace.
  public void drain(Duration grace) {
    draining.set(true);
    server.drain(grace);
    desk.drain(grace);
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
            edge.newId());
    Routes routes =
        new Routes()
            .add("POST", "/api/conversations/", rest::create)
            .add("PATCH", "/api/conversations/{id}/", (r, at) -> rest.write(r, at.get("id")))
            .add("GET", "/api/conversations/{id}/", (r, at) -> rest.read(r, at.get("id")))
            .add("GET", "/openapi.json", (Request _) -> openApi());
    return ops(routes, ops(keys, desk, edge));
  }

  private static OpsApi ops(Keys keys, Desk desk, Edge edge) {
    return new OpsApi(
        keys,
        new Operations(desk.journal(), desk.journal(), desk.reception()::accept, edge.newId()));
  }

  private static Routes ops(Routes routes, OpsApi ops) {
    String all = "/api/ops/conversations/";
    String one = all + "{id}/";
    return routes
        .add("GET", all, ops::list)
        .add("GET", one, (r, at) -> ops.show(r, at.get("id")))
        .add("GET", one + "archive/", (r, at) -> ops.export(r, at.get("id")))
        .add("DELETE", one, (r, at) -> ops.remove(r, at.get("id")))
        .add("POST", one + "takeover/", (r, at) -> ops.takeOver(r, at.get("id")))
        .add("POST", one + "say/", (r, at) -> ops.say(r, at.get("id")))
        .add("POST", one + "handback/", (r, at) -> ops.handBack(r, at.get("id")))
        .add("POST", one + "replay/", (r, at) -> ops.replay(r, at.get("id")))
        .add("POST", one + "settle/", (r, at) -> ops.settle(r, at.get("id")))
        .add("POST", "/api/ops/restore/", ops::restore);
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
