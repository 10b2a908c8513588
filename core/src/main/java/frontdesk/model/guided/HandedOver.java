package frontdesk.model.guided;

import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.ToolSaid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the hand-over to the closing agent came to:
/// `{"ticket": "T-…", "facts": {…}, "next_steps": ["…"]}`.
///
/// @param ticket empty if there is none
record HandedOver(String ticket, Map<String, String> facts, List<String> nextSteps) {
  static final String TOOL = "hand_over";

  /// The last one of a conversation.
  static HandedOver last(List<Message> messages) {
    for (Message message : messages.reversed()) {
      if (!(message instanceof ToolSaid(_, var tool, var content)) || !tool.equals(TOOL)) continue;
      var outcome = Jsons.tryObject(content);
      if (outcome.isPresent()) return of(outcome.get());
    }
    return new HandedOver("", Map.of(), List.of());
  }

  private static HandedOver of(JsonNode outcome) {
    var facts = new LinkedHashMap<String, String>();
    outcome
        .path("facts")
        .properties()
        .forEach(p -> facts.put(p.getKey(), p.getValue().asString("")));
    List<String> steps =
        outcome.path("next_steps").valueStream().map(step -> step.asString("")).toList();
    return new HandedOver(outcome.path("ticket").asString(""), facts, steps);
  }
}
