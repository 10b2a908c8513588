package frontdesk.server.http;

import frontdesk.engine.Threads;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The open connections: made here, looked at four times a second, and cut off when they are late.
final class Peers implements ServerConnectionSelector {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration LINGER_TIME = Duration.ofSeconds(1);
  private static final int LINGER_BYTES = 1024 * 1024;

  private final Http1ConnectionSelector http1;
  private final Listen.Limits limits;
  private final Threads threads;
  private final Map<Peer, ServerConnection> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Peers(Http1ConnectionSelector http1, Listen.Limits limits, Threads threads) {
    this.http1 = http1;
    this.limits = limits;
    this.threads = threads;
  }

  void watch() {
    threads.start(
        "http slow peers",
        () -> {
          while (!closed) {
            threads.sleep(LOOK_EVERY);
            open.keySet().stream().filter(Peer::isLate).forEach(Peer::cutOff);
          }
        });
  }

  int size() {
    return open.size();
  }

  /// Interrupts what still runs and closes every connection.
  void cutAllOff() {
    closed = true;
    open.forEach(
        (peer, connection) -> {
          connection.close(true);
          peer.cutOff();
        });
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http1.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http1.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    var peer = new Peer(context, limits, threads);
    return new Open(peer, http1.connection(peer));
  }

  private final class Open implements ServerConnection {
    private final Peer peer;
    private final ServerConnection connection;

    private Open(Peer peer, ServerConnection connection) {
      this.peer = peer;
      this.connection = connection;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
      open.put(peer, this);
      try {
        // Registered first: whoever comes while all are cut off is either seen there, or sees it.
        if (!closed) ScopedValue.where(Peer.CURRENT, peer).call(() -> served(limit));
      } finally {
        if (!closed) peer.linger(LINGER_BYTES, LINGER_TIME);
        open.remove(peer);
      }
    }

    private boolean served(Limit limit) throws InterruptedException {
      connection.handle(limit);
      return true;
    }

    @Override
    public Duration idleTime() {
      return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      connection.close(interrupt);
    }
  }
}
