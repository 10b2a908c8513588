package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.InvalidJson;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.tool.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks what a model wants to call: the tool exists, the arguments are JSON and fit its schema.
/// What is wrong comes back to the model as an outcome, in words that help it to mend the call.
sealed interface Arguments {

  /// They fit; in canonical form, so that the same request has the same text.
  record Right(Json arguments) implements Arguments {}

  record Wrong(Outcome outcome) implements Arguments {}

  static Arguments check(Agent agent, Call call) {
    Optional<ToolSpec> spec =
        agent.specs().stream().filter(s -> s.name().equals(call.tool())).findFirst();
    if (spec.isEmpty()) return new Wrong(new Outcome.Refused("there is no tool of that name"));
    Optional<ObjectNode> object = Repair.object(call.arguments());
    if (object.isEmpty()) {
      return new Wrong(new Outcome.Failed("the arguments are not a JSON object", true));
    }
    AbsentNulls.remove(object.get(), spec.get().parameters());
    // Our own tools judge each value themselves, so that a wrong one does not lose those beside it.
    if (agent.logTool(call.tool()).isPresent()) return new Right(Jsons.canonical(object.get()));
    Map<String, String> violations =
        JsonSchema.of(spec.get().parameters()).violations(object.get());
    if (violations.isEmpty()) return new Right(Jsons.canonical(object.get()));
    return new Wrong(OutcomeText.bounded(needs(spec.get(), object.get(), violations)));
  }

  private static Outcome needs(ToolSpec spec, ObjectNode given, Map<String, String> violations) {
    var missing = new ArrayList<String>();
    for (JsonNode name : Jsons.parse(spec.parameters()).path("required")) {
      if (!given.hasNonNull(name.asString())) missing.add(name.asString());
    }
    var invalid = new LinkedHashMap<>(violations);
    if (!missing.isEmpty()) invalid.remove("");
    return new Outcome.NeedsInput(missing, invalid);
  }

  /// Mends, once, what models commonly get wrong about JSON. Cut-off text is never completed:
  /// half an order would be another order.
  final class Repair {
    private static final Pattern FENCE = Pattern.compile("^\\s*```(?:json)?|```\\s*$");

    private Repair() {}

    static Optional<ObjectNode> object(String raw) {
      String text = raw.isBlank() ? "{}" : raw;
      String bare = FENCE.matcher(text).replaceAll("");
      return Jsons.tryObject(text)
          .or(() -> Jsons.tryForgivingObject(bare))
          .or(() -> unquoted(bare).flatMap(Jsons::tryForgivingObject));
    }

    private static Optional<String> unquoted(String text) {
      if (!text.strip().startsWith("\"")) return Optional.empty();
      try {
        return Optional.of(Jsons.parse(text)).filter(JsonNode::isString).map(JsonNode::asString);
      } catch (InvalidJson e) {
        return Optional.empty();
      }
    }
  }
}
