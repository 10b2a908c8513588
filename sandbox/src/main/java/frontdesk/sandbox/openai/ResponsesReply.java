package frontdesk.sandbox.openai;

import frontdesk.json.Jsons;
import frontdesk.sandbox.openai.Wire.Counted;
import frontdesk.sandbox.openai.Wire.Finish;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A reply as Responses writes it.
final class ResponsesReply implements Written {
  private final ResponseObject object;
  private final Asked asked;
  private final Finish finish;
  private final Counted counted;
  private final Usage usage;
  private final Chance chance;
  private final List<ObjectNode> items;

  ResponsesReply(
      ResponseObject object, Speech speech, Counted counted, Usage usage, Chance chance) {
    this.object = object;
    this.asked = object.asked();
    this.finish = speech.finish();
    this.counted = counted;
    this.usage = usage;
    this.chance = chance;
    this.items = OutputItems.of(speech, asked, chance);
  }

  @Override
  public String id() {
    return object.id();
  }

  List<ObjectNode> items() {
    return items;
  }

  @Override
  public ObjectNode whole() {
    ObjectNode whole = object.with(finish == Finish.USUAL ? "completed" : "incomplete", items);
    if (finish != Finish.USUAL) {
      String reason = finish == Finish.LENGTH ? "max_output_tokens" : "content_filter";
      whole.putObject("incomplete_details").put("reason", reason);
    }
    if (counted == Counted.MISSING) whole.remove("usage");
    else whole.set("usage", usage.responses());
    return whole;
  }

  @Override
  public ObjectNode failedWhole() {
    ObjectNode whole = object.with("failed", List.of());
    whole
        .putObject("error")
        .put("code", "server_error")
        .put("message", "The model failed to answer.");
    return whole;
  }

  @Override
  public List<ObjectNode> events() {
    var events = new ArrayList<ObjectNode>();
    for (String type : List.of("response.created", "response.in_progress")) {
      events.add(of(type, object.with("in_progress", List.of())));
    }
    for (int i = 0; i < items.size(); i++) item(items.get(i), i, events);
    return events;
  }

  @Override
  public List<ObjectNode> last() {
    String type = finish == Finish.USUAL ? "response.completed" : "response.incomplete";
    return List.of(of(type, whole()));
  }

  @Override
  public ObjectNode error() {
    return event("error")
        .put("code", "server_error")
        .put("message", "The server had an error.")
        .putNull("param");
  }

  @Override
  public ObjectNode failed() {
    return of("response.failed", failedWhole());
  }

  @Override
  public String frame(ObjectNode event, int number) {
    event.put("sequence_number", number);
    return "event: " + event.get("type").asString() + "\ndata: " + Jsons.json(event) + "\n\n";
  }

  @Override
  public String closing() {
    return "";
  }

  private void item(ObjectNode item, int index, List<ObjectNode> events) {
    ObjectNode begun = item.deepCopy();
    if (begun.has("status")) begun.put("status", "in_progress");
    if (begun.has("content")) begun.putArray("content");
    if (begun.has("arguments")) begun.put("arguments", "");
    events.add(item("response.output_item.added", begun, index));
    if (item.has("content")) part(item, index, events);
    if (item.has("arguments")) arguments(item, index, events);
    events.add(item("response.output_item.done", item, index));
  }

  private void part(ObjectNode item, int index, List<ObjectNode> events) {
    var part = (ObjectNode) item.get("content").get(0);
    boolean refusal = part.has("refusal");
    String field = refusal ? "refusal" : "text";
    String name = refusal ? "response.refusal" : "response.output_text";
    String text = part.get(field).asString();
    ObjectNode empty = refusal ? OutputItems.refusalPart("") : OutputItems.textPart("");
    ObjectNode added = at("response.content_part.added", item, index).put("content_index", 0);
    added.set("part", empty);
    events.add(added);
    for (String piece : chance.pieces(text)) {
      ObjectNode delta = at(name + ".delta", item, index).put("content_index", 0);
      events.add(hidden(logged(delta.put("delta", piece), refusal)));
    }
    ObjectNode done = at(name + ".done", item, index).put("content_index", 0);
    events.add(logged(done.put(field, text), refusal));
    ObjectNode ended = at("response.content_part.done", item, index).put("content_index", 0);
    ended.set("part", part);
    events.add(ended);
  }

  private void arguments(ObjectNode item, int index, List<ObjectNode> events) {
    String name = "response.function_call_arguments";
    String arguments = item.get("arguments").asString();
    for (String piece : chance.pieces(arguments)) {
      events.add(hidden(at(name + ".delta", item, index).put("delta", piece)));
    }
    events.add(
        at(name + ".done", item, index)
            .put("name", item.get("name").asString())
            .put("arguments", arguments));
  }

  /// Random text that keeps the length of a piece from telling what it says.
  private ObjectNode hidden(ObjectNode delta) {
    return asked.obfuscated() ? delta.put("obfuscation", chance.obfuscation()) : delta;
  }

  private static ObjectNode logged(ObjectNode event, boolean refusal) {
    if (!refusal) event.putArray("logprobs");
    return event;
  }

  private static ObjectNode item(String type, ObjectNode item, int index) {
    ObjectNode event = event(type).put("output_index", index);
    event.set("item", item);
    return event;
  }

  private static ObjectNode at(String type, ObjectNode item, int index) {
    return event(type).put("item_id", item.get("id").asString()).put("output_index", index);
  }

  private static ObjectNode of(String type, ObjectNode response) {
    ObjectNode event = event(type);
    event.set("response", response);
    return event;
  }

  private static ObjectNode event(String type) {
    return Jsons.object().put("type", type);
  }
}
