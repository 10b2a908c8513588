package frontdesk.engine;

import frontdesk.conversation.ConversationId;
import java.time.Duration;

/// Decides who runs the turns of a conversation, and wakes it up. Never runs two turns of one
/// conversation at once on this node; that no other node does is kept by the journal's fences. A
/// lost wake-up costs a poll, not a message.
public interface Engine extends AutoCloseable {
  void start(TurnHandler handler);

  /// There may be something to do for this conversation. Returns at once.
  void wake(ConversationId id);

  /// Takes no new turns and waits for those that run, at most this long. True when all ended.
  boolean drain(Duration grace);

  @Override
  void close();
}
