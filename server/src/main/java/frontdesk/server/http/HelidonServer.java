package frontdesk.server.http;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import frontdesk.http.HttpHandler;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Serves an {@link HttpHandler} over HTTP/1.1, each connection on a virtual thread of its own.
///
/// What a hostile peer sends ends here: malformed requests, unknown encodings and large bodies get
/// 4xx, slow peers are cut off ({@link Listen.Limits}), nothing of a request is repeated in an
/// error. What a handler throws becomes 413 ({@link frontdesk.http.Body.TooLarge}), 503 ({@link
/// frontdesk.store.StoreException}) or 500, which is logged once with the id that the response has
/// in `X-Request-Id`.
public final class HelidonServer implements AutoCloseable {
  private static final int REQUEST_LINE_BYTES_MAX = 8 * 1024;
  private static final Duration STOP_TIME = Duration.ofSeconds(5);
  private static final Duration NEVER = Duration.ofDays(365);

  private final Threads threads;
  private final Peers peers;
  private final WebServer server;
  private final Exchange exchange;
  private final int port;
  private final AtomicInteger running = new AtomicInteger();
  private final Signal ended;
  private volatile boolean draining;

  private HelidonServer(
      Listen listen, HttpHandler handler, Threads threads, Supplier<String> newId) {
    this.threads = threads;
    this.ended = threads.signal();
    this.peers = new Peers(http1(listen.limits()), listen.limits(), threads);
    this.exchange = new Exchange(handler, listen.limits(), threads, newId, () -> draining);
    this.server = webServer(listen).start();
    this.port = server.port();
    if (!server.isRunning()) {
      throw new IllegalStateException(
          "listen: cannot listen on %s:%d; is another process there? Choose another port."
              .formatted(listen.host(), listen.port()));
    }
    peers.watch();
  }

  /// Listens from now on.
  ///
  /// @param newId for the ids that name errors in the log and in the response
  /// @throws IllegalStateException the address is taken or not ours
  public static HelidonServer start(
      Listen listen, HttpHandler handler, Threads threads, Supplier<String> newId) {
    return new HelidonServer(listen, handler, threads, newId);
  }

  /// The port it listens on: the one chosen when `listen` says 0.
  public int port() {
    return port;
  }

  /// Requests that are being answered now.
  public int running() {
    return running.get();
  }

  /// Connections that are open now.
  public int connections() {
    return peers.size();
  }

  /// Accepts nothing new, lets what runs end, and then closes.
  ///
  /// @return false when something still ran after `grace` and was interrupted
  public boolean drain(Duration grace) {
    draining = true;
    Signal stopped = threads.signal();
    threads.start(
        "http stop",
        () -> {
          server.stop(); // returns when the last connection has ended
          stopped.raise();
        });
    Deadline deadline = Deadline.in(grace, threads);
    while (running.get() > 0 && ended.await(deadline)) {}
    boolean quiet = running.get() == 0;
    peers.cutAllOff();
    stopped.await(Deadline.in(STOP_TIME, threads));
    return quiet;
  }

  @Override
  public void close() {
    drain(Duration.ZERO);
  }

  private void serve(ServerRequest request, RoutingResponse response) {
    running.incrementAndGet();
    try {
      exchange.run(request, response);
    } finally {
      if (running.decrementAndGet() == 0 && draining) ended.raise();
    }
  }

  private WebServer webServer(Listen listen) {
    Listen.Limits limits = listen.limits();
    var refusals = DirectHandlers.builder();
    for (EventType type : EventType.values()) refusals.addHandler(type, Refusal::answer);
    // Idle connections are ours to close (Peers), and drain decides how long to wait: Helidon's own
    // timers would interrupt requests that run.
    return WebServer.builder()
        .host(listen.host())
        .port(listen.port())
        .shutdownHook(false)
        .shutdownGracePeriod(NEVER)
        .idleConnectionTimeout(NEVER)
        .idleConnectionPeriod(NEVER)
        .maxTcpConnections(limits.connections())
        .maxPayloadSize(limits.bodyBytes())
        .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
        .protocolsDiscoverServices(false)
        .featuresDiscoverServices(false)
        .addConnectionSelector(peers)
        .directHandlers(refusals.build())
        .routing(HttpRouting.builder().addFilter((_, in, out) -> serve(in, out)))
        .build();
  }

  private static Http1ConnectionSelector http1(Listen.Limits limits) {
    return Http1ConnectionSelector.builder()
        .config(
            Http1Config.builder()
                .maxPrologueLength(REQUEST_LINE_BYTES_MAX)
                .maxHeadersSize(limits.headBytes())
                .sendKeepAliveHeader(false)
                .addReceiveListener(new Refusal.OfHeads())
                .build())
        .build();
  }
}
