package frontdesk.rehearsal;

import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
    for (Latest latest : Latest.all(messages).reversed()) {
      String tool = latest.tool();
      var outcome = Jsons.tryObject(latest.content());
      if (outcome.isEmpty() || outcome.get().has("error")) continue;
      var items = new ArrayList<ObjectNode>();
      collect(outcome.get(), items);
      shown.add(new Shown(tool, items));
    }
    return shown;
  }

  /// The objects with a value of this name that the newest outcome with any has shown, each once;
  /// without those that were cancelled since.
  static List<ObjectNode> newest(List<Message> messages, String name) {
    return newest(name, of(messages));
  }

  /// @param all of all outcomes, the newest first
  static List<ObjectNode> newest(String name, List<Shown> all) {
    for (Shown shown : all) {
      var seen = new LinkedHashSet<String>();
      List<ObjectNode> items =
          shown.with(name).stream().filter(item -> seen.add(item.path(name).asString(""))).toList();
      if (items.isEmpty()) continue;
      return items.stream().filter(item -> !isOver(item)).toList();
    }
    return List.of();
  }

  private static boolean isOver(ObjectNode item) {
    return item.path("status").asString("").startsWith("cancel");
  }

  /// Whether arguments name a thing that was cancelled since it was shown.
  static boolean isOver(Json arguments, List<Message> messages) {
    List<Shown> all = of(messages);
    return Jsons.parse(arguments).properties().stream()
        .filter(p -> p.getKey().endsWith("_id"))
        .anyMatch(
            p ->
                all.stream()
                    .flatMap(shown -> shown.with(p.getKey()).stream())
                    .filter(item -> item.path(p.getKey()).equals(p.getValue()))
                    .findFirst()
                    .filter(Shown::isOver)
                    .isPresent());
  }

  /// Those that have a value of this name.
  List<ObjectNode> with(String name) {
    return items.stream().filter(item -> !item.path(name).asString("").isBlank()).toList();
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
