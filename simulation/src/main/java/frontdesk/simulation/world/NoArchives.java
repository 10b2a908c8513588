package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.store.Archives;
import java.util.Optional;

/// Nothing is taken out of this world.
record NoArchives() implements Archives {

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
