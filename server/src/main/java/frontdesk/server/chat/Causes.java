package frontdesk.server.chat;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Logged;
import frontdesk.runtime.Listener;
import java.io.PrintStream;
import java.util.List;

/// Tells whoever runs the chat why the customer got an apology.
public record Causes(PrintStream err) implements Listener {

  @Override
  public void committed(ConversationId conversation, List<Logged> entries) {
    for (Logged logged : entries) {
      if (logged.entry() instanceof ModelFailed(var kind, var detail)) {
        err.println("The model failed (" + kind + "): " + detail);
      }
    }
  }
}
