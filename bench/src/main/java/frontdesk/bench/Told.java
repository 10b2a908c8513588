package frontdesk.bench;

import java.util.Optional;

/// One turn, as its customer saw it. Times are of the monotonic clock, in nanoseconds.
///
/// @param began when it was said, or when it was due, where that is earlier
/// @param failure what came instead of the right answer
record Told(long conversation, int turn, long began, long ended, Optional<String> failure) {
  private static final double NANOS_PER_MILLI = 1e6;

  boolean isAnswered() {
    return failure.isEmpty();
  }

  double millis() {
    return (ended - began) / NANOS_PER_MILLI;
  }
}
