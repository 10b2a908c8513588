package frontdesk.json;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import frontdesk.conversation.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A compiled JSON Schema (2020-12). `x-…` keywords are ours and mean nothing to validation.
public final class JsonSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema META =
      REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
  private static final Map<Json, JsonSchema> COMPILED = new ConcurrentHashMap<>();

  private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  /// Keywords whose keys are names that people chose.
  private static final Set<String> NAMED = Set.of("properties", "patternProperties", "$defs");

  /// Keywords that hold values, not schemas.
  private static final Set<String> VALUES = Set.of("enum", "const", "default", "examples");

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /// Compiles a schema; one text is compiled once, since there are as many as tools.
  public static JsonSchema of(Json schema) {
    return COMPILED.computeIfAbsent(schema, text -> of(Jsons.parse(text)));
  }

  /// Compiles a schema.
  ///
  /// @throws IllegalArgumentException it is none, with the path of what is wrong
  public static JsonSchema of(JsonNode schema) {
    for (var error : META.validate(schema)) {
      String at = error.getInstanceLocation().toString();
      throw new IllegalArgumentException(
          "not a JSON Schema at '" + at + "': " + error.getMessage());
    }
    try {
      return new JsonSchema(REGISTRY.getSchema(standard(schema)));
    } catch (SchemaException e) { // such as a pattern that is none
      throw new IllegalArgumentException("not a JSON Schema: " + firstLine(e), e);
    }
  }

  private static String firstLine(SchemaException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /// The schema without our own keywords, which the validator would warn about one by one, and
  /// which nobody outside has to see.
  public static JsonNode standard(JsonNode schema) {
    if (schema instanceof ArrayNode alternatives) {
      ArrayNode copy = Jsons.array();
      alternatives.forEach(alternative -> copy.add(standard(alternative)));
      return copy;
    }
    if (!(schema instanceof ObjectNode object)) return schema;
    ObjectNode copy = Jsons.object();
    for (var keyword : object.properties()) {
      String name = keyword.getKey();
      if (NAMED.contains(name)) copy.set(name, each(keyword.getValue()));
      else if (VALUES.contains(name)) copy.set(name, keyword.getValue());
      else if (!name.startsWith("x-")) copy.set(name, standard(keyword.getValue()));
    }
    return copy;
  }

  private static JsonNode each(JsonNode schemas) {
    ObjectNode copy = Jsons.object();
    schemas.properties().forEach(p -> copy.set(p.getKey(), standard(p.getValue())));
    return copy;
  }

  /// What is wrong with a value: path of the field (`/order/lines/0`, empty for the value itself)
  /// to the reason. Empty when it fits. The reason never repeats the value. A number beyond 64 bits
  /// fits no schema.
  public Map<String, String> violations(JsonNode value) {
    var violations = new LinkedHashMap<String, String>();
    outOfRange("", value, violations);
    // The validator would throw at such a number.
    if (!violations.isEmpty()) return violations;
    for (var error : schema.validate(value)) {
      violations.putIfAbsent(error.getInstanceLocation().toString(), error.getMessage());
    }
    return violations;
  }

  private static void outOfRange(String path, JsonNode value, Map<String, String> violations) {
    if (value.isNumber() && beyondLong(value.decimalValue())) {
      violations.put(path, "number out of range");
    }
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) outOfRange(path + "/" + i, array.get(i), violations);
    }
    for (var property : value.properties()) {
      String name = property.getKey().replace("~", "~0").replace("/", "~1");
      outOfRange(path + "/" + name, property.getValue(), violations);
    }
  }

  private static boolean beyondLong(BigDecimal number) {
    // By its digits first: an exponent is cheap to write and dear to multiply out.
    return (long) number.precision() - number.scale() > 19 || number.abs().compareTo(LONG_MAX) > 0;
  }
}
