package frontdesk.engine;

import java.time.Duration;

/// A moment of monotonic time ({@link Threads#nanos}) after which the result is not wanted any
/// more.
public record Deadline(long nanos) {

  public static Deadline in(Duration time, Threads threads) {
    return new Deadline(threads.nanos() + time.toNanos());
  }

  /// What is left, never negative.
  public Duration left(Threads threads) {
    return Duration.ofNanos(Math.max(0, nanos - threads.nanos()));
  }

  public boolean passed(Threads threads) {
    return nanos - threads.nanos() <= 0;
  }

  public Deadline earlier(Deadline other) {
    return nanos - other.nanos <= 0 ? this : other;
  }
}
