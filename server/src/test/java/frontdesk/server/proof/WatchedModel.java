package frontdesk.server.proof;

import frontdesk.conversation.Call;
import frontdesk.conversation.ConversationId;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A model that takes its time and fails now and then. It looks at each request as a provider would
/// (I5: every call stands with its outcome), and for what another customer wrote (I6).
record WatchedModel(ChatModel model, Threads threads, Chance chance, Ledger ledger)
    implements ChatModel {
  private static final List<Integer> MILLIS = List.of(0, 5, 300, 300, 2_000);

  /// Longer than a request waits for its answer.
  private static final Duration HANGS = Duration.ofSeconds(65);

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    var id = new ConversationId(request.conversation());
    Marks.checkOnly(
        request.messages() + "" + request.forms(), ledger.owner(id), "the prompt of " + id, ledger);
    if (!isLegal(request.messages())) ledger.violated("I5", id + ": a call without its outcome");
    threads.sleep(chance.oneIn(200) ? HANGS : Duration.ofMillis(chance.pick(MILLIS)));
    if (chance.oneIn(25)) {
      throw new ModelException(ModelException.Kind.OVERLOADED, "busy", Optional.empty());
    }
    return model.reply(request, stream);
  }

  private static boolean isLegal(List<Message> messages) {
    var unanswered = new ArrayDeque<Call>();
    for (Message message : messages) {
      switch (message) {
        case Message.ToolSaid said -> {
          if (unanswered.isEmpty() || !unanswered.remove().id().equals(said.call())) return false;
        }
        case Message.Assistant said -> {
          if (!unanswered.isEmpty()) return false;
          unanswered.addAll(said.calls());
        }
        case Message.Customer _, Message.Note _ -> {
          if (!unanswered.isEmpty()) return false;
        }
      }
    }
    return unanswered.isEmpty();
  }
}
