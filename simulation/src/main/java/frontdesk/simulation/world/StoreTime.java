package frontdesk.simulation.world;

import frontdesk.simulation.Node;
import frontdesk.store.StoreClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The store's time, by the rule of {@link StoreClock}: its wall clock jumps as it likes and
/// counts only when the store starts.
///
/// One thing is spared: a wall clock that is ahead when the store starts again, for no rule could
/// tell that from time that really passed.
final class StoreTime implements InstantSource {
  private final Node home;
  private StoreClock clock;

  StoreTime(Node home) {
    this.home = home;
    this.clock = started(Instant.EPOCH);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  /// The store's process starts again.
  void restarts() {
    Instant last = clock.instant();
    if (home.clock().instant().isAfter(last)) home.skew(Duration.ZERO);
    clock = started(last);
  }

  private StoreClock started(Instant lastStored) {
    return new StoreClock(home.clock(), home.threads()::nanos, lastStored);
  }
}
