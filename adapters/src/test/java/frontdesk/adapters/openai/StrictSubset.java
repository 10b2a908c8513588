package frontdesk.adapters.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a provider would say against a strict schema.
final class StrictSubset {
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "description",
          "enum",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf",
          "$ref",
          "$defs",
          "pattern",
          "format",
          "multipleOf",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minItems",
          "maxItems");

  private final List<String> problems = new ArrayList<>();

  static List<String> problems(JsonNode schema) {
    var subset = new StrictSubset();
    if (!schema.path("type").asString("").equals("object")) subset.problems.add("no object");
    subset.check(schema);
    return subset.problems;
  }

  private void check(JsonNode schema) {
    for (String keyword : schema.propertyNames()) {
      if (!KNOWN.contains(keyword)) problems.add("keyword " + keyword);
    }
    if (!schema.has("type") && !schema.has("anyOf") && !schema.has("$ref")) {
      problems.add("says nothing");
    }
    if (schema.has("properties")) object(schema);
    if (schema.has("items")) check(schema.path("items"));
    schema.path("anyOf").values().forEach(this::check);
    schema.path("$defs").properties().forEach(d -> check(d.getValue()));
  }

  private void object(JsonNode schema) {
    List<String> required =
        schema.path("required").values().stream().map(JsonNode::asString).toList();
    if (!required.equals(List.copyOf(schema.path("properties").propertyNames()))) {
      problems.add("not all required");
    }
    if (schema.path("additionalProperties").asBoolean(true)) problems.add("open");
    schema.path("properties").properties().forEach(p -> check(p.getValue()));
  }
}
