package frontdesk.conversation;

import java.time.Instant;
import java.util.Optional;

/// Something that came in for a conversation. `at` is the platform's time, where it gives one.
public record InboundEvent(
    EventId id, ConversationId conversation, Principal sender, Optional<Instant> at, Inbound what) {

  /// One whose platform tells no time.
  public static InboundEvent untimed(
      EventId id, ConversationId conversation, Principal sender, Inbound what) {
    return new InboundEvent(id, conversation, sender, Optional.empty(), what);
  }
}
