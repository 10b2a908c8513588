package frontdesk.store;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Logged;
import java.util.List;
import java.util.Optional;

/// Takes whole conversations out of a store and puts them back, so that a store need not grow for
/// ever.
public interface Archives {

  /// A conversation at rest: everything that is kept of it.
  record Archived(Head head, List<Logged> entries, List<Document> documents) {
    public Archived {
      entries = List.copyOf(entries);
      documents = List.copyOf(documents);
    }
  }

  /// Empty when there is no such conversation.
  Optional<Archived> read(ConversationId id);

  /// Removes the conversation as {@link Journal#erase} does, if nothing happened since the head
  /// was read, and no message is on its way out. False when it is not at rest so, and nothing was
  /// removed.
  boolean remove(Head unchanged);

  /// Puts a conversation back as it was: entries with their places and times, documents, head.
  /// False when there is one of that id already, and nothing was changed.
  boolean restore(Archived archived);
}
