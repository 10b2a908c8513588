package frontdesk.conversation;

/// An event and its place in the conversation's inbox, counted from 1.
public record Arrived(long seq, InboundEvent event) {}
