package frontdesk.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.engine.Deadline;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RealThreadsTest {
  private final RealThreads threads = new RealThreads();

  @Test
  void a_raised_signal_is_remembered_until_it_is_awaited_once() {
    var signal = threads.signal();
    signal.raise();
    signal.raise();

    assertThat(signal.await(Deadline.in(Duration.ofSeconds(30), threads))).isTrue();
    assertThat(signal.await(Deadline.in(Duration.ZERO, threads))).isFalse();
  }

  @Test
  void a_waiting_thread_wakes_up_when_another_raises_the_signal() throws Exception {
    var signal = threads.signal();
    var woken = new CountDownLatch(1);
    threads.start(
        "waiter",
        () -> {
          if (signal.await(Deadline.in(Duration.ofSeconds(30), threads))) woken.countDown();
        });

    signal.raise();

    woken.await();
  }

  @Test
  void an_interrupted_wait_says_so_and_keeps_the_flag() throws Exception {
    var seen = new AtomicReference<Throwable>();
    var flagged = new CountDownLatch(1);
    Thread waiter =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    threads.sleep(Duration.ofSeconds(30));
                  } catch (CancellationException e) {
                    seen.set(e);
                    if (Thread.currentThread().isInterrupted()) flagged.countDown();
                  }
                });

    waiter.interrupt();

    flagged.await();
    assertThat(seen.get()).hasRootCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void what_a_thread_throws_is_logged_once_with_its_name() throws Exception {
    try (var log = new CapturedLog()) {
      threads.start(
          "lane 7",
          () -> {
            throw new IllegalStateException("planted");
          });
      log.awaitFirst();
      assertThat(log.entries())
          .singleElement()
          .satisfies(e -> assertThat(e.getMessage()).contains("lane 7"));
    }
  }

  @Test
  void ids_are_uuids_and_differ() {
    Edge edge = Edge.real();
    assertThat(edge.newId().get()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(edge.newId().get()).isNotEqualTo(edge.newId().get());
    assertThatThrownBy(() -> edge.random().nextInt(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
