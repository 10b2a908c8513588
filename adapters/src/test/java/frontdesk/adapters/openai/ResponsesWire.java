package frontdesk.adapters.openai;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply.AskedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A reply as the Responses API carries it.
final class ResponsesWire {
  private final RandomReply reply;
  private final RandomGenerator random;
  private final StringBuilder events = new StringBuilder();
  private int sequence;

  private ResponsesWire(RandomReply reply, RandomGenerator random) {
    this.reply = reply;
    this.random = random;
  }

  static String whole(RandomReply reply) {
    return Jsons.json(new ResponsesWire(reply, RandomGenerator.getDefault()).response(true)).text();
  }

  static String events(RandomReply reply, RandomGenerator random) {
    var wire = new ResponsesWire(reply, random);
    wire.events();
    return wire.events.toString();
  }

  private ObjectNode response(boolean done) {
    ObjectNode response = Jsons.object();
    response.put("id", "resp_1").put("object", "response").put("created_at", 1_760_000_000);
    response.put("model", "gpt-6-luna-2026-10-01");
    response.put("status", !done ? "in_progress" : status());
    response.putNull("error");
    response.putNull("incomplete_details");
    if (done && reply.incomplete().isPresent()) {
      response.set("incomplete_details", Jsons.object().put("reason", reply.incomplete().get()));
    }
    response.putNull("instructions").putNull("metadata").put("parallel_tool_calls", true);
    response.putNull("temperature").putNull("top_p").put("tool_choice", "auto");
    response.putArray("tools").addObject().put("type", "function").put("name", "find_slots");
    ArrayNode output = response.putArray("output");
    if (done) items().forEach(output::add);
    if (done && reply.counted()) response.set("usage", usage());
    return response;
  }

  private String status() {
    return reply.incomplete().isPresent() ? "incomplete" : "completed";
  }

  private static ObjectNode usage() {
    ObjectNode usage = Jsons.object().put("input_tokens", 120).put("output_tokens", 30);
    usage.set("input_tokens_details", Jsons.object().put("cached_tokens", 64));
    usage.set("output_tokens_details", Jsons.object().put("reasoning_tokens", 8));
    return usage.put("total_tokens", 150);
  }

  private List<ObjectNode> items() {
    var items = new ArrayList<ObjectNode>();
    if (reply.thinks()) items.add(reasoning());
    if (!reply.commentary().isEmpty()) {
      items.add(message(items.size(), "commentary", reply.commentary(), false));
    }
    String phase = reply.commentary().isEmpty() ? "" : "final_answer";
    for (String text : reply.messages()) items.add(message(items.size(), phase, text, false));
    if (!reply.refusal().isEmpty()) items.add(message(items.size(), "", reply.refusal(), true));
    for (AskedCall call : reply.calls()) items.add(call(items.size(), call));
    return items;
  }

  private static ObjectNode reasoning() {
    ObjectNode item = Jsons.object().put("type", "reasoning").put("id", "rs_1");
    item.putArray("summary").addObject().put("type", "summary_text").put("text", "Thinking");
    return item.put("encrypted_content", "gAAAA/+=");
  }

  private static ObjectNode message(int index, String phase, String text, boolean refuses) {
    ObjectNode item = Jsons.object().put("type", "message").put("id", "msg_" + index);
    item.put("role", "assistant").put("status", "completed");
    if (!phase.isEmpty()) item.put("phase", phase);
    ObjectNode part = item.putArray("content").addObject();
    if (refuses) {
      part.put("type", "refusal").put("refusal", text);
    } else {
      part.put("type", "output_text").put("text", text);
      part.putArray("annotations");
      part.putArray("logprobs");
    }
    return item;
  }

  private static ObjectNode call(int index, AskedCall call) {
    ObjectNode item = Jsons.object().put("type", "function_call").put("id", "fc_" + index);
    if (!call.id().isEmpty()) item.put("call_id", call.id());
    item.put("name", call.tool()).put("arguments", call.arguments());
    return item.put("status", "completed");
  }

  private void events() {
    event(of("response.created").set("response", response(false)));
    event(of("response.in_progress").set("response", response(false)));
    List<ObjectNode> items = items();
    for (int index = 0; index < items.size(); index++) item(items.get(index), index);
    if (random.nextInt(3) == 0) event(of("response.something_newer").put("delta", "not text"));
    event(of("response." + status()).set("response", response(true)));
  }

  private void item(ObjectNode item, int index) {
    ObjectNode added = item.deepCopy();
    if (added.has("content")) added.putArray("content");
    if (added.has("arguments")) added.put("arguments", "");
    event(of("response.output_item.added").put("output_index", index).set("item", added));
    switch (item.path("type").asString()) {
      case "message" -> content(item, index);
      case "function_call" -> arguments(item, index);
      default -> event(delta("response.reasoning_summary_text.delta", index, "Thinking"));
    }
    if (random.nextInt(4) == 0) events.append(": keep-alive\n\n");
    event(of("response.output_item.done").put("output_index", index).set("item", item));
  }

  private void content(ObjectNode item, int index) {
    JsonNode part = item.path("content").get(0);
    boolean refuses = part.path("type").asString().equals("refusal");
    String kind = refuses ? "response.refusal" : "response.output_text";
    String text = part.path(refuses ? "refusal" : "text").asString();
    ObjectNode empty = (ObjectNode) part.deepCopy();
    empty.put(refuses ? "refusal" : "text", "");
    event(place(of("response.content_part.added"), item, index).set("part", empty));
    for (String piece : RandomReply.pieces(text, random)) {
      ObjectNode delta = place(of(kind + ".delta"), item, index).put("delta", piece);
      delta.putArray("logprobs");
      event(delta.put("obfuscation", "x".repeat(random.nextInt(9))));
    }
    ObjectNode done = place(of(kind + ".done"), item, index);
    done.putArray("logprobs");
    event(done.put(refuses ? "refusal" : "text", text));
    event(place(of("response.content_part.done"), item, index).set("part", part));
  }

  private void arguments(ObjectNode item, int index) {
    String arguments = item.path("arguments").asString();
    for (String piece : RandomReply.pieces(arguments, random)) {
      event(
          delta("response.function_call_arguments.delta", index, piece)
              .put("item_id", item.path("id").asString()));
    }
    event(
        of("response.function_call_arguments.done")
            .put("output_index", index)
            .put("item_id", item.path("id").asString())
            .put("name", item.path("name").asString())
            .put("arguments", arguments));
  }

  private ObjectNode delta(String type, int index, String piece) {
    return of(type)
        .put("item_id", "rs_1")
        .put("output_index", index)
        .put("summary_index", 0)
        .put("delta", piece);
  }

  private static ObjectNode place(ObjectNode event, ObjectNode item, int index) {
    return event
        .put("item_id", item.path("id").asString())
        .put("output_index", index)
        .put("content_index", 0);
  }

  private ObjectNode of(String type) {
    sequence += 1;
    return Jsons.object().put("type", type).put("sequence_number", sequence);
  }

  private void event(JsonNode event) {
    if (random.nextInt(8) > 0) {
      events.append("event: ").append(event.path("type").asString()).append('\n');
    }
    events.append("data: ").append(Jsons.json(event).text()).append("\n\n");
  }
}
