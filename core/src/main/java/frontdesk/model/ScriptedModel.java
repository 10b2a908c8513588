package frontdesk.model;

import frontdesk.engine.Threads;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.Script.Expect;
import frontdesk.model.Script.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Replies exactly what a {@link Script} says. Keeps no place of its own: the request itself says
/// how often the model has spoken, and so which turn comes next. Many conversations may use one.
///
/// Where the newest messages are not what the turn expects, and after the last turn, it fails with
/// `INVALID_REQUEST`, naming the turn and what was expected.
public final class ScriptedModel implements ChatModel {
  private static final Pattern AFTER_SPACE = Pattern.compile("(?<=\\s)");

  private final Script script;
  private final Threads threads;

  public ScriptedModel(Script script, Threads threads) {
    this.script = script;
    this.threads = threads;
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    List<Message> messages = request.messages();
    int spoken = (int) messages.stream().filter(Assistant.class::isInstance).count();
    int number = spoken + 1;
    if (spoken >= script.turns().size()) {
      throw invalid("the script ends after turn " + script.turns().size() + ": add turn " + number);
    }
    Script.Turn turn = script.turns().get(spoken);
    if (!meets(turn.expect(), sinceLastReply(messages))) {
      throw invalid(
          "turn "
              + number
              + " of the script expects "
              + words(turn.expect())
              + ": nothing new matches");
    }
    pause(turn.delay(), request);
    return switch (turn.reply()) {
      case Reply.Fails(var kind) ->
          throw new ModelException(
              kind, "turn " + number + " of the script is an error", Optional.empty());
      case Reply.Says(var reply) -> {
        if (!reply.text().isEmpty()) AFTER_SPACE.splitAsStream(reply.text()).forEach(stream);
        yield reply;
      }
    };
  }

  private static List<Message> sinceLastReply(List<Message> messages) {
    int from = messages.size();
    while (from > 0 && !(messages.get(from - 1) instanceof Assistant)) from--;
    return messages.subList(from, messages.size());
  }

  private static boolean meets(Expect expect, List<Message> newest) {
    if (expect instanceof Expect.Anything) return true;
    return newest.stream().anyMatch(message -> meets(expect, message));
  }

  private static boolean meets(Expect expect, Message message) {
    return switch (message) {
      case Customer(var text) ->
          expect instanceof Expect.User(var regex) && regex.matcher(text).find();
      case ToolSaid(_, var tool, var content) ->
          expect instanceof Expect.Tool(var name, var outcome)
              && tool.equals(name)
              && outcome.matcher(content).find();
      case Assistant _, Note _ -> false;
    };
  }

  private static String words(Expect expect) {
    return switch (expect) {
      case Expect.Anything _ -> "anything";
      case Expect.User(var text) -> "user: " + text;
      case Expect.Tool(var name, var outcome) -> "tool: " + name + ", outcome: " + outcome;
    };
  }

  /// As a provider would: too slow for the deadline is a timeout.
  private void pause(Duration delay, ModelRequest request) {
    if (delay.isZero()) return;
    Duration left = request.deadline().left(threads);
    boolean late = delay.compareTo(left) > 0;
    threads.sleep(late ? left : delay);
    if (late) {
      throw new ModelException(
          ModelException.Kind.TIMEOUT,
          "the script's delay outlasts the deadline",
          Optional.empty());
    }
  }

  private static ModelException invalid(String what) {
    return new ModelException(ModelException.Kind.INVALID_REQUEST, what, Optional.empty());
  }
}
