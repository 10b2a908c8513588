package frontdesk.edge;

import frontdesk.engine.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A response's body while it arrives: what the JDK's client hands over, as a stream that waits for
/// no byte longer than the idle time and not beyond the deadline, then throws {@link
/// HttpTimeoutException} and gives the connection up. So does closing it before its end. What
/// arrived whole before the deadline can be read after it.
///
/// At most {@link #AHEAD} deliveries wait to be read; then the server has to wait. Read by one
/// thread; closed by any.
final class ArrivingBody extends InputStream implements BodySubscriber<InputStream> {
  /// Deliveries, each at most a few buffers of 16 KiB.
  static final int AHEAD = 4;

  private final Deadline deadline;
  private final long idleNanos;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // Under the lock.
  private final Queue<List<ByteBuffer>> arrived = new ArrayDeque<>(AHEAD);
  private Optional<Subscription> subscription = Optional.empty();
  private boolean complete;
  private Optional<IOException> broken = Optional.empty();

  private volatile boolean closed;

  // The reader's own.
  private Iterator<ByteBuffer> delivery = Collections.emptyIterator();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private int taken;

  ArrivingBody(Deadline deadline, Duration idle) {
    this.deadline = deadline;
    this.idleNanos = idle.toNanos();
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    if (subscribed(given)) given.request(AHEAD);
    else given.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    lock.lock();
    try {
      if (broken.isPresent()) return;
      arrived.add(buffers);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onError(Throwable e) {
    end(Optional.of(e instanceof IOException io ? io : new IOException(e)));
  }

  @Override
  public void onComplete() {
    end(Optional.empty());
  }

  @Override
  public int read() throws IOException {
    return more() ? current.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) return 0;
    if (!more()) return -1;
    int count = Math.min(length, current.remaining());
    current.get(into, from, count);
    return count;
  }

  @Override
  public int available() {
    return closed ? 0 : current.remaining();
  }

  @Override
  public void close() {
    closed = true;
    giveUp(new IOException("The body was closed"));
  }

  private boolean subscribed(Subscription given) {
    lock.lock();
    try {
      if (broken.isPresent() || subscription.isPresent()) return false;
      subscription = Optional.of(given);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void end(Optional<IOException> by) {
    lock.lock();
    try {
      if (complete || broken.isPresent()) return;
      broken = by;
      complete = by.isEmpty();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private boolean more() throws IOException {
    if (closed) throw new IOException("The body was closed");
    while (!current.hasRemaining()) {
      if (delivery.hasNext()) {
        current = delivery.next();
      } else {
        Optional<List<ByteBuffer>> next = next();
        if (next.isEmpty()) return false;
        delivery = next.get().iterator();
        askForMore();
      }
    }
    return true;
  }

  // Half of them at a time: asking costs the client a task.
  private void askForMore() {
    if (++taken < AHEAD / 2) return;
    subscription.orElseThrow().request(taken);
    taken = 0;
  }

  private Optional<List<ByteBuffer>> next() throws IOException {
    try {
      return awaited();
    } catch (HttpTimeoutException e) {
      giveUp(e);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var interrupted = new InterruptedIOException("Interrupted");
      giveUp(interrupted);
      throw interrupted;
    }
  }

  private Optional<List<ByteBuffer>> awaited() throws IOException, InterruptedException {
    lock.lock();
    try {
      if (!complete && broken.isEmpty()) await();
      var next = Optional.ofNullable(arrived.poll());
      if (next.isEmpty() && broken.isPresent()) throw new IOException("Broken off", broken.get());
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void await() throws HttpTimeoutException, InterruptedException {
    long untilDeadline = deadline.nanos() - System.nanoTime();
    if (untilDeadline <= 0) throw late();
    long left = Math.min(untilDeadline, idleNanos);
    while (arrived.isEmpty() && !complete && broken.isEmpty()) {
      if (left <= 0) throw untilDeadline <= idleNanos ? late() : silent();
      left = changed.awaitNanos(left);
    }
  }

  private static HttpTimeoutException late() {
    return new HttpTimeoutException("The response's body did not end in time");
  }

  private HttpTimeoutException silent() {
    long millis = Duration.ofNanos(idleNanos).toMillis();
    return new HttpTimeoutException("No byte of the response's body for " + millis + " ms");
  }

  private void giveUp(IOException why) {
    // Without the lock: the client has locks of its own.
    if (stopped(why)) subscription.ifPresent(Subscription::cancel);
  }

  private boolean stopped(IOException why) {
    lock.lock();
    try {
      arrived.clear();
      if (complete || broken.isPresent()) return false;
      broken = Optional.of(why);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }
}
