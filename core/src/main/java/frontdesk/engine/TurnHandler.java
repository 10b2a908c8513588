package frontdesk.engine;

import frontdesk.conversation.ConversationId;

/// Runs what there is to do for one conversation, up to the point where it rests.
public interface TurnHandler {

  /// True when there is more to do at once.
  boolean run(ConversationId id);

  /// The same for what a process left behind that ended: counts as one more attempt, so that an
  /// event which ends processes is given up some day.
  boolean recover(ConversationId id);
}
