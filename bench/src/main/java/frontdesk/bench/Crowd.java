package frontdesk.bench;

import frontdesk.bench.RestTalks.NotAnswered;
import frontdesk.bench.outside.Orders;
import frontdesk.bench.peers.Talks;
import frontdesk.engine.Threads;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// Many customers with one question each, all of whom wait at once.
final class Crowd implements AutoCloseable {
  /// How many connect at once; the others stand in line.
  private static final int OPENING_AT_ONCE = 100;

  private static final long NANOS = 1_000_000_000L;

  private final Threads threads;
  private final List<Customer> customers;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final CountDownLatch ended;

  private record Customer(int number, Talks with, String conversation) {}

  /// Connects them, and opens their conversations.
  Crowd(Runner runner, int size, Threads threads) {
    this.threads = threads;
    this.ended = new CountDownLatch(size);
    var door = new Semaphore(OPENING_AT_ONCE);
    this.customers = connect(runner, size, threads, door);
  }

  private static List<Customer> connect(Runner runner, int size, Threads threads, Semaphore door) {
    var connected = new ConcurrentLinkedQueue<Customer>();
    var ready = new CountDownLatch(size);
    for (int number : IntStream.range(0, size).toArray()) {
      door.acquireUninterruptibly();
      threads.start(
          "customer",
          () -> {
            try {
              Talks with = runner.connect();
              connected.add(new Customer(number, with, with.open()));
            } finally {
              door.release();
              ready.countDown();
            }
          });
    }
    await(ready);
    if (connected.size() < size) {
      throw new IllegalStateException(
          "Only %d of %d customers could connect".formatted(connected.size(), size));
    }
    return List.copyOf(connected);
  }

  /// All ask, so many a second.
  void speak(int perSecond) {
    long start = threads.nanos();
    for (int i = 0; i < customers.size(); i++) {
      Customer customer = customers.get(i);
      long left = start + i * NANOS / perSecond - threads.nanos();
      if (left > 0) threads.sleep(Duration.ofNanos(left));
      threads.start("customer", () -> ask(customer));
    }
  }

  private void ask(Customer customer) {
    try {
      failure(customer).ifPresent(failures::add);
    } finally {
      ended.countDown();
    }
  }

  private static Optional<String> failure(Customer customer) {
    String order = Orders.order(customer.number(), 0);
    try {
      String answer = customer.with().say(customer.conversation(), Orders.question(order, 0));
      boolean right = Orders.isRight(order, answer);
      return right ? Optional.empty() : Optional.of("a wrong answer: " + answer);
    } catch (NotAnswered | UncheckedIOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// How many were not answered rightly, once all have ended.
  int wrong() {
    await(ended);
    return failures.size();
  }

  /// What one of them got instead.
  Optional<String> complaint() {
    return Optional.ofNullable(failures.peek());
  }

  @Override
  public void close() {
    for (Customer customer : customers) customer.with().close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
