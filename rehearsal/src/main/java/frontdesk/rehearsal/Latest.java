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

  private static final Pattern WITH_PEOPLE =
      Pattern.compile("Nobody knows yet whether an earlier call of (\\S+) was done\\. A person.*");
  private static final String UNKNOWN =
      "{\"status\":\"not known yet\",\"note\":\"A person will find out.\"}";

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
      if (latest.isPresent() && !latest.get().isReplaced()) return latest;
    }
    return Optional.empty();
  }

  private static boolean isWords(Message message) {
    return message instanceof Message.Assistant said && said.calls().isEmpty();
  }

  String status() {
    return json().path("status").asString("");
  }

  boolean waitsForApproval() {
    return status().equals("waits for the customer's approval");
  }

  /// Nobody knows yet whether it was done.
  boolean isInDoubt() {
    return status().equals("not known yet");
  }

  /// The customer said no to the preview.
  boolean isNo() {
    return json().path("error").asString("").equals("refused: the customer said no");
  }

  /// The preview was closed, as its call was dropped.
  boolean isDropped() {
    String error = json().path("error").asString("");
    return error.equals("refused: the customer does not want it any more");
  }

  /// Another preview was to take its place: what came of that one is what is told.
  boolean isReplaced() {
    String error = json().path("error").asString("");
    return error.equals("refused: another request was shown to the customer instead");
  }

  /// The preview was closed by itself, and can be shown again.
  boolean isStale() {
    String error = json().path("error").asString("");
    return error.equals("refused: the approval came too late")
        || error.equals("refused: it has changed since it was shown to the customer");
  }

  ObjectNode json() {
    return Jsons.tryObject(content).orElseGet(() -> Jsons.object().put("text", content));
  }

  static Optional<Latest> of(Message message) {
    return switch (message) {
      case Message.ToolSaid(_, var tool, var content) ->
          Optional.of(new Latest(tool, content, false));
      case Message.Note(var text) -> {
        Matcher m = LATE.matcher(text);
        if (m.matches()) yield Optional.of(new Latest(m.group(1), m.group(2), true));
        Matcher open = WITH_PEOPLE.matcher(text);
        yield open.matches()
            ? Optional.of(new Latest(open.group(1), UNKNOWN, true))
            : Optional.empty();
      }
      case Message.Customer _, Message.Assistant _ -> Optional.empty();
    };
  }
}
