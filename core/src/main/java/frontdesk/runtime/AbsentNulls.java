package frontdesk.runtime;

import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes a null for an optional property as what it is: nothing was said. Where a provider makes a
/// model fill in every property, it has no other way to leave one out. A null for a required
/// property stays, and is judged by the schema.
final class AbsentNulls {
  private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf", "allOf");
  // A schema may refer to itself without getting any further.
  private static final int SCHEMAS_MAX = 100;

  private final JsonNode root;

  private AbsentNulls(JsonNode root) {
    this.root = root;
  }

  /// Removes them from the arguments.
  static void remove(ObjectNode arguments, Json schema) {
    if (!hasNull(arguments)) return;
    JsonNode root = Jsons.parse(schema);
    new AbsentNulls(root).prune(arguments, List.of(root));
  }

  private static boolean hasNull(JsonNode value) {
    return value.isNull() || value.values().stream().anyMatch(AbsentNulls::hasNull);
  }

  /// @param said schemas that say something about the value
  private void prune(JsonNode value, List<JsonNode> said) {
    List<JsonNode> schemas = withAlternatives(said);
    if (value instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) property(object, name, schemas);
    } else if (value.isArray()) {
      List<JsonNode> items = under(schemas, "items");
      value.values().forEach(item -> prune(item, items));
    }
  }

  private void property(ObjectNode object, String name, List<JsonNode> schemas) {
    List<JsonNode> said = under(under(schemas, "properties"), name);
    JsonNode value = object.path(name);
    if (!value.isNull()) prune(value, said);
    else if (!said.isEmpty() && !isRequired(name, schemas)) object.remove(name);
  }

  private static boolean isRequired(String name, List<JsonNode> schemas) {
    return schemas.stream()
        .flatMap(schema -> schema.path("required").values().stream())
        .anyMatch(required -> required.asString("").equals(name));
  }

  private static List<JsonNode> under(List<JsonNode> schemas, String keyword) {
    return schemas.stream().map(schema -> schema.path(keyword)).filter(JsonNode::isObject).toList();
  }

  private List<JsonNode> withAlternatives(List<JsonNode> said) {
    var all = new ArrayList<>(said);
    for (int i = 0; i < all.size() && i < SCHEMAS_MAX; i++) {
      JsonNode schema = all.get(i);
      for (String keyword : ALTERNATIVES) all.addAll(schema.path(keyword).values());
      String target = schema.path("$ref").asString("");
      if (target.equals("#")) all.add(root);
      else if (target.startsWith("#/")) all.add(root.at(target.substring(1)));
    }
    return all;
  }
}
