package frontdesk.bench;

import frontdesk.bench.peers.Talks;
import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// Customers who talk at once.
final class Load {
  static final int CONVERSATIONS = 32;
  private static final double NANOS = 1e9;

  /// So many connect and open their conversations a second, or the first moment would measure a
  /// storm.
  private static final double CONNECTING_PER_SECOND = 500;

  private final Threads threads;
  private final Supplier<Talks> talks;
  private final List<Talker> talkers = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(1);

  Load(Work work, int conversations, Threads threads, Supplier<Talks> talks) {
    this.threads = threads;
    this.talks = talks;
    var numbers = new AtomicLong();
    for (int i = 0; i < conversations; i++) talkers.add(new Talker(work, threads, numbers));
  }

  /// They come one after the other, and each says something as soon as it is answered, for this
  /// long.
  ///
  /// @throws IllegalStateException the server broke off
  List<Told> run(Duration time) {
    long start = threads.nanos();
    return together(talker -> talk(talker, start, start + time.toNanos()));
  }

  /// All together say so much a second, whether answers come or not, for this long: each has its
  /// moment in every round of all, drawn by chance. One whose answer is late speaks late; the turn
  /// counts from when it was due.
  ///
  /// @throws IllegalStateException the server broke off
  List<Told> offer(double perSecond, Duration time) {
    long start = threads.nanos() + lead();
    long round = (long) (talkers.size() / perSecond * NANOS);
    return together(talker -> offer(talker, start, round, start + time.toNanos()));
  }

  private List<Told> talk(Talker talker, long start, long end) {
    var told = new ArrayList<Told>();
    sleepUntil(start + split().nextLong(lead()));
    // Connected anew in each run: servers close what was idle while others were measured.
    try (Talks with = talks.get()) {
      while (threads.nanos() - end < 0) {
        told.add(talker.say(with, threads.nanos()));
        // A talker that nothing makes wait would keep the others from talking.
        threads.sleep(Duration.ZERO);
      }
    }
    return told;
  }

  private List<Told> offer(Talker talker, long start, long round, long end) {
    var told = new ArrayList<Told>();
    SplittableRandom moments = split();
    sleepUntil(start - moments.nextLong(lead()));
    try (Talks with = talks.get()) {
      for (long from = start; from - end < 0; from += round) {
        long due = from + moments.nextLong(round);
        if (due - end >= 0) break;
        // Before it is due, for it is not the turn that is measured; if it fails, the turn does.
        talker.open(with);
        sleepUntil(due);
        told.add(talker.say(with, due));
      }
    }
    return told;
  }

  /// How long it takes until all are connected.
  private long lead() {
    return (long) (talkers.size() / CONNECTING_PER_SECOND * NANOS);
  }

  private synchronized SplittableRandom split() {
    return random.split();
  }

  private void sleepUntil(long nanos) {
    long left = nanos - threads.nanos();
    if (left > 0) threads.sleep(Duration.ofNanos(left));
  }

  private List<Told> together(Function<Talker, List<Told>> talk) {
    var told = new ConcurrentLinkedQueue<List<Told>>();
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    var ended = new CountDownLatch(talkers.size());
    for (Talker talker : talkers) {
      threads.start(
          "talker",
          () -> {
            try {
              told.add(talk.apply(talker));
            } catch (RuntimeException e) {
              failures.add(e);
            } finally {
              ended.countDown();
            }
          });
    }
    await(ended);
    for (RuntimeException failed : failures) throw new IllegalStateException(failed);
    return told.stream().flatMap(List::stream).toList();
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
