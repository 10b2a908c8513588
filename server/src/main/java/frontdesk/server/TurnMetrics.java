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
        case Entry.Replied replied -> ended(conversation, replied.apology() ? "failed" : "replied");
        case Entry.Escalated _ -> ended(conversation, "escalated");
        default -> {}
      }
    }
  }

  private void ended(ConversationId conversation, String result) {
    metrics.turnEnded(conversation.channel(), result);
  }
}
