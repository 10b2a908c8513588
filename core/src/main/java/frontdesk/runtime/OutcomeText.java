package frontdesk.runtime;

import frontdesk.agent.Limits;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import tools.jackson.databind.node.ObjectNode;

/// Outcomes in the words that a model reads, and within the bounds that a log takes.
final class OutcomeText {
  private OutcomeText() {}

  /// JSON text of a final outcome.
  static String of(Outcome outcome) {
    ObjectNode text = Jsons.object();
    switch (outcome) {
      case Outcome.Done done -> {
        return done.content().text();
      }
      case Outcome.NeedsInput(var missing, var invalid) -> {
        var names = text.put("error", "arguments are missing or invalid").putArray("missing");
        missing.forEach(names::add);
        ObjectNode reasons = text.putObject("invalid");
        invalid.forEach(reasons::put);
      }
      case Outcome.Refused(var why) -> text.put("error", "refused: " + why);
      case Outcome.Failed(var why, var retryable) ->
          text.put("error", "failed: " + why).put("may_be_tried_again", retryable);
      case Outcome.NotSent _, Outcome.Unknown _ -> {
        return unknown(false);
      }
    }
    return Jsons.json(text).text();
  }

  /// What stands with a call whose outcome is not known.
  static String unknown(boolean withPeople) {
    return Jsons.json(
            Jsons.object()
                .put("status", "not known yet")
                .put(
                    "note",
                    withPeople
                        ? "A person will find out. Tell the customer so; do not call it again."
                        : "Do not call it again."))
        .text();
  }

  /// The same outcome; content that is too long is cut and marked.
  static Outcome bounded(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done(Json(var text)))) return outcome;
    if (text.length() <= Limits.OUTCOME_CHARACTERS) return outcome;
    return new Outcome.Done(
        Jsons.json(
            Jsons.object()
                .put("cut", "the result was too long: this is its beginning")
                .put("text", text.substring(0, Limits.OUTCOME_CHARACTERS / 2))));
  }
}
