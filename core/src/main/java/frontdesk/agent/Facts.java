package frontdesk.agent;

import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an agent collects: the properties of a JSON Schema. Each value is checked by itself, so
/// that a wrong one does not lose the right ones beside it.
public final class Facts {
  public static final Facts NONE = new Facts(new Json("{\"type\":\"object\",\"properties\":{}}"));

  private final Json schema;
  private final Map<String, JsonSchema> properties = new LinkedHashMap<>();
  private final List<String> required;

  /// Reads the schema of an object.
  ///
  /// @throws IllegalArgumentException it is none
  public Facts(Json schema) {
    this.schema = schema;
    JsonNode node = Jsons.parse(schema);
    if (!(node.path("properties") instanceof ObjectNode all)) {
      throw new IllegalArgumentException("facts: must be a JSON Schema with properties");
    }
    all.properties().forEach(p -> properties.put(p.getKey(), property(p.getKey(), p.getValue())));
    required = node.path("required").valueStream().map(JsonNode::asString).toList();
    if (!properties.keySet().containsAll(required)) {
      throw new IllegalArgumentException("facts.required: names a property that is not there");
    }
  }

  private static JsonSchema property(String name, JsonNode schema) {
    try {
      return JsonSchema.of(schema);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("facts." + name + ": " + e.getMessage(), e);
    }
  }

  /// What the log knows of them: the newest of each name.
  public static ObjectNode known(Log log) {
    ObjectNode known = Jsons.object();
    for (Logged logged : log.timeline()) {
      if (logged.entry() instanceof Noted noted)
        known.set(noted.name(), Jsons.parse(noted.value()));
    }
    return known;
  }

  public Json schema() {
    return schema;
  }

  public boolean isEmpty() {
    return properties.isEmpty();
  }

  /// Names of all, in the schema's order.
  public List<String> names() {
    return List.copyOf(properties.keySet());
  }

  /// Names of the required ones that are not known.
  public List<String> missing(ObjectNode known) {
    return required.stream().filter(name -> !known.has(name)).toList();
  }

  /// Why a value does not fit; empty when it does.
  public Optional<String> problem(String name, JsonNode value) {
    JsonSchema property = properties.get(name);
    if (property == null) return Optional.of("is not one of " + properties.keySet());
    return property.violations(value).values().stream().findFirst();
  }
}
