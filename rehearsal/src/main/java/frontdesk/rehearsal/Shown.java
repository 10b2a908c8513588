package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.model.Message;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The objects that one outcome has shown.
///
/// @param tool whose outcome it was
/// @param items in its order
record Shown(String tool, List<ObjectNode> items) {
  private static final int ITEMS_MAX = 200;

  Shown {
    items = List.copyOf(items);
  }

  /// Of all outcomes, the newest first.
  static List<Shown> of(List<Message> messages) {
    var shown = new ArrayList<Shown>();
    for (Message message : messages.reversed()) {
      if (!(message instanceof Message.ToolSaid(_, var tool, var content))) continue;
      var outcome = Jsons.tryObject(content);
      if (outcome.isEmpty() || outcome.get().has("error")) continue;
      var items = new ArrayList<ObjectNode>();
      collect(outcome.get(), items);
      shown.add(new Shown(tool, items));
    }
    return shown;
  }

  /// Those that have a value of this name.
  List<ObjectNode> with(String name) {
    return items.stream().filter(item -> item.path(name).isValueNode()).toList();
  }

  private static void collect(JsonNode node, List<ObjectNode> items) {
    if (items.size() >= ITEMS_MAX) return;
    switch (node) {
      case ObjectNode object -> {
        items.add(object);
        object.properties().forEach(property -> collect(property.getValue(), items));
      }
      case ArrayNode array -> array.forEach(item -> collect(item, items));
      default -> {}
    }
  }
}
