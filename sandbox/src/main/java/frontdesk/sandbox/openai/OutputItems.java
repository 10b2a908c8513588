package frontdesk.sandbox.openai;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.sandbox.openai.Wire.Finish;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The output items of a Responses reply, finished.
final class OutputItems {
  private OutputItems() {}

  static List<ObjectNode> of(Speech speech, Asked asked, Chance chance) {
    var items = new ArrayList<ObjectNode>();
    if (speech.thinks()) items.add(thought(asked, chance));
    if (!speech.commentary().isEmpty()) {
      items.add(message("commentary", textPart(speech.commentary()), chance));
    }
    if (speech.speaks()) {
      String phase = speech.calls().isEmpty() ? "final_answer" : "commentary";
      ObjectNode part =
          speech.refusal().isEmpty() ? textPart(speech.text()) : refusalPart(speech.refusal());
      items.add(message(asked.reasons() ? phase : "", part, chance));
    }
    for (AskedCall call : speech.calls()) items.add(call(call, chance));
    if (speech.finish() != Finish.USUAL && !items.isEmpty()) {
      ObjectNode last = items.getLast();
      if (last.has("status")) last.put("status", "incomplete");
    }
    return items;
  }

  static ObjectNode textPart(String text) {
    ObjectNode part = Jsons.object().put("type", "output_text").put("text", text);
    part.putArray("annotations");
    part.putArray("logprobs");
    return part;
  }

  static ObjectNode refusalPart(String refusal) {
    return Jsons.object().put("type", "refusal").put("refusal", refusal);
  }

  private static ObjectNode thought(Asked asked, Chance chance) {
    String id = "rs_" + chance.id();
    ObjectNode item = Jsons.object().put("id", id).put("type", "reasoning");
    item.putArray("summary");
    boolean sealed =
        asked.body().path("include").values().stream()
            .anyMatch(name -> name.asString("").equals(ResponsesBody.SEALED));
    if (sealed) item.put("encrypted_content", Thoughts.sealed(id));
    return item;
  }

  private static ObjectNode message(String phase, ObjectNode part, Chance chance) {
    ObjectNode item = Jsons.object().put("id", "msg_" + chance.id()).put("type", "message");
    item.put("status", "completed").put("role", "assistant");
    if (!phase.isEmpty()) item.put("phase", phase);
    item.putArray("content").add(part);
    return item;
  }

  private static ObjectNode call(AskedCall call, Chance chance) {
    ObjectNode item = Jsons.object().put("id", "fc_" + chance.id()).put("type", "function_call");
    item.put("status", "completed");
    if (!call.id().isEmpty()) item.put("call_id", call.id());
    return item.put("name", call.tool()).put("arguments", call.arguments());
  }
}
