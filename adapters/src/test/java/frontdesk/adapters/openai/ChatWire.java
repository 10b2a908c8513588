package frontdesk.adapters.openai;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply.AskedCall;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A reply as Chat Completions carries it.
final class ChatWire {
  private final RandomReply reply;
  private final RandomGenerator random;
  private final StringBuilder events = new StringBuilder();

  private ChatWire(RandomReply reply, RandomGenerator random) {
    this.reply = reply;
    this.random = random;
  }

  static String whole(RandomReply reply) {
    ObjectNode completion = completion("chat.completion");
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (reply.messages().isEmpty()) message.putNull("content");
    else message.put("content", String.join("\n\n", reply.messages()));
    if (reply.refusal().isEmpty()) message.putNull("refusal");
    else message.put("refusal", reply.refusal());
    if (!reply.calls().isEmpty()) {
      ArrayNode calls = message.putArray("tool_calls");
      for (AskedCall call : reply.calls()) calls.add(call(call, call.arguments()));
    }
    choice.putNull("logprobs").put("finish_reason", reason(reply));
    if (reply.counted()) completion.set("usage", usage());
    return Jsons.json(completion).text();
  }

  static String events(RandomReply reply, RandomGenerator random) {
    var wire = new ChatWire(reply, random);
    wire.events();
    return wire.events.toString();
  }

  private void events() {
    delta(Jsons.object().put("role", "assistant").putNull("refusal").put("content", ""));
    for (String piece : RandomReply.pieces(String.join("\n\n", reply.messages()), random)) {
      delta(Jsons.object().put("content", piece));
    }
    for (String piece : RandomReply.pieces(reply.refusal(), random)) {
      delta(Jsons.object().put("refusal", piece));
    }
    calls();
    event(chunk(Jsons.object(), reason(reply)));
    if (reply.counted()) {
      ObjectNode last = completion("chat.completion.chunk");
      last.putArray("choices");
      event(last.set("usage", usage()));
    }
    if (random.nextInt(4) > 0) events.append("data: [DONE]\n\n");
  }

  /// One after the other, or all begun before any goes on.
  private void calls() {
    boolean together = random.nextBoolean();
    List<AskedCall> calls = reply.calls();
    for (int i = 0; i < calls.size(); i++) {
      delta(piece(call(calls.get(i), "").put("index", i)));
      if (!together) arguments(i, calls.get(i));
    }
    for (int i = 0; together && i < calls.size(); i++) arguments(i, calls.get(i));
  }

  private void arguments(int index, AskedCall call) {
    for (String piece : RandomReply.pieces(call.arguments(), random)) {
      ObjectNode part = Jsons.object().put("index", index);
      part.putObject("function").put("arguments", piece);
      delta(piece(part));
    }
  }

  private static ObjectNode piece(ObjectNode call) {
    ObjectNode delta = Jsons.object();
    delta.putArray("tool_calls").add(call);
    return delta;
  }

  private static ObjectNode call(AskedCall call, String arguments) {
    ObjectNode item = Jsons.object();
    if (!call.id().isEmpty()) item.put("id", call.id());
    item.put("type", "function");
    item.putObject("function").put("name", call.tool()).put("arguments", arguments);
    return item;
  }

  private void delta(ObjectNode delta) {
    event(chunk(delta, ""));
  }

  private static ObjectNode chunk(ObjectNode delta, String reason) {
    ObjectNode chunk = completion("chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.putNull("logprobs");
    if (reason.isEmpty()) choice.putNull("finish_reason");
    else choice.put("finish_reason", reason);
    return chunk.putNull("usage");
  }

  private static ObjectNode completion(String object) {
    return Jsons.object()
        .put("id", "chatcmpl-1")
        .put("object", object)
        .put("created", 1_760_000_000)
        .put("model", "gpt-6-luna-2026-10-01");
  }

  private static ObjectNode usage() {
    ObjectNode usage = Jsons.object().put("prompt_tokens", 120).put("completion_tokens", 30);
    usage.put("total_tokens", 150);
    usage.set("prompt_tokens_details", Jsons.object().put("cached_tokens", 64));
    usage.set("completion_tokens_details", Jsons.object().put("reasoning_tokens", 8));
    return usage;
  }

  private static String reason(RandomReply reply) {
    if (reply.filtered()) return "content_filter";
    if (reply.cut()) return "length";
    return reply.calls().isEmpty() ? "stop" : "tool_calls";
  }

  private void event(ObjectNode event) {
    if (random.nextInt(10) == 0) events.append(": keep-alive\n\n");
    events.append("data: ").append(Jsons.json(event).text()).append("\n\n");
  }
}
