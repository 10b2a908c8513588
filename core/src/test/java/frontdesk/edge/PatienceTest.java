package frontdesk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PatienceTest {

  @Test
  void who_throws_or_blocks_as_it_gives_up_keeps_no_other_waiting() throws Exception {
    var free = new CountDownLatch(1);
    var blocked = new CountDownLatch(1);
    var next = new CountDownLatch(1);
    try (var log = new CapturedLog()) {
      overdue(
          () -> {
            throw new IllegalStateException("planted");
          });
      log.awaitFirst();
      overdue(
          () -> {
            blocked.countDown();
            await(free);
          });
      blocked.await();

      Patience waiting = overdue(next::countDown);

      next.await();
      assertThat(waiting.ended()).isTrue();
      assertThat(log.entries())
          .singleElement()
          .satisfies(entry -> assertThat(entry.getThrown()).hasMessage("planted"));
    } finally {
      free.countDown();
    }
  }

  private static Patience overdue(Runnable giveUp) {
    var patience = new Patience(giveUp);
    patience.begin(System.nanoTime());
    return patience;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
