package frontdesk.server.http;

import frontdesk.engine.Threads;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// A connection as Helidon sees it, with a deadline on each read and write: Helidon itself has no
/// limit on how long a peer may take for the head of a request, one byte at a time (W15). The
/// deadline is for the whole phase, so that bytes that trickle in do not extend it. {@link Peers}
/// looks at it from time to time and cuts off who is late.
final class Peer implements ConnectionContext, DataWriter {
  /// The peer whose connection this thread serves.
  static final ScopedValue<Peer> CURRENT = ScopedValue.newInstance();

  private static final long NONE = Long.MAX_VALUE;
  private static final long BODY_WIRE_FACTOR = 2;

  private enum Phase {
    IDLE,
    HEAD,
    BODY
  }

  private final ConnectionContext connection;
  private final Listen.Limits limits;
  private final Threads threads;
  private final DataReader reader = DataReader.create(this::read);
  private Phase phase = Phase.IDLE;
  private long phaseEnds = NONE;
  private long bodyBytes;
  private volatile long deadline = NONE;
  private volatile boolean gone;

  Peer(ConnectionContext connection, Listen.Limits limits, Threads threads) {
    this.connection = connection;
    this.limits = limits;
    this.threads = threads;
  }

  /// The request's head is complete. The time for its body counts from its first read.
  void headWasRead() {
    phase = Phase.BODY;
    phaseEnds = NONE;
    bodyBytes = 0;
  }

  void requestEnded() {
    phase = Phase.IDLE;
  }

  boolean isLate() {
    long until = deadline;
    return until != NONE && until - threads.nanos() <= 0;
  }

  /// Ends whatever read or write it is blocked in.
  void cutOff() {
    gone = true;
    try {
      connection.serverSocket().close();
    } catch (UncheckedIOException e) {
      System.getLogger(Peer.class.getName())
          .log(System.Logger.Level.DEBUG, "The peer was gone already", e);
    }
  }

  /// Reads on for a moment, and throws away what the peer still sends of a request that was
  /// refused. Closing at once would make its system drop our answer before it read it.
  void linger(int maxBytes, Duration time) {
    if (phase == Phase.IDLE || gone) return;
    deadline = threads.nanos() + time.toNanos();
    try {
      int left = maxBytes;
      while (left > 0 && !isLate()) {
        byte[] bytes = connection.serverSocket().get();
        if (bytes == null) return;
        left -= bytes.length;
      }
    } catch (UncheckedIOException e) {
      System.getLogger(Peer.class.getName())
          .log(System.Logger.Level.DEBUG, "The peer did not wait for our close", e);
    } finally {
      deadline = NONE;
    }
  }

  private byte[] read() {
    deadline = readEnds();
    try {
      byte[] bytes = connection.serverSocket().get();
      if (bytes == null) throw gone("The peer closed", null);
      count(bytes.length);
      return bytes;
    } catch (UncheckedIOException e) {
      throw gone("The peer broke off or was too slow", e);
    } finally {
      deadline = NONE;
    }
  }

  private CloseConnectionException gone(String why, @Nullable Throwable cause) {
    gone = true;
    return new CloseConnectionException(why, cause);
  }

  private void count(int bytes) {
    switch (phase) {
      case IDLE -> {
        phase = Phase.HEAD;
        phaseEnds = in(limits.head());
      }
      case HEAD -> {} // its size is limited where it is parsed
      case BODY -> {
        // Helidon limits what is in chunks, not their framing: a line that never ends would fill
        // the memory.
        bodyBytes += bytes;
        if (bodyBytes > BODY_WIRE_FACTOR * limits.bodyBytes()) throw gone("An endless body", null);
      }
    }
  }

  private long readEnds() {
    return switch (phase) {
      case IDLE -> in(limits.idle());
      case HEAD -> phaseEnds;
      case BODY -> {
        if (phaseEnds == NONE) phaseEnds = in(limits.body());
        yield phaseEnds;
      }
    };
  }

  private long in(Duration time) {
    return threads.nanos() + time.toNanos();
  }

  private void timed(Runnable write) {
    deadline = in(limits.write());
    try {
      write.run();
    } finally {
      deadline = NONE;
    }
  }

  @Override
  public void write(BufferData... buffers) {
    timed(() -> connection.dataWriter().write(buffers));
  }

  @Override
  public void write(BufferData buffer) {
    timed(() -> connection.dataWriter().write(buffer));
  }

  @Override
  public void writeNow(BufferData... buffers) {
    timed(() -> connection.dataWriter().writeNow(buffers));
  }

  @Override
  public void writeNow(BufferData buffer) {
    timed(() -> connection.dataWriter().writeNow(buffer));
  }

  @Override
  public void flush() {
    timed(connection.dataWriter()::flush);
  }

  @Override
  public DataWriter dataWriter() {
    return this;
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public ListenerContext listenerContext() {
    return connection.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return connection.executor();
  }

  @Override
  public Router router() {
    return connection.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return connection.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return connection.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return connection.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return connection.localPeer();
  }

  @Override
  public boolean isSecure() {
    return connection.isSecure();
  }

  @Override
  public String socketId() {
    return connection.socketId();
  }

  @Override
  public String childSocketId() {
    return connection.childSocketId();
  }
}
