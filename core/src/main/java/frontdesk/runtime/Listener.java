package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Logged;
import java.util.List;

/// Sees what is durable, and pieces of what is not yet, and cannot change it. Called on the
/// turn's own thread, so it is quick and does not throw.
public interface Listener {
  Listener NONE = new Listener() {};

  /// These entries were appended.
  default void committed(ConversationId conversation, List<Logged> entries) {}

  /// A piece of a reply that is being made. Only the entry that follows is the truth.
  default void streamed(Piece piece) {}

  /// Whether somebody sees the pieces of this conversation's replies.
  default boolean watches(ConversationId conversation) {
    return false;
  }

  /// A piece of a reply, and which reply it belongs to.
  ///
  /// @param attempt counts the replies of a turn: a new one begins anew
  record Piece(ConversationId conversation, long turn, int attempt, long epoch, String text) {}

  /// Several as one.
  static Listener all(List<Listener> listeners) {
    return new Listener() {
      @Override
      public void committed(ConversationId conversation, List<Logged> entries) {
        listeners.forEach(listener -> listener.committed(conversation, entries));
      }

      @Override
      public void streamed(Piece piece) {
        listeners.forEach(listener -> listener.streamed(piece));
      }

      @Override
      public boolean watches(ConversationId conversation) {
        return listeners.stream().anyMatch(listener -> listener.watches(conversation));
      }
    };
  }
}
