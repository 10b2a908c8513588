package frontdesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.ConversationId;
import frontdesk.edge.Edge;
import frontdesk.store.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The engine of one process on real threads.
class LanesTest {
  private static final boolean SOAK = Boolean.getBoolean("frontdesk.soak");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Threads THREADS = Edge.real().threads();
  private static final ConversationId ONE = new ConversationId("rest:shop:one");

  @Test
  void O10_a_message_that_comes_while_a_lane_is_given_back_is_picked_up_without_a_scan() {
    int tries = SOAK ? 2_000_000 : 100_000;
    var scans = new AtomicInteger();
    var enqueued = new AtomicInteger();
    var taken = new AtomicInteger();
    var turns = new AtomicInteger();
    var lanes = new Lanes(listing(_ -> nobody(scans)), THREADS, Duration.ofHours(1));
    try (lanes) {
      lanes.start(
          (Turns)
              _ -> {
                int turn = turns.incrementAndGet();
                taken.set(enqueued.get()); // the last look into the inbox
                if (turn % 100 == 0) {
                  enqueued.incrementAndGet(); // surely after it, and before the lane is given back
                  lanes.wake(ONE);
                }
                // Longer and shorter, so that the next message comes before, while and after the
                // lane
                // is given back.
                for (int spin = 0; spin < turn % 100; spin++) Thread.onSpinWait();
                return false;
              });
      for (int i = 1; i <= tries; i++) {
        // The one before was just taken: its lane is on its way out.
        enqueued.incrementAndGet();
        lanes.wake(ONE);
        until(() -> taken.get() == enqueued.get());
      }
    }
    System.out.printf(
        "O10: %d messages as a lane was given back: all picked up, in %d turns, %d scans%n",
        enqueued.get(), turns.get(), scans.get());
    assertThat(scans).hasValue(1);
  }

  @Test
  void O08_turns_that_hang_do_not_hide_the_others_from_the_scan() throws InterruptedException {
    int hanging = 1_500;
    List<ConversationId> waiting =
        IntStream.range(0, hanging + 1)
            .mapToObj(i -> new ConversationId("rest:shop:" + i))
            .toList();
    var reached = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var lanes =
        new Lanes(
            listing(max -> waiting.subList(0, Math.min(max, waiting.size()))),
            THREADS,
            Duration.ofMillis(1));
    try (lanes) {
      lanes.start(
          (Turns)
              id -> {
                if (id.equals(waiting.getLast())) reached.countDown();
                else untilDown(end);
                return false;
              });
      assertThat(reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      end.countDown();
    }
  }

  /// Makes no difference between what is new and what was left behind.
  @FunctionalInterface
  private interface Turns extends TurnHandler {
    @Override
    default boolean recover(ConversationId id) {
      return run(id);
    }
  }

  private static List<ConversationId> nobody(AtomicInteger scans) {
    scans.incrementAndGet();
    return List.of();
  }

  private static void until(BooleanSupplier condition) {
    Deadline deadline = Deadline.in(PATIENCE, THREADS);
    while (!condition.getAsBoolean()) {
      if (deadline.passed(THREADS)) throw new AssertionError("It never was");
      Thread.onSpinWait();
    }
  }

  private static void untilDown(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Journal listing(IntFunction<List<ConversationId>> waiting) {
    return new OnlyScanned() {
      @Override
      public List<ConversationId> waiting(int max) {
        return waiting.apply(max);
      }
    };
  }
}
