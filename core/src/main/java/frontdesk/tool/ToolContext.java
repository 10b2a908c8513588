package frontdesk.tool;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.ZoneId;

/// For whom and until when a tool is called.
///
/// @param locale language of the customer, `en` or `th`
/// @param zone of the customer, for what they are told and what they said
/// @param key of this act; of a look, the key it would have
/// @param bound what the customer approved with the preview, `Json.NULL` where nothing was
/// @param held what the tool's {@link Hold} was done with before this act, empty when it may have
///     been done or not; `Json.NULL` where there was none
/// @param sendBy until when an act's request may be written
/// @param deadline when the caller stops waiting
public record ToolContext(
    ConversationId conversation,
    Principal principal,
    String locale,
    ZoneId zone,
    IdempotencyKey key,
    Json bound,
    Json held,
    Deadline sendBy,
    Deadline deadline,
    Threads threads) {

  /// Whether the request may still be written: asked just before it is. After the allowance of its
  /// intent somebody else may be settling the act.
  public boolean maySend() {
    return !sendBy.passed(threads);
  }
}
