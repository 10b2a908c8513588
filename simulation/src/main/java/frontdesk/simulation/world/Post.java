package frontdesk.simulation.world;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel.Doubt;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.engine.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A message that was written to a platform.
final class Post {
  private final Sending sending;
  private final Doubt doubt;
  private final Fate fate;
  private final Instant writtenAt;
  private final Flight flight;
  private Optional<Delivery> answer = Optional.empty();
  private boolean delivered;

  /// What becomes of a message that is sent.
  enum Fate {
    TAKEN,
    LOST_ON_THE_WAY,
    /// It is delivered, and nobody hears so.
    ANSWER_LOST,
    /// Not now: too many messages.
    BUSY,
    /// Not this one, ever.
    BLOCKED
  }

  /// Monotonic times of a message and its answer, and what a busy platform asks for.
  record Flight(long arrives, long answers, Duration busyFor) {}

  /// @param writtenAt the store's time
  Post(Sending sending, Doubt doubt, Fate fate, Instant writtenAt, Flight flight) {
    this.sending = sending;
    this.doubt = doubt;
    this.fate = fate;
    this.writtenAt = writtenAt;
    this.flight = flight;
  }

  Sending sending() {
    return sending;
  }

  ConversationId conversation() {
    return sending.conversation();
  }

  IdempotencyKey key() {
    return sending.key();
  }

  Doubt doubt() {
    return doubt;
  }

  Fate fate() {
    return fate;
  }

  Instant writtenAt() {
    return writtenAt;
  }

  Flight flight() {
    return flight;
  }

  /// When its answer is back, if it has one.
  Deadline answers() {
    return new Deadline(flight.answers());
  }

  boolean isNeverAnswered() {
    return fate == Fate.LOST_ON_THE_WAY || fate == Fate.ANSWER_LOST;
  }

  /// Whether the platform takes it.
  boolean isTaken() {
    return fate == Fate.TAKEN || fate == Fate.ANSWER_LOST;
  }

  boolean hasArrived() {
    return answer.isPresent();
  }

  /// The platform has decided.
  void arrived(Delivery decision, boolean isDelivered) {
    answer = Optional.of(decision);
    delivered = isDelivered;
  }

  Delivery answer() {
    return answer.orElseThrow();
  }

  /// Whether the customer got a message by it.
  boolean isDelivered() {
    return delivered;
  }
}
