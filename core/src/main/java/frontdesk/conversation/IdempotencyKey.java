package frontdesk.conversation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What tells a provider that two requests are the same act. A UUID, since that is the form most
/// providers take.
public record IdempotencyKey(String value) {

  /// The key of a call: the same for every attempt at it, and for no other call.
  public static IdempotencyKey of(ConversationId conversation, CallId call) {
    byte[] name = (conversation + "/" + call).getBytes(StandardCharsets.UTF_8);
    return new IdempotencyKey(UUID.nameUUIDFromBytes(name).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
