package frontdesk.channel;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import java.util.Optional;

/// One attempt at sending a message.
///
/// @param entry place of the entry in the log that the message comes from
/// @param part its place among the messages of that entry, from 0
/// @param key the same for each attempt; the platform's retry key, and our mark in the message
///     where
///     it takes one
/// @param approval the call whose preview it shows
/// @param attempt counts from 1
/// @param doubts how many attempts before it may have been delivered, for all we know
public record Sending(
    ConversationId conversation,
    long entry,
    int part,
    IdempotencyKey key,
    String text,
    Optional<CallId> approval,
    int attempt,
    int doubts) {}
