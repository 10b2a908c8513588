package frontdesk.conversation;

import java.time.Instant;
import java.util.Optional;

/// Where a conversation stands, without its content.
///
/// @param version counts appends: the fence against a stale worker
/// @param inboxSeq place of the newest accepted event
/// @param consumedThrough place of the newest event that a closed turn answered
/// @param epoch raised by what takes effect when accepted, such as a stop
/// @param owner who answers
/// @param wakeAt while a turn waits: when it goes on
public record Head(
    ConversationId id,
    long version,
    long inboxSeq,
    long consumedThrough,
    long epoch,
    Owner owner,
    Optional<Instant> wakeAt) {

  public static Head fresh(ConversationId id) {
    return new Head(id, 0, 0, 0, 0, Owner.AGENT, Optional.empty());
  }

  public boolean hasOpenEvents() {
    return inboxSeq > consumedThrough;
  }
}
