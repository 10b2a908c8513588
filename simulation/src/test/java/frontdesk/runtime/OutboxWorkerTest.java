package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel.Doubt;
import frontdesk.conversation.ConversationId;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The outbox's worker: what wakes it, what it survives, and how it stops.
class OutboxWorkerTest {
  private static final ConversationId ONE = Story.ID;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestOutbox outbox = new TestOutbox();
  private final Platform platform = outbox.platform(Doubt.KEY);
  private final Delivering delivering = outbox.delivering();
  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void what_an_earlier_process_left_leaves_first_of_all() {
    outbox.run(
        () -> {
          outbox.leaves(ONE, "Hello");
          delivering.start();
          outbox.threads().sleep(SECOND);
          assertThat(platform.texts()).containsExactly("Hello");
        });
  }

  @Test
  void a_message_leaves_when_its_answer_is_committed_and_wakes_its_conversation() {
    outbox.run(
        () -> {
          delivering.start();
          outbox.threads().sleep(SECOND);
          delivering.committed(ONE, outbox.leaves(ONE, "Hello"));
          outbox.threads().sleep(SECOND);
          assertThat(platform.texts()).containsExactly("Hello");
          assertThat(outbox.woken()).containsExactly(ONE);
        });
  }

  @Test
  void messages_that_land_at_once_do_not_wait_for_each_other() {
    outbox.run(
        () -> {
          for (int i = 0; i < 6; i++) outbox.leaves(new ConversationId("test:acme:" + i), "Hello");
          delivering.start();
          outbox.threads().sleep(SECOND);
          assertThat(delivering.drain(SECOND)).isTrue();
          assertThat(platform.texts()).hasSize(6);
        });
  }

  @Test
  void what_nobody_told_of_is_found_by_looking() {
    outbox.run(
        () -> {
          delivering.start();
          outbox.threads().sleep(SECOND);
          outbox.leaves(ONE, "Hello");
          outbox.threads().sleep(TestOutbox.SCAN_EVERY);
          assertThat(platform.texts()).containsExactly("Hello");
        });
  }

  @Test
  void D04_a_store_that_is_down_or_broken_does_not_end_the_worker() {
    for (Throwable why : List.of(new StoreException("down"), new StackOverflowError())) {
      var other = new TestOutbox();
      Platform line = other.platform(Doubt.KEY);
      failures.set(0);
      other.beforeClaims(() -> failsAtFirst(1, why));
      other.run(
          () -> {
            other.leaves(ONE, "Hello");
            other.delivering().start();
            other.threads().sleep(TestOutbox.SCAN_EVERY.plus(SECOND));
            assertThat(line.texts()).as("%s", why).containsExactly("Hello");
          });
    }
  }

  @Test
  void D04_what_came_of_a_message_is_settled_once_the_store_is_back() {
    outbox.beforeSettles(() -> failsAtFirst(2, new StoreException("down")));
    outbox.run(
        () -> {
          outbox.leaves(ONE, "Hello");
          delivering.start();
          outbox.threads().sleep(Duration.ofSeconds(10));
          assertThat(outbox.isSending(ONE)).isFalse();
          assertThat(platform.texts()).containsExactly("Hello");
        });
  }

  @Test
  void a_thread_that_fails_to_settle_is_not_under_way_any_more() {
    outbox.beforeSettles(() -> failsAtFirst(1, new IllegalStateException("a bug")));
    outbox.run(
        () -> {
          outbox.leaves(ONE, "Hello");
          delivering.start();
          outbox.threads().sleep(SECOND);
          assertThat(outbox.thrown()).hasSize(1);
          assertThat(delivering.drain(Duration.ZERO)).isTrue();
        });
  }

  @Test
  void D09_a_drain_waits_for_what_is_under_way_and_sends_nothing_more() {
    platform.answers((_, _) -> comesAfter(SECOND.multipliedBy(5)));
    outbox.run(
        () -> {
          outbox.leaves(ONE, "one");
          outbox.leaves(ONE, "two");
          delivering.start();
          outbox.threads().sleep(SECOND);
          assertThat(delivering.drain(Duration.ofSeconds(8))).isTrue();
          assertThat(now()).isEqualTo(SECOND.multipliedBy(5));
          outbox.threads().sleep(Duration.ofMinutes(10));
          assertThat(platform.texts()).containsExactly("one");
        });
  }

  @Test
  void D09_a_drain_takes_no_longer_than_its_grace() {
    platform.answers((_, _) -> comesAfter(SECOND.multipliedBy(9)));
    outbox.run(
        () -> {
          outbox.leaves(ONE, "Hello");
          delivering.start();
          outbox.threads().sleep(SECOND);
          assertThat(delivering.drain(SECOND)).isFalse();
          assertThat(now()).isEqualTo(SECOND.multipliedBy(2));
        });
  }

  private void failsAtFirst(int times, Throwable why) {
    if (failures.getAndIncrement() >= times) return;
    if (why instanceof Error error) throw error;
    throw (RuntimeException) why;
  }

  /// In whole seconds.
  private Duration now() {
    return Duration.ofSeconds(Duration.ofNanos(outbox.threads().nanos()).toSeconds());
  }

  private Delivery comesAfter(Duration time) {
    outbox.threads().sleep(time);
    return new Delivery.Sent();
  }
}
