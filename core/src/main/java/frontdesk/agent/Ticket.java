package frontdesk.agent;

import frontdesk.conversation.ConversationId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// The name of a conversation's ticket. A conversation has one at most; new facts reopen it.
public final class Ticket {
  private static final int DIGITS = 8;

  private Ticket() {}

  /// `T-` and eight characters, the same for the same conversation.
  public static String id(ConversationId conversation) {
    UUID name = UUID.nameUUIDFromBytes(("ticket/" + conversation).getBytes(StandardCharsets.UTF_8));
    return "T-" + name.toString().replace("-", "").substring(0, DIGITS).toUpperCase(Locale.ROOT);
  }
}
