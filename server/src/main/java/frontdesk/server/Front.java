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
import frontdesk.model.provider.Prices;
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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
  ///
  /// @param model why the model does not answer now
  /// @param before what stands in front of all of it
  public static Front open(
      Settings settings,
      Desk desk,
      Supplier<Optional<String>> model,
      Metrics metrics,
      Edge edge,
      UnaryOperator<HttpHandler> before) {
    var draining = new AtomicBoolean();
    metrics.gauge("frontdesk.turns.running", desk::running);
    var health =
        new Health(
            Map.of("store", desk.journal()::problem),
            Map.of("model", model),
            draining::get,
            metrics);
    HttpHandler handler = before.apply(handler(settings, desk.spine(), health, metrics, edge));
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

  /// All that a request passes, over whatever store and edge: counting, limits, routes.
  static HttpHandler handler(
      Settings settings, Spine spine, Health health, Metrics metrics, Edge edge) {
    Routes routes = api(settings, spine, edge);
    HttpHandler limited =
        Filters.limitRate(settings.requestsPerSecond(), settings.burst(), edge.threads(), routes);
    Routes all = health.on(new Routes());
    return Filters.measure(
        metrics,
        request -> isHealth(request) ? all.pattern(request) : routes.pattern(request),
        edge.threads(),
        request -> isHealth(request) ? all.handle(request) : limited.handle(request));
  }

  static Routes api(Settings settings, Spine spine, Edge edge) {
    var keys = new Keys(settings.keys());
    var rest =
        new RestApi(
            keys,
            spine.agents(),
            settings.functions(),
            spine.reception(),
            spine.feed(),
            spine.store().records(),
            edge.threads(),
            edge.newId());
    Routes routes =
        new Routes()
            .add("POST", "/api/conversations/", rest::create)
            .add("PATCH", "/api/conversations/{id}/", (r, at) -> rest.write(r, at.get("id")))
            .add("GET", "/api/conversations/{id}/", (r, at) -> rest.read(r, at.get("id")))
            .add("GET", "/openapi.json", (Request _) -> openApi());
    return ops(routes, ops(keys, spine, settings.model().prices(), edge));
  }

  private static OpsApi ops(Keys keys, Spine spine, Optional<Prices> prices, Edge edge) {
    Spine.Store store = spine.store();
    return new OpsApi(
        keys,
        new Operations(
            store.records(),
            store.archives(),
            spine.reception()::accept,
            name -> spine.agents().named(name).isPresent(),
            prices,
            edge.newId()));
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
}
