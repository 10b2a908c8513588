package frontdesk.bench.outside;

import frontdesk.engine.Threads;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/// Answers on a port of this machine, each connection on a thread of its own, and keeps
/// connections open for as long as their clients do.
final class Listener {
  private static final int BACKLOG = 4_096;

  private final ServerSocket listening;
  private final Threads threads;
  private final Handler handler;

  /// Answers one request.
  interface Handler {
    void answer(Wire.Message request, OutputStream out) throws IOException;
  }

  private Listener(ServerSocket listening, Threads threads, Handler handler) {
    this.listening = listening;
    this.threads = threads;
    this.handler = handler;
  }

  /// Listens from now on; the port.
  static int start(Threads threads, Handler handler) throws IOException {
    var socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    threads.start("accept", new Listener(socket, threads, handler)::accept);
    return socket.getLocalPort();
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = listening.accept();
        threads.start("connection", () -> serve(socket));
      } catch (IOException e) {
        System.err.println("A connection was not accepted: " + e.getMessage());
      }
    }
  }

  private void serve(Socket accepted) {
    try (Socket socket = accepted) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Optional<Wire.Message> request = Wire.read(in);
          request.isPresent();
          request = Wire.read(in)) {
        handler.answer(request.get(), socket.getOutputStream());
      }
    } catch (IOException e) {
      // A client that is closed does not wait for answers; whoever does, counts it as a failure.
      System.getLogger("bench").log(System.Logger.Level.DEBUG, "a connection ended", e);
    }
  }
}
