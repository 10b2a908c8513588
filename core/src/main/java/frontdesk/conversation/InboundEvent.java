package frontdesk.conversation;

import java.time.Instant;

/// Something that came in for a conversation. `at` is the platform's time where it gives one, else
/// that of its arrival.
public record InboundEvent(
    EventId id, ConversationId conversation, Principal sender, Instant at, Inbound what) {}
