package frontdesk.simulation;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.store.Archives;
import java.util.Optional;

/// Of a store in which nobody archives.
public record NoArchives() implements Archives {

  @Override
  public Optional<Archived> read(ConversationId id) {
    return Optional.empty();
  }

  @Override
  public boolean remove(Head unchanged) {
    return false;
  }

  @Override
  public boolean restore(Archived archived) {
    return false;
  }
}
