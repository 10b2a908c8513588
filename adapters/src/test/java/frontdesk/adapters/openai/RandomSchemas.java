package frontdesk.adapters.openai;

import frontdesk.json.Jsons;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas as tools have them, and values that fit them.
final class RandomSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final RandomGenerator random;
  private final ObjectNode definitions = Jsons.object();

  RandomSchemas(RandomGenerator random) {
    this.random = random;
  }

  ObjectNode schema() {
    definitions.set("word", annotated(text()));
    definitions.set("place", object(2));
    ObjectNode root = object(0);
    root.set("$defs", definitions);
    return root;
  }

  private ObjectNode any(int depth) {
    return annotated(
        switch (random.nextInt(depth < 3 ? 9 : 5)) {
          case 0, 1 -> text();
          case 2 -> number();
          case 3 -> Jsons.object().put("type", "boolean");
          case 4 -> options();
          case 5 -> reference();
          case 6 -> array(depth);
          case 7 -> either(depth);
          default -> object(depth + 1);
        });
  }

  private ObjectNode annotated(ObjectNode schema) {
    if (random.nextBoolean()) schema.put("description", "Some ก");
    if (random.nextInt(4) == 0) schema.put("title", "T");
    if (random.nextInt(4) == 0) schema.set("x-ask", Jsons.object().put("en", "?"));
    return schema;
  }

  private ObjectNode text() {
    ObjectNode schema = Jsons.object();
    if (random.nextInt(4) == 0) schema.putArray("type").add("string").add("null");
    else schema.put("type", "string");
    if (random.nextInt(3) == 0) schema.put("minLength", 1).put("maxLength", 9);
    if (random.nextInt(3) == 0) schema.put("pattern", random.nextBoolean() ? "^a+$" : "^(?!b).*$");
    return schema;
  }

  private ObjectNode number() {
    ObjectNode schema = Jsons.object().put("type", random.nextBoolean() ? "integer" : "number");
    if (random.nextBoolean()) schema.put("minimum", 0);
    if (random.nextBoolean()) schema.put("exclusiveMaximum", 100);
    return schema;
  }

  private ObjectNode options() {
    ObjectNode schema = Jsons.object();
    if (random.nextInt(4) == 0) return schema.put("const", "only");
    if (random.nextBoolean()) schema.put("type", "string");
    ArrayNode options = schema.putArray("enum").add("a").add("b");
    if (!schema.has("type") && random.nextBoolean()) options.add(7).addNull();
    return schema;
  }

  private ObjectNode reference() {
    List<String> targets = List.of("#/$defs/word", "#/$defs/place");
    return Jsons.object().put("$ref", targets.get(random.nextInt(2)));
  }

  private ObjectNode array(int depth) {
    ObjectNode schema = Jsons.object().put("type", "array");
    schema.set("items", any(depth + 1));
    if (random.nextBoolean()) schema.put("minItems", 1).put("uniqueItems", false);
    return schema;
  }

  private ObjectNode either(int depth) {
    ObjectNode schema = Jsons.object();
    schema.putArray("anyOf").add(any(depth + 1)).add(number());
    return schema;
  }

  private ObjectNode object(int depth) {
    ObjectNode schema = Jsons.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    int count = random.nextInt(depth == 0 ? 1 : 0, 5);
    for (int i = 0; i < count; i++) {
      // In a definition nothing refers on, or there would be no end.
      properties.set("p" + i, definitions.has("place") ? any(depth + 1) : annotated(number()));
    }
    if (random.nextBoolean()) schema.put("additionalProperties", false);
    ArrayNode required = Jsons.array();
    for (String name : properties.propertyNames()) if (random.nextBoolean()) required.add(name);
    if (!required.isEmpty()) schema.set("required", required);
    return schema;
  }

  /// A value that fits; optional properties may be left out, but are never null.
  JsonNode value(JsonNode schema) {
    if (schema.has("$ref")) return value(target(schema));
    if (schema.has("anyOf")) return value(schema.path("anyOf").get(random.nextInt(2)));
    if (schema.has("const")) return schema.get("const");
    if (schema.has("enum")) return schema.path("enum").get(random.nextInt(2));
    return switch (schema.path("type").asString("string")) {
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> NODES.numberNode(random.nextInt(100));
      case "number" -> NODES.numberNode(random.nextInt(999) / 10.0);
      case "array" -> Jsons.array().add(value(schema.get("items")));
      case "object" -> objectValue(schema);
      default -> NODES.stringNode("aaa");
    };
  }

  private ObjectNode objectValue(JsonNode schema) {
    ObjectNode value = Jsons.object();
    for (var property : schema.path("properties").properties()) {
      String name = property.getKey();
      if (isRequired(schema, name) || random.nextBoolean()) {
        value.set(name, value(property.getValue()));
      }
    }
    return value;
  }

  /// The value with null for each optional property that it leaves out.
  JsonNode filled(JsonNode value, JsonNode schema) {
    if (schema.has("$ref")) return filled(value, target(schema));
    if (schema.has("anyOf") && !value.isNumber()) {
      return filled(value, schema.path("anyOf").get(0));
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = Jsons.array();
      array.values().forEach(item -> copy.add(filled(item, schema.path("items"))));
      return copy;
    }
    if (!(value instanceof ObjectNode object)) return value;
    ObjectNode copy = Jsons.object();
    for (var property : schema.path("properties").properties()) {
      JsonNode there = object.get(property.getKey());
      copy.set(
          property.getKey(),
          there == null ? NullNode.getInstance() : filled(there, property.getValue()));
    }
    return copy;
  }

  private JsonNode target(JsonNode schema) {
    return definitions.get(schema.path("$ref").asString().substring("#/$defs/".length()));
  }

  private static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").values().stream().anyMatch(r -> r.asString().equals(name));
  }
}
