package frontdesk.adapters.openai;

import frontdesk.json.Jsons;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Projects a schema to the subset that strict tools and formats are written in.
final class StrictProjection {
  /// Keywords that say what is allowed in a way that the subset cannot.
  private static final Set<String> STRUCTURAL =
      Set.of(
          "allOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "dependentSchemas",
          "patternProperties",
          "prefixItems",
          "unevaluatedItems",
          "$dynamicRef",
          "definitions");
  private static final List<String> OPEN = List.of("additionalProperties", "unevaluatedProperties");

  /// Keywords that allow nothing and forbid nothing, and so may stand beside any other.
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "description",
          "title",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "$comment",
          "$schema",
          "$id",
          "$defs");
  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

  /// What the subset can say about the values of a type.
  private static final Map<String, List<String>> LIMITS =
      Map.of(
          "string",
          List.of("pattern", "format"),
          "number",
          StrictTypes.NUMBER_LIMITS,
          "integer",
          StrictTypes.NUMBER_LIMITS,
          "array",
          List.of("minItems", "maxItems"));

  private final JsonNode root;
  private boolean possible = true;

  private StrictProjection(JsonNode root) {
    this.root = root;
  }

  /// The schema in the subset; empty where that would allow something else.
  static Optional<ObjectNode> of(JsonNode schema) {
    if (!schema.path("type").asString("").equals("object")) return Optional.empty();
    if (schema.has("anyOf") || schema.has("$ref")) return Optional.empty();
    var projection = new StrictProjection(schema);
    ObjectNode projected = projection.schema(schema);
    JsonNode definitions = schema.path("$defs");
    if (!definitions.isEmpty()) projected.set("$defs", projection.each(definitions));
    return projection.possible ? Optional.of(projected) : Optional.empty();
  }

  private ObjectNode schema(JsonNode schema) {
    if (!schema.isObject()) return impossible(); // true allows anything, false nothing
    if (STRUCTURAL.stream().anyMatch(schema::has)) return impossible();
    if (schema.has("$ref")) return reference(schema);
    if (schema.has("anyOf")) return alternatives(schema);
    List<String> types = StrictTypes.of(schema);
    return types.isEmpty() ? impossible() : typed(schema, types);
  }

  private ObjectNode reference(JsonNode schema) {
    String target = schema.path("$ref").asString("");
    boolean defined = target.startsWith("#/$defs/") && root.path("$defs").has(target.substring(8));
    if (!defined && !target.equals("#")) return impossible();
    return beside(schema, "$ref").put("$ref", target);
  }

  private ObjectNode alternatives(JsonNode schema) {
    ObjectNode projected = beside(schema, "anyOf");
    var branches = projected.putArray("anyOf");
    schema.path("anyOf").values().forEach(branch -> branches.add(schema(branch)));
    return projected;
  }

  /// What may stand beside a keyword that says all by itself.
  private ObjectNode beside(JsonNode schema, String keyword) {
    for (String name : schema.propertyNames()) {
      if (!name.equals(keyword) && !ANNOTATIONS.contains(name)) return impossible();
    }
    return described(schema);
  }

  private ObjectNode typed(JsonNode schema, List<String> types) {
    ObjectNode projected = described(schema);
    StrictTypes.put(projected, types);
    if (schema.has("enum") || schema.has("const")) options(schema, types, projected);
    for (String type : types) {
      for (String limit : LIMITS.getOrDefault(type, List.of())) limit(schema, limit, projected);
    }
    if (types.contains("object")) object(schema, projected);
    if (types.contains("array")) {
      if (!schema.has("items")) return impossible();
      projected.set("items", schema(schema.get("items")));
    }
    return projected;
  }

  private void options(JsonNode schema, List<String> types, ObjectNode projected) {
    List<JsonNode> options = StrictTypes.options(schema, types);
    if (options.isEmpty()) impossible();
    projected.putArray("enum").addAll(options);
  }

  private static void limit(JsonNode schema, String keyword, ObjectNode projected) {
    JsonNode value = schema.path(keyword);
    boolean said =
        switch (keyword) {
          case "format" -> FORMATS.contains(value.asString(""));
          // Groups other than plain ones, references back and classes are regular to us only.
          case "pattern" -> value.isString() && isPlain(value.asString());
          default -> value.isNumber();
        };
    if (said) projected.set(keyword, value);
  }

  private static boolean isPlain(String pattern) {
    if (pattern.replace("(?:", "").contains("(?")) return false;
    for (int at = pattern.indexOf('\\'); at >= 0; at = pattern.indexOf('\\', at + 2)) {
      boolean last = at + 1 == pattern.length();
      if (last || "dDsSwW.-+*?()[]{}|/\\^$tnr".indexOf(pattern.charAt(at + 1)) < 0) return false;
    }
    return true;
  }

  private void object(JsonNode schema, ObjectNode projected) {
    JsonNode properties = schema.path("properties");
    boolean open = OPEN.stream().anyMatch(k -> schema.has(k) && !isFalse(schema.get(k)));
    // Without properties any are meant.
    if (open || !properties.isObject()) impossible();
    var required = new HashSet<String>();
    schema.path("required").values().forEach(name -> required.add(name.asString("")));
    if (!required.stream().allMatch(properties::has)) impossible();
    ObjectNode all = projected.putObject("properties");
    var names = projected.putArray("required");
    for (var property : properties.properties()) {
      String name = property.getKey();
      ObjectNode value = schema(property.getValue());
      all.set(name, required.contains(name) ? value : StrictTypes.orNull(value));
      names.add(name);
    }
    projected.put("additionalProperties", false);
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.asBoolean();
  }

  private ObjectNode each(JsonNode schemas) {
    ObjectNode projected = Jsons.object();
    schemas.properties().forEach(named -> projected.set(named.getKey(), schema(named.getValue())));
    return projected;
  }

  private static ObjectNode described(JsonNode schema) {
    ObjectNode projected = Jsons.object();
    String description = schema.path("description").asString("");
    if (!description.isBlank()) projected.put("description", description);
    return projected;
  }

  private ObjectNode impossible() {
    possible = false;
    return Jsons.object();
  }
}
