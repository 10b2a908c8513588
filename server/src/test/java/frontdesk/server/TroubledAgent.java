package frontdesk.server;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.tool.LogTool;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// An agent with troubles that only a person can end. "poison" makes it throw until it is mended;
/// "book" makes it act, and the answer is lost; with "book slowly" the answer comes when the
/// provider is let go. "fail" makes the model fail. Of anything else it repeats the newest
/// message, note or outcome.
final class TroubledAgent implements ChatModel {
  private static final Json ANYTHING =
      new Json(
          "{\"type\":\"object\",\"x-source\":\"model\",\"properties\":{\"table\":{\"type\":\"string\"}}}");
  private static final Duration LIMIT = Duration.ofMillis(100);

  private final CountDownLatch provider = new CountDownLatch(1);
  private final List<List<Message>> prompts = new ArrayList<>();
  private volatile boolean mended;

  Agents agents() {
    return new Agents(
        List.of(
            new Agent(
                "troubled",
                "1",
                "customer_support",
                true,
                "Be kind.",
                Facts.NONE,
                List.of(new Books()),
                List.of(new Breaks()),
                List.of(),
                "en",
                "UTC",
                Limits.DEFAULT,
                Wishes.NONE)));
  }

  void mend() {
    mended = true;
  }

  /// The provider answers what it was asked long ago.
  void letProviderAnswer() {
    provider.countDown();
  }

  /// What the model was sent, each time.
  synchronized List<List<Message>> prompts() {
    return List.copyOf(prompts);
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    synchronized (this) {
      prompts.add(request.messages());
    }
    return switch (request.messages().getLast()) {
      case Message.Customer(var text) when text.contains("poison") -> call("breaks", "{}");
      case Message.Customer(var text) when text.contains("book") ->
          call("books", "{\"table\":\"" + (text.contains("slowly") ? "slow" : "4") + "\"}");
      case Message.Customer(var text) when text.equals("fail") ->
          throw new ModelException(
              ModelException.Kind.OVERLOADED, "as it was told", Optional.empty());
      case Message.Customer(var text) -> ModelReply.text("You said: " + text);
      case Message.ToolSaid(_, _, var content) -> ModelReply.text("It says: " + content);
      case Message.Note(var text) -> ModelReply.text("I was told: " + text);
      case Message.Assistant(var text, _, _, _) -> ModelReply.text("I said: " + text);
    };
  }

  private static ModelReply call(String tool, String arguments) {
    return ModelReply.calls(new AskedCall("", tool, arguments));
  }

  private final class Breaks implements LogTool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.look("breaks", "Breaks.", ANYTHING, LIMIT);
    }

    @Override
    public List<Entry> call(Log log, Call call, Json arguments) {
      if (!mended) throw new IllegalStateException("broken");
      return List.of(new Returned(call.id(), 0, new Outcome.Done(new Json("\"swallowed\""))));
    }
  }

  private final class Books implements Tool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.act("books", "Books.", ANYTHING, Recovery.ASK_HUMAN, LIMIT).unasked();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      if (!arguments.text().contains("slow")) return new Outcome.Unknown("the answer was lost");
      try {
        boolean answered = provider.await(30, TimeUnit.SECONDS);
        return answered
            ? new Outcome.Done(new Json("\"booked after all\""))
            : new Outcome.Unknown("no answer");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Outcome.Unknown("interrupted");
      }
    }
  }
}
