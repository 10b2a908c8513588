package frontdesk.agent;

import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import frontdesk.tool.ToolSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/// Tools as a model sees them.
final class Offered {
  /// By schema; there are as many as tools.
  private static final Map<Json, Json> OPEN = new ConcurrentHashMap<>();

  private Offered() {}

  static ToolSpec of(ToolSpec spec) {
    return spec.effect() == ToolSpec.Effect.READ
        ? spec
        : spec.taking(OPEN.computeIfAbsent(spec.parameters(), Offered::open));
  }

  private static Json open(Json parameters) {
    ObjectNode open = Jsons.parseObject(parameters.text());
    open.remove("required");
    return Jsons.json(open);
  }
}
