package frontdesk.bench;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Conversations that go on at once, each a message after the answer to the one before.
final class Load {
  private static final int CONVERSATIONS = 32;

  private final Work work;
  private final Threads threads;
  private final Supplier<Talks> talks;
  private final List<Talker> talkers = new ArrayList<>();

  Load(Work work, Threads threads, Supplier<Talks> talks) {
    this.work = work;
    this.threads = threads;
    this.talks = talks;
    for (int i = 0; i < CONVERSATIONS; i++) talkers.add(new Talker());
  }

  /// Talks for this long; how many messages were answered. A conversation that was begun goes on
  /// in the next run.
  ///
  /// @throws IllegalStateException an answer was wrong or did not come
  long run(Duration time) {
    Deadline deadline = Deadline.in(time, threads);
    var turns = new LongAdder();
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    var ended = new CountDownLatch(talkers.size());
    for (Talker talker : talkers) {
      threads.start(
          "talker",
          () -> {
            try {
              turns.add(talker.talk(deadline));
            } catch (RuntimeException e) {
              failures.add(e);
            } finally {
              ended.countDown();
            }
          });
    }
    await(ended);
    for (RuntimeException failed : failures) throw new IllegalStateException(failed);
    return turns.sum();
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private final class Talker {
    private String conversation = "";
    private int turn = Work.TURNS_PER_CONVERSATION;

    long talk(Deadline deadline) {
      // Connected anew each time: servers close what was idle while others were measured.
      try (Talks open = talks.get()) {
        return talk(open, deadline);
      }
    }

    private long talk(Talks with, Deadline deadline) {
      long turns = 0;
      while (!deadline.passed(threads)) {
        if (turn == Work.TURNS_PER_CONVERSATION) {
          with.leave(conversation);
          conversation = with.open();
          turn = 0;
        }
        String answer = with.say(conversation, work.says(turn++));
        if (!work.accepts(answer)) throw new IllegalStateException("A wrong answer: " + answer);
        turns++;
        // A talker that nothing makes wait would keep the others from talking.
        threads.sleep(Duration.ZERO);
      }
      return turns;
    }
  }
}
