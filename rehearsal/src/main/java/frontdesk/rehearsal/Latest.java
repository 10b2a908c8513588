package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// An outcome that is told: beside its call, or by a note when it came later.
///
/// @param late whether it came in a later turn than its call
record Latest(String tool, String content, boolean late) {
  private static final Pattern LATE =
      Pattern.compile(
          "The outcome of an earlier call of (\\S+) is now known: (.*)", Pattern.DOTALL);

  /// Of all outcomes, in the order they were told.
  static List<Latest> all(List<Message> messages) {
    var all = new ArrayList<Latest>();
    for (Message message : messages) of(message).ifPresent(all::add);
    return all;
  }

  /// What the model has not answered yet: an outcome behind the customer's last words.
  static Optional<Latest> unanswered(List<Message> messages) {
    for (Message message : messages.reversed()) {
      boolean over = message instanceof Message.Customer || isWords(message);
      if (over) return Optional.empty();
      Optional<Latest> latest = of(message);
      if (latest.isPresent()) return latest;
    }
    return Optional.empty();
  }

  private static boolean isWords(Message message) {
    return message instanceof Message.Assistant said && said.calls().isEmpty();
  }

  ObjectNode json() {
    return Jsons.tryObject(content).orElseGet(() -> Jsons.object().put("text", content));
  }

  private static Optional<Latest> of(Message message) {
    return switch (message) {
      case Message.ToolSaid(_, var tool, var content) ->
          Optional.of(new Latest(tool, content, false));
      case Message.Note(var text) -> {
        Matcher m = LATE.matcher(text);
        yield m.matches()
            ? Optional.of(new Latest(m.group(1), m.group(2), true))
            : Optional.empty();
      }
      case Message.Customer _, Message.Assistant _ -> Optional.empty();
    };
  }
}
