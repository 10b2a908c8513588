package frontdesk.bench.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.tool.ToolSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Dialogues and the services they are about, read from a folder outside of this project.
final class Corpus {
  private static final int EXAMPLES = 5;

  private final Map<String, JsonNode> services = new LinkedHashMap<>();
  private final List<Dialogue> dialogues = new ArrayList<>();

  private Corpus() {}

  /// @throws IOException the folder has no `schema.json` and `dialogues.jsonl`
  static Corpus read(Path folder) throws IOException {
    var corpus = new Corpus();
    for (JsonNode service : Jsons.parse(Files.readString(folder.resolve("schema.json")))) {
      corpus.services.put(service.path("service_name").asString(""), service);
    }
    for (String line : Files.readAllLines(folder.resolve("dialogues.jsonl"))) {
      if (!line.isBlank()) corpus.dialogues.add(Dialogue.parse(line));
    }
    return corpus;
  }

  List<Dialogue> dialogues() {
    return dialogues;
  }

  List<String> services() {
    return List.copyOf(services.keySet());
  }

  /// The tools of some services, with phrases of other dialogues as their examples.
  List<ToolSpec> tools(List<String> names, Optional<Dialogue> measured) {
    var tools = new ArrayList<ToolSpec>();
    for (String name : names) {
      JsonNode service = services.getOrDefault(name, Jsons.object());
      for (JsonNode intent : service.path("intents")) {
        tools.add(tool(service, intent, examples(intent.path("name").asString(""), measured)));
      }
    }
    return tools;
  }

  private static ToolSpec tool(JsonNode service, JsonNode intent, List<String> examples) {
    ObjectNode parameters = Jsons.object().put("type", "object");
    ObjectNode properties = parameters.putObject("properties");
    for (JsonNode slot : service.path("slots")) {
      String name = slot.path("name").asString("");
      boolean required =
          intent.path("required_slots").valueStream().anyMatch(s -> s.asString("").equals(name));
      if (required || intent.path("optional_slots").has(name)) properties.set(name, property(slot));
    }
    return ToolSpec.look(
            intent.path("name").asString(""),
            intent.path("description").asString(""),
            Jsons.json(parameters),
            Duration.ofSeconds(1))
        .like(examples);
  }

  private static ObjectNode property(JsonNode slot) {
    ObjectNode property =
        Jsons.object()
            .put("type", "string")
            .put("description", slot.path("description").asString(""));
    if (slot.path("is_categorical").asBoolean(false)) {
      ArrayNode values = property.putArray("enum");
      slot.path("possible_values").forEach(value -> values.add(value.asString("")));
    }
    return property;
  }

  /// How other customers began to ask for it.
  private List<String> examples(String intent, Optional<Dialogue> measured) {
    return dialogues.stream()
        .filter(dialogue -> measured.filter(dialogue::equals).isEmpty())
        .flatMap(
            dialogue ->
                dialogue.turns().stream()
                    .filter(turn -> turn.fresh() && turn.intent().equals(intent))
                    .limit(1))
        .map(Dialogue.Turn::text)
        .limit(EXAMPLES)
        .toList();
  }
}
