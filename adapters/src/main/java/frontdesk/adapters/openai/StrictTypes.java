package frontdesk.adapters.openai;

import frontdesk.json.Jsons;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// The types and options of a strict schema.
final class StrictTypes {
  static final List<String> NUMBER_LIMITS =
      List.of("multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  private static final Set<String> COMPOSED = Set.of("object", "array");
  private static final String NULL = "null";

  private StrictTypes() {}

  /// The types that a schema allows, taken from its options where it names none; empty where the
  /// subset cannot say them.
  static List<String> of(JsonNode schema) {
    var types = new LinkedHashSet<String>();
    JsonNode type = schema.path("type");
    if (type.isString()) types.add(type.asString());
    else if (type.isArray()) type.values().forEach(one -> types.add(one.asString("")));
    else given(schema).forEach(option -> types.add(typeOf(option)));
    boolean composed = types.stream().anyMatch(COMPOSED::contains);
    boolean mixed = composed && types.stream().filter(t -> !t.equals(NULL)).count() > 1;
    boolean chosen = composed && !given(schema).isEmpty();
    return mixed || chosen ? List.of() : List.copyOf(types);
  }

  /// The values that a schema names and its types allow.
  static List<JsonNode> options(JsonNode schema, List<String> types) {
    return given(schema).stream().filter(option -> fits(option, types)).toList();
  }

  static void put(ObjectNode schema, List<String> types) {
    if (types.size() == 1) schema.put("type", types.getFirst());
    else types.forEach(schema.putArray("type")::add);
  }

  /// The schema, which allows null too.
  static ObjectNode orNull(ObjectNode schema) {
    if (schema.has("$ref")) {
      ObjectNode either = Jsons.object();
      if (schema.has("description")) either.set("description", schema.remove("description"));
      either.putArray("anyOf").add(schema).add(ofNull());
      return either;
    }
    if (schema.path("anyOf") instanceof ArrayNode branches) {
      if (branches.values().stream().noneMatch(StrictTypes::allowsNull)) branches.add(ofNull());
      return schema;
    }
    if (allowsNull(schema)) return schema;
    var types = new ArrayList<>(of(schema));
    if (!types.contains(NULL)) types.add(NULL);
    schema.remove("type");
    ObjectNode nullable = Jsons.object();
    if (schema.has("description")) nullable.set("description", schema.remove("description"));
    put(nullable, types);
    schema.properties().forEach(member -> nullable.set(member.getKey(), member.getValue()));
    if (nullable.path("enum") instanceof ArrayNode options) {
      options.add(NullNode.getInstance());
    }
    return nullable;
  }

  private static boolean allowsNull(JsonNode schema) {
    boolean type = schema.has("type") && of(schema).contains(NULL);
    JsonNode options = schema.path("enum");
    return type && (!options.isArray() || options.values().stream().anyMatch(JsonNode::isNull));
  }

  private static ObjectNode ofNull() {
    return Jsons.object().put("type", NULL);
  }

  private static List<JsonNode> given(JsonNode schema) {
    if (schema.has("const")) return List.of(schema.get("const"));
    return List.copyOf(schema.path("enum").values());
  }

  private static boolean fits(JsonNode option, List<String> types) {
    String type = typeOf(option);
    return types.contains(type)
        || (type.equals("integer") && types.contains("number"))
        || (type.equals("number") && types.contains("integer") && isWhole(option));
  }

  private static boolean isWhole(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> NULL;
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case ARRAY -> "array";
      case OBJECT, BINARY, MISSING, POJO -> "object";
    };
  }
}
