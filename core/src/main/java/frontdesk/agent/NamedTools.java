package frontdesk.agent;

import frontdesk.json.InvalidSettings;
import frontdesk.json.StrictObject;
import frontdesk.tool.Tool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The tools that an `agent.yaml` names, and how customers ask for them there: a name, or a mapping
/// of `name` and `examples`.
record NamedTools(List<Tool> tools, Map<String, List<String>> examples) {

  static NamedTools of(StrictObject settings, Toolset toolset, List<String> problems) {
    var tools = new ArrayList<Tool>();
    var examples = new LinkedHashMap<String, List<String>>();
    int place = 0;
    for (JsonNode item : settings.items("tools")) {
      String at = settings.name("tools") + "[" + ++place + "]";
      String name = name(at, item, examples, problems);
      if (name.isEmpty()) continue;
      try {
        tools.add(toolset.named(name));
      } catch (InvalidSettings e) {
        e.problems().forEach(problem -> problems.add(at + ": " + problem));
      }
    }
    return new NamedTools(List.copyOf(tools), examples);
  }

  private static String name(
      String at, JsonNode item, Map<String, List<String>> examples, List<String> problems) {
    if (item.isString()) return item.asString();
    var tool = new StrictObject(at, item, problems);
    String name = tool.requiredText("name");
    List<String> phrases = tool.texts("examples");
    if (!phrases.isEmpty()) examples.put(name, phrases);
    tool.noMore();
    return name;
  }
}
