package frontdesk.edge;

import frontdesk.engine.Deadline;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A response's body while it arrives: waits for no byte longer than the idle time and not beyond
/// the deadline, then throws {@link SocketTimeoutException} and gives the connection up. So does
/// closing it before its end. Read by one thread; closed by any.
final class ArrivingBody extends FilterInputStream {
  private final Deadline deadline;
  private final Duration idle;
  private final Runnable giveUp;
  private final Patience patience;
  private volatile boolean closed;
  private boolean complete;

  /// @param giveUp breaks the connection off, from any thread and any number of times
  ArrivingBody(InputStream in, Deadline deadline, Duration idle, Runnable giveUp) {
    super(in);
    this.deadline = deadline;
    this.idle = idle;
    this.giveUp = giveUp;
    this.patience = new Patience(giveUp);
  }

  @Override
  public int read() throws IOException {
    return arrived(in::read);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return length == 0 ? 0 : arrived(() -> in.read(into, from, length));
  }

  @Override
  public long skip(long bytes) throws IOException {
    return bytes <= 0 ? 0 : readNBytes((int) Math.min(bytes, 1 << 13)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    closed = true;
    if (!complete) giveUp.run();
  }

  private interface Reading {
    int read() throws IOException;
  }

  private int arrived(Reading reading) throws IOException {
    if (closed) throw new IOException("The body was closed");
    if (complete) return -1;
    if (patience.ended()) throw late();
    patience.begin(until());
    try {
      int read = reading.read();
      complete = read < 0;
      return read;
    } catch (IOException e) {
      giveUp.run();
      throw patience.ended() ? late() : e;
    } finally {
      patience.end();
    }
  }

  private long until() {
    long silent = System.nanoTime() + idle.toNanos();
    return new Deadline(silent).earlier(deadline).nanos();
  }

  private SocketTimeoutException late() {
    return deadline.nanos() - System.nanoTime() <= 0
        ? new SocketTimeoutException("The response's body did not end in time")
        : new SocketTimeoutException(
            "No byte of the response's body for " + idle.toMillis() + " ms");
  }
}
