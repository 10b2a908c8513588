package frontdesk.json;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import frontdesk.conversation.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A compiled JSON Schema (2020-12). `x-…` keywords are ours and mean nothing to validation.
public final class JsonSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<Json, JsonSchema> COMPILED = new ConcurrentHashMap<>();

  /// Keywords whose keys are names that people chose.
  private static final Set<String> NAMED = Set.of("properties", "patternProperties", "$defs");

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /// Compiles a schema; one text is compiled once, since there are as many as tools.
  public static JsonSchema of(Json schema) {
    return COMPILED.computeIfAbsent(schema, text -> of(Jsons.parse(text)));
  }

  public static JsonSchema of(JsonNode schema) {
    return new JsonSchema(REGISTRY.getSchema(standard(schema)));
  }

  /// The schema without our own keywords, which the validator would warn about one by one.
  private static JsonNode standard(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) return schema;
    ObjectNode copy = Jsons.object();
    for (var keyword : object.properties()) {
      String name = keyword.getKey();
      if (NAMED.contains(name)) copy.set(name, each(keyword.getValue()));
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
  /// to the reason. Empty when it fits. The reason never repeats the value.
  public Map<String, String> violations(JsonNode value) {
    var violations = new LinkedHashMap<String, String>();
    for (var error : schema.validate(value)) {
      violations.putIfAbsent(error.getInstanceLocation().toString(), error.getMessage());
    }
    return violations;
  }
}
