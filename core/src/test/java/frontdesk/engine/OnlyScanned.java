package frontdesk.engine;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import java.util.List;

/// A journal that is only asked who waits.
abstract class OnlyScanned implements Journal {
  @Override
  public final List<Acceptance> accept(List<InboundEvent> events) {
    throw new AssertionError("Nobody accepts here");
  }

  @Override
  public final Log load(ConversationId id) {
    throw new AssertionError("Nobody loads here");
  }

  @Override
  public final Log append(Log log, Effects effects) {
    throw new AssertionError("Nobody appends here");
  }

  @Override
  public final void erase(ConversationId id) {
    throw new AssertionError("Nobody erases here");
  }
}
