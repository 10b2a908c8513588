package frontdesk.store;

import java.time.Duration;

/// What became of an event that was handed in.
public sealed interface Acceptance {

  /// Durable, at this place of the conversation's inbox.
  record Accepted(long seq) implements Acceptance {}

  /// Its id was accepted before, at this place. `sameBody`: and it said the same.
  record Again(long seq, boolean sameBody) implements Acceptance {}

  /// The conversation's inbox is full; try again after this time.
  record Full(Duration retryAfter) implements Acceptance {}
}
