package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.InvalidJson;
import frontdesk.json.Jsons;
import frontdesk.tool.ToolSpec;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks what a model wants to call: the tool exists, and the arguments are a JSON object. What
/// they say is judged by {@link Gathering}, and of our own tools by themselves. What is wrong comes
/// back to the model as an outcome, in words that help it to mend the call.
sealed interface Arguments {

  /// They are an object; in canonical form, so that the same request has the same text.
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
    return new Right(Jsons.canonical(object.get()));
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
