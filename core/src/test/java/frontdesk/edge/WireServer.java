package frontdesk.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server of HTTP on a socket of this machine whose answers are written byte by byte by the test.
final class WireServer implements AutoCloseable {
  /// Writes one answer to a request whose head was read.
  @FunctionalInterface
  interface Answer {
    void write(Wire wire) throws IOException;
  }

  private final String host;
  private final ServerSocket listening;
  private final Answer answer;
  private final AtomicInteger connections = new AtomicInteger();
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  WireServer(Answer answer) throws IOException {
    this("127.0.0.1", answer);
  }

  /// @param host a literal address of this machine, as it stands in a URL
  WireServer(String host, Answer answer) throws IOException {
    this.host = host;
    this.listening = new ServerSocket(0, 1_000, InetAddress.getByName(host));
    this.answer = answer;
    Thread.startVirtualThread(this::accept);
  }

  URI uri() {
    return URI.create("http://" + host + ":" + listening.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  /// Waits until a client has given a connection up.
  void awaitGivenUp() throws InterruptedException {
    if (ends.poll(30, TimeUnit.SECONDS) == null) {
      throw new AssertionError("The client kept its connection");
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        Thread.startVirtualThread(() -> converse(socket));
      }
    } catch (SocketException _) {
      return; // closed: the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      var wire = new Wire(socket);
      while (wire.readHead()) answer.write(wire);
      ends.add("ended by the client");
    } catch (IOException e) {
      ends.add("broken off by the client: " + e.getMessage());
    }
  }

  /// The server's end of a connection.
  static final class Wire {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private String head = "";

    private Wire(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      this.socket = socket;
      this.in = socket.getInputStream();
      this.out = socket.getOutputStream();
    }

    void send(String text) throws IOException {
      send(text.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
      out.write(bytes);
    }

    void head(String... headers) throws IOException {
      send("HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    void chunk(byte[] bytes) throws IOException {
      send(Integer.toHexString(bytes.length) + "\r\n");
      send(bytes);
      send("\r\n");
    }

    /// Says nothing more: ends when the client does.
    void stall() throws IOException {
      if (in.read() >= 0) throw new IOException("Nobody asked the client to say more");
    }

    /// The same byte again and again, a little apart, for as long as the client listens.
    void drip() throws IOException {
      socket.setSoTimeout(20);
      while (true) {
        try {
          if (in.read() < 0) return;
        } catch (SocketTimeoutException _) {
          send("."); // the client still listens
        }
      }
    }

    void breakOff() throws IOException {
      socket.close();
    }

    /// The request's first line and headers.
    String asked() {
      return head;
    }

    private boolean readHead() throws IOException {
      var all = new StringBuilder();
      while (all.indexOf("\r\n\r\n") < 0) {
        int read = in.read();
        if (read < 0) return false;
        all.append((char) read);
      }
      head = all.toString();
      return true;
    }
  }
}
