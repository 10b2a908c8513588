package frontdesk.tool;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;

/// A tool whose provider can be asked whether an act happened. Called only when the act's request
/// can no longer be flying.
public interface LooksUp extends Tool {
  Found find(ToolContext context, IdempotencyKey key, Json arguments);

  /// What the provider says of an act.
  sealed interface Found {
    record Applied(Outcome outcome) implements Found {}

    record NotApplied() implements Found {}

    record CannotTell(String why) implements Found {}
  }
}
