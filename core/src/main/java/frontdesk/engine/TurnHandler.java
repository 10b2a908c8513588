package frontdesk.engine;

import frontdesk.conversation.ConversationId;

/// Runs what there is to do for one conversation, up to the point where it rests.
@FunctionalInterface
public interface TurnHandler {

  /// True when there is more to do at once.
  boolean run(ConversationId id);
}
