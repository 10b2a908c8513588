package frontdesk.channel;

import java.time.Duration;

/// What became of an attempt at sending.
public sealed interface Delivery {

  /// The platform has it.
  record Sent() implements Delivery {}

  /// The platform does not have it, and it may be sent again.
  record NotSent(String why) implements Delivery {}

  /// The platform did not take it now; not before this time is over, or ten minutes.
  record RetryAfter(Duration time) implements Delivery {}

  /// The platform never will take it: blocked, gone, not allowed.
  record Undeliverable(String why) implements Delivery {}

  /// It may have been delivered.
  record Unknown(String why) implements Delivery {}
}
