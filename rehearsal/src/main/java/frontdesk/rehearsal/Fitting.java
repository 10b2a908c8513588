package frontdesk.rehearsal;

import frontdesk.conversation.Json;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.tool.ArgumentKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whether values fit their schema: what does not is never sent to a tool.
final class Fitting {
  private Fitting() {}

  /// A text as a value of the argument, if it is one.
  static Optional<JsonNode> node(Parameter parameter, String text) {
    String value = text.strip();
    if (value.isEmpty()) return Optional.empty();
    JsonNode node =
        switch (parameter.schema().path("type").asString("string")) {
          case "boolean" -> JsonNodeFactory.instance.booleanNode(value.equalsIgnoreCase("true"));
          case "integer", "number" -> number(value);
          default -> JsonNodeFactory.instance.stringNode(value);
        };
    return fits(parameter, node) ? Optional.of(node) : Optional.empty();
  }

  static JsonNode number(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() <= 0
        ? JsonNodeFactory.instance.numberNode(shortest.toBigInteger())
        : JsonNodeFactory.instance.numberNode(shortest);
  }

  static boolean fits(Parameter parameter, JsonNode value) {
    if (value.isMissingNode()) return false;
    Json schema = Jsons.json(parameter.schema());
    return JsonSchema.of(schema).violations(value).isEmpty()
        && ArgumentKind.of(parameter.name(), parameter.schema()).problem(value).isEmpty();
  }

  /// Without the arguments that do not fit together.
  static ObjectNode fitting(Offer offer, ObjectNode arguments) {
    ObjectNode kept = arguments.deepCopy();
    for (String path : violations(offer, kept).keySet()) {
      if (!path.isEmpty()) kept.remove(first(path));
    }
    return kept;
  }

  private static String first(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end);
  }

  private static Map<String, String> violations(Offer offer, ObjectNode arguments) {
    return JsonSchema.of(offer.spec().parameters()).violations(arguments);
  }

  private static JsonNode number(String text) {
    try {
      return text.length() > 30
          ? JsonNodeFactory.instance.missingNode()
          : number(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
