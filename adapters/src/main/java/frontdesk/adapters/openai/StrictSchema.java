package frontdesk.adapters.openai;

import frontdesk.conversation.Json;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON Schema of ours as a provider takes it. Strict where it can be: then the provider lets its
/// model write nothing that does not fit. What the strict subset cannot say about single values is
/// left out, as our own validation sees to it; a schema whose structure it cannot say is sent as it
/// is, and not strict. Our own `x-…` keywords are never sent.
///
/// In the strict form every property is required, and one that was optional may be null instead.
record StrictSchema(JsonNode schema, boolean strict) {

  static StrictSchema of(Json schema) {
    JsonNode standard = JsonSchema.standard(Jsons.parse(schema));
    Optional<ObjectNode> projected = StrictProjection.of(standard).filter(StrictLimits::hold);
    return projected.isPresent()
        ? new StrictSchema(projected.get(), true)
        : new StrictSchema(standard, false);
  }
}
