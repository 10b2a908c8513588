package frontdesk.store;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Logged;
import java.util.List;
import java.util.Optional;

/// Reading beside the loop: for the API, operators and archives. Sees only what is durable.
public interface Records {

  /// Empty when no event of this conversation was ever accepted.
  Optional<Head> head(ConversationId id);

  /// Entries of any age after this place, oldest first.
  List<Logged> entries(ConversationId id, long afterSeq, int max);

  /// Events that no closed turn has answered yet, oldest first.
  List<Arrived> open(ConversationId id);

  /// Which conversation and place in its inbox an event got, for as long as ids are kept.
  Optional<Place> place(EventId event);

  /// The entry that closed the turn which answered the event at this place of the inbox.
  Optional<Logged> answer(ConversationId id, long inboxSeq);

  Optional<Document> document(String kind, String key);

  /// Conversations, the most recently appended first.
  List<Head> conversations(int max);

  record Place(ConversationId conversation, long inboxSeq) {}
}
