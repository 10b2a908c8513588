package frontdesk.sandbox.openai;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether a schema is within the subset that the provider takes with `strict: true`.
final class StrictSchema {
  private static final Set<String> TAKEN =
      Fields.names(
          """
          $schema $defs definitions $ref type enum const anyOf title description properties required
          additionalProperties items pattern format multipleOf minimum maximum exclusiveMinimum
          exclusiveMaximum minItems maxItems
          """);
  private static final Set<String> FORMATS =
      Fields.names("date-time time date duration email hostname ipv4 ipv6 uuid");
  private static final int PROPERTIES_MAX = 5_000;
  private static final int DEPTH_MAX = 10;
  private static final int ENUM_MAX = 1_000;
  private static final int CHARS_MAX = 120_000;

  private final String param;
  private final String code;
  private final String of;
  private int properties;
  private int values;
  private int chars;

  private StrictSchema(String param, String code, String of) {
    this.param = param;
    this.code = code;
    this.of = of;
  }

  /// Refuses a schema outside the subset.
  ///
  /// @param param where it stands in the request
  /// @param of what it is the schema of, such as `function 'balance'`
  static void check(String param, String code, String of, JsonNode schema) {
    var check = new StrictSchema(param, code, of);
    check.root(schema);
  }

  private void root(JsonNode schema) {
    if (schema.has("anyOf")) throw wrong("()", "'anyOf' is not permitted at the root");
    if (!schema.path("type").asString("").equals("object")) {
      throw wrong("()", "schema must have type 'object'");
    }
    node("()", schema, 1);
    for (String name : new String[] {"$defs", "definitions"}) {
      schema.path(name).properties().forEach(def -> node(name, def.getValue(), 1));
    }
    if (properties > PROPERTIES_MAX) throw wrong("()", "more than 5000 properties");
    if (values > ENUM_MAX) throw wrong("()", "more than 1000 enum values");
    if (chars > CHARS_MAX) throw wrong("()", "names and enum values longer than 120000 together");
  }

  private void node(String at, JsonNode schema, int depth) {
    if (!(schema instanceof ObjectNode object)) throw wrong(at, "schema must be an object");
    if (depth > DEPTH_MAX) throw wrong(at, "nested deeper than 10 levels");
    for (String keyword : object.propertyNames()) {
      if (!TAKEN.contains(keyword)) throw wrong(at, "'" + keyword + "' is not permitted");
    }
    if (!object.has("type")
        && !object.has("anyOf")
        && !object.has("$ref")
        && !object.has("enum")
        && !object.has("const")) {
      throw wrong(at, "schema must have a 'type' key");
    }
    values(object);
    String format = object.path("format").asString("");
    if (!format.isEmpty() && !FORMATS.contains(format)) {
      throw wrong(at, "'" + format + "' is not a valid format");
    }
    if (isType(object, "object")) object(at, object, depth);
    if (isType(object, "array")) items(at, object, depth);
    for (JsonNode any : object.path("anyOf").values()) node(at + " anyOf", any, depth);
  }

  private void object(String at, ObjectNode object, int depth) {
    JsonNode additional = object.path("additionalProperties");
    if (!additional.isBoolean() || additional.asBoolean()) {
      throw wrong(at, "'additionalProperties' is required to be supplied and to be false");
    }
    var required = new HashSet<String>();
    object.path("required").values().forEach(name -> required.add(name.asString("")));
    for (var property : object.path("properties").properties()) {
      String name = property.getKey();
      if (!required.remove(name)) {
        throw wrong(
            at,
            "'required' is required to be supplied and to be an array including every key in"
                + " properties. Missing '"
                + name
                + "'");
      }
      properties++;
      chars += name.length();
      node(at + " properties '" + name + "'", property.getValue(), depth + 1);
    }
    if (!required.isEmpty()) throw wrong(at, "'required' names what is no property");
  }

  private void items(String at, ObjectNode array, int depth) {
    if (!array.has("items")) throw wrong(at, "array schema missing items");
    node(at + " items", array.path("items"), depth + 1);
  }

  private void values(ObjectNode object) {
    for (JsonNode value : object.path("enum").values()) {
      values++;
      chars += value.asString("").length();
    }
    chars += object.path("const").asString("").length();
  }

  private static boolean isType(ObjectNode schema, String type) {
    JsonNode types = schema.path("type");
    if (types.isString()) return types.asString().equals(type);
    return types.values().stream().anyMatch(one -> one.asString("").equals(type));
  }

  private Refused wrong(String at, String why) {
    return Refused.invalid(
        code, param, "Invalid schema for " + of + ": In context=" + at + ", " + why + ".");
  }
}
