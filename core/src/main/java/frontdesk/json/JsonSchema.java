package frontdesk.json;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import frontdesk.conversation.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// A compiled JSON Schema (2020-12). `x-…` keywords are ours and mean nothing to validation.
public final class JsonSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<Json, JsonSchema> COMPILED = new ConcurrentHashMap<>();

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /// Compiles a schema; one text is compiled once, since there are as many as tools.
  public static JsonSchema of(Json schema) {
    return COMPILED.computeIfAbsent(schema, text -> of(Jsons.parse(text)));
  }

  public static JsonSchema of(JsonNode schema) {
    return new JsonSchema(REGISTRY.getSchema(schema));
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
