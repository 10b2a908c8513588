package frontdesk.adapters.openai;

import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import frontdesk.model.ModelRequest;
import frontdesk.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/// What is the same in all requests of an agent: written once, its schemas projected once.
final class Prefixes {
  // There are as many as agents; were there more, they would cost what writing them costs.
  private static final int KEPT_MAX = 1_000;

  private final Map<Key, Prefix> kept = new ConcurrentHashMap<>();
  private final BiConsumer<JsonGenerator, Tool> tool;

  /// Each API writes a tool in its own form.
  Prefixes(BiConsumer<JsonGenerator, Tool> tool) {
    this.tool = tool;
  }

  /// Parts of a request as they are written.
  ///
  /// @param tools the list of tools; empty when there are none
  record Prefix(
      SerializableString instructions,
      Optional<SerializableString> tools,
      Optional<StrictSchema> format) {

    void writeTools(JsonGenerator json) {
      if (tools.isEmpty()) return;
      json.writeName("tools").writeRawValue(tools.get());
      json.writeBooleanProperty("parallel_tool_calls", true);
    }
  }

  /// A tool with the schema that is sent.
  record Tool(ToolSpec spec, StrictSchema parameters) {}

  private record Key(String instructions, List<ToolSpec> tools, Optional<Json> format) {}

  Prefix of(ModelRequest request) {
    var key = new Key(request.instructions(), request.tools(), request.format());
    Prefix known = kept.get(key);
    if (known != null) return known;
    if (kept.size() >= KEPT_MAX) kept.clear();
    return kept.computeIfAbsent(key, this::made);
  }

  private Prefix made(Key key) {
    Optional<SerializableString> tools =
        key.tools().isEmpty() ? Optional.empty() : Optional.of(list(key.tools()));
    var instructions = new SerializedString(Wire.clean(key.instructions()));
    return new Prefix(instructions, tools, key.format().map(StrictSchema::of));
  }

  private SerializableString list(List<ToolSpec> specs) {
    byte[] written =
        Wire.written(
            json -> {
              json.writeStartArray();
              for (ToolSpec spec : specs) {
                tool.accept(json, new Tool(spec, StrictSchema.of(spec.parameters())));
              }
              json.writeEndArray();
            });
    return new SerializedString(new String(written, StandardCharsets.UTF_8));
  }

  /// Writes a schema and whether it is strict.
  static void schema(JsonGenerator json, String name, StrictSchema schema) {
    json.writeBooleanProperty("strict", schema.strict());
    json.writeName(name);
    json.writeRawValue(text(schema.schema()));
  }

  private static String text(JsonNode schema) {
    return Jsons.json(schema).text();
  }
}
