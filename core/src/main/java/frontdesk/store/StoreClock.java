package frontdesk.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The time of a store on one node: at start the later of the wall clock and the last time that
/// was stored, from then on monotonic. A wall clock that jumps changes nothing until the next
/// start, and never makes stored time go backwards. Whole microseconds, as stores keep them.
public final class StoreClock implements InstantSource {
  private final Instant start;
  private final LongSupplier nanos;
  private final long startNanos;

  /// @param nanos monotonic time, such as `Threads::nanos`
  /// @param lastStored the newest time in the store; `Instant.EPOCH` when it is empty
  public StoreClock(InstantSource wall, LongSupplier nanos, Instant lastStored) {
    Instant now = wall.instant();
    this.start = now.isAfter(lastStored) ? now : lastStored;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
  }

  @Override
  public Instant instant() {
    return Fences.kept(start.plusNanos(nanos.getAsLong() - startNanos));
  }
}
