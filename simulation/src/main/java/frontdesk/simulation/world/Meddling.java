package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;

/// What people do at the worst moment: something is about to be sent for their conversation.
@FunctionalInterface
interface Meddling {
  void at(ConversationId id);
}
