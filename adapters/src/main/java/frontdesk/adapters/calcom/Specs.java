package frontdesk.adapters.calcom;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.json.Jsons;
import frontdesk.json.Yaml;
import frontdesk.tool.Recovery;
import frontdesk.tool.ToolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The tools as models and customers read of them: `tools.yaml`.
final class Specs {
  private static final Duration LOOK = Duration.ofSeconds(10);
  // A calendar that is connected to others takes some seconds to book.
  private static final Duration ACT = Duration.ofSeconds(15);
  private static final JsonNode FILE = read();

  private Specs() {}

  static ToolSpec look(String name) {
    JsonNode tool = tool(name);
    ToolSpec spec = ToolSpec.look(name, description(tool), Jsons.json(parameters(tool)), LOOK);
    return spec.like(texts(tool.path("examples")));
  }

  static ToolSpec act(String name) {
    JsonNode tool = tool(name);
    return ToolSpec.act(
            name, description(tool), Jsons.json(parameters(tool)), Recovery.LOOK_UP_FIRST, ACT)
        .claiming(texts(tool.path("claims")).toArray(String[]::new))
        .like(texts(tool.path("examples")));
  }

  private static JsonNode tool(String name) {
    return FILE.path("tools").required(name);
  }

  private static String description(JsonNode tool) {
    return tool.path("description").asString("").strip();
  }

  private static ObjectNode parameters(JsonNode tool) {
    ObjectNode schema = Jsons.object().put("type", "object").put("additionalProperties", false);
    schema.set("x-labels", tool.path("label"));
    schema.set("required", tool.path("required"));
    ObjectNode properties = schema.putObject("properties");
    for (var property : tool.path("properties").properties()) {
      String said = property.getValue().asString("");
      properties.set(property.getKey(), FILE.path("properties").required(said));
    }
    return schema;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(text -> texts.add(text.asString("")));
    return texts;
  }

  private static JsonNode read() {
    try (InputStream file = Specs.class.getResourceAsStream("tools.yaml")) {
      if (file == null) throw new IllegalStateException("tools.yaml is not in the jar");
      return Yaml.parse(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
