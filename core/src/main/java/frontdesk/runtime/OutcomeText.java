package frontdesk.runtime;

import frontdesk.agent.Limits;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
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
      case Outcome.NeedsInput(var missing, var invalid, var offers) -> {
        var names = text.put("error", "arguments are missing or invalid").putArray("missing");
        missing.forEach(names::add);
        ObjectNode reasons = text.putObject("invalid");
        invalid.forEach(reasons::put);
        if (!offers.isEmpty()) {
          ArrayNode instead = text.putArray("offers");
          offers.forEach(offer -> instead.add(Jsons.parse(offer)));
        }
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

  /// What stands with a call that the customer has not decided about.
  static String waitsForApproval(String preview) {
    return Jsons.json(
            Jsons.object()
                .put("status", "waits for the customer's approval")
                .put("shown", preview)
                .put("note", "It runs by itself once approved. Call it again only if it changes."))
        .text();
  }

  /// The same outcome; what is too long for a log is cut and marked.
  static Outcome bounded(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Json(var text)) ->
          Texts.length(text) <= Limits.OUTCOME_CHARACTERS ? outcome : beginning(text);
      case Outcome.NeedsInput(var missing, var invalid, var offers) ->
          new Outcome.NeedsInput(few(missing), few(invalid), offered(offers));
      case Outcome.Refused(var why) -> new Outcome.Refused(reason(why));
      case Outcome.Failed(var why, var retryable) -> new Outcome.Failed(reason(why), retryable);
      case Outcome.NotSent(var why) -> new Outcome.NotSent(reason(why));
      case Outcome.Unknown(var why) -> new Outcome.Unknown(reason(why));
    };
  }

  private static Outcome beginning(String text) {
    return new Outcome.Done(
        Jsons.json(
            Jsons.object()
                .put("cut", "the result was too long: this is its beginning")
                .put("text", Texts.cut(text, Limits.OUTCOME_CHARACTERS / 2))));
  }

  private static List<String> few(List<String> names) {
    return names.stream().limit(Limits.FIELDS_PER_OUTCOME).map(OutcomeText::reason).toList();
  }

  private static List<Json> offered(List<Json> offers) {
    return offers.stream()
        .filter(offer -> Texts.length(offer.text()) <= Limits.REASON_CHARACTERS)
        .limit(Limits.FIELDS_PER_OUTCOME)
        .toList();
  }

  private static Map<String, String> few(Map<String, String> reasons) {
    var few = new LinkedHashMap<String, String>();
    for (var entry : reasons.entrySet()) {
      if (few.size() == Limits.FIELDS_PER_OUTCOME) break;
      few.put(reason(entry.getKey()), reason(entry.getValue()));
    }
    return few;
  }

  private static String reason(String text) {
    return Texts.cut(text, Limits.REASON_CHARACTERS);
  }
}
