package frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StoreClockTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final AtomicReference<Instant> wall = new AtomicReference<>(NOON);
  private final AtomicLong nanos = new AtomicLong(-5);

  @Test
  void C01_a_wall_clock_that_jumps_does_not_move_the_stores_time() {
    var clock = new StoreClock(wall::get, nanos::get, Instant.EPOCH);
    wall.set(NOON.minus(Duration.ofHours(1)));
    nanos.addAndGet(1_000_000);
    assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1));
    wall.set(NOON.plus(Duration.ofDays(1)));
    assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1));
  }

  @Test
  void C01_a_wall_clock_behind_what_was_stored_never_takes_time_back() {
    Instant stored = NOON.plus(Duration.ofMinutes(5));
    var clock = new StoreClock(wall::get, nanos::get, stored);
    assertThat(clock.instant()).isEqualTo(stored);
    nanos.addAndGet(2_000_000_000);
    assertThat(clock.instant()).isEqualTo(stored.plusSeconds(2));
  }

  @Test
  void time_is_told_in_whole_microseconds_as_it_is_kept() {
    var clock = new StoreClock(wall::get, nanos::get, Instant.EPOCH);
    nanos.addAndGet(1_234_567);
    assertThat(clock.instant()).isEqualTo(NOON.plusNanos(1_234_000));
    assertThat(Fences.kept(Instant.MAX)).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
  }
}
