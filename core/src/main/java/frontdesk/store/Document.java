package frontdesk.store;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Json;

/// A projection of a conversation's entries that others look up: facts, a ticket. Written in the
/// same transaction as the entries it follows from; one of the same kind and key is replaced.
public record Document(String kind, String key, ConversationId conversation, Json body) {}
