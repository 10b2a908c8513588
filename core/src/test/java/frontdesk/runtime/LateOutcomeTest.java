package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.engine.Threads;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateOutcomeTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final Threads threads = new PausesOnly();

  @Test
  void an_outcome_that_nobody_else_knows_is_handed_in_again_while_the_store_is_down() {
    Running.handIn(
        threads,
        () -> {
          if (pauses.size() < 3) throw new StoreException("full");
        });
    assertThat(pauses).hasSize(3).isSorted();
  }

  @Test
  void an_outcome_is_left_to_the_acts_recovery_when_the_store_stays_down() {
    Running.handIn(
        threads,
        () -> {
          throw new StoreException("full");
        });
    assertThat(pauses).hasSize(5);
  }

  /// Threads on which nothing runs and no time passes.
  private final class PausesOnly implements Threads {
    @Override
    public void start(String name, Runnable body) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public void sleep(Duration time) {
      pauses.add(time);
    }

    @Override
    public Signal signal() {
      throw new UnsupportedOperationException("signal");
    }

    @Override
    public long nanos() {
      return 0;
    }
  }
}
