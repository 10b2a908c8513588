package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import java.time.Duration;

/// One thing that goes wrong.
sealed interface Blow {

  /// The process dies. `keepsUnsynced`: what it was writing reached the disk all the same.
  record Crash(boolean keepsUnsynced) implements Blow {}

  /// The process stands still for this long.
  record Pause(Duration time) implements Blow {}

  /// The conversation is given to another server.
  record Move(ConversationId id) implements Blow {}

  /// The customer stops what is running in the conversation.
  record Stop(ConversationId id) implements Blow {}

  /// A person takes the conversation over.
  record TakeOver(ConversationId id) implements Blow {}

  /// The wall clock of the process jumps.
  record Jump(Duration by) implements Blow {}

  /// The wall clock of the store jumps.
  record StoreJump(Duration by) implements Blow {}

  /// The store dies, with all that it has not synced, and starts again.
  record StoreDeath() implements Blow {}
}
