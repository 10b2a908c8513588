package frontdesk.server;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Logged;
import frontdesk.runtime.Listener;
import frontdesk.server.http.Metrics;
import java.util.List;

/// Counts how turns end.
public record TurnMetrics(Metrics metrics) implements Listener {

  @Override
  public void committed(ConversationId conversation, List<Logged> entries) {
    for (Logged logged : entries) {
      switch (logged.entry()) {
        case Entry.Asked _ -> ended(conversation, "asked");
        case Entry.Replied(_, var voice, _) -> ended(conversation, result(voice));
        case Entry.Escalated _ -> ended(conversation, "escalated");
        case Entry.DeadLettered _ -> ended(conversation, "dead_lettered");
        default -> {}
      }
    }
  }

  private static String result(Entry.Voice voice) {
    return switch (voice) {
      case AGENT -> "replied";
      case APOLOGY -> "failed";
      case PERSON -> "person_replied";
    };
  }

  private void ended(ConversationId conversation, String result) {
    metrics.turnEnded(conversation.channel(), result);
  }
}
