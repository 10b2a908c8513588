package frontdesk.sandbox.openai;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.sandbox.openai.Wire.Counted;
import frontdesk.sandbox.openai.Wire.Finish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// A reply as Chat Completions writes it.
///
/// @param created seconds since 1970
record ChatReply(
    String id,
    long created,
    Asked asked,
    Speech speech,
    Counted counted,
    Usage usage,
    Chance chance)
    implements Written {

  @Override
  public ObjectNode whole() {
    ObjectNode whole = head("chat.completion");
    ObjectNode choice = whole.putArray("choices").addObject().put("index", 0);
    choice.set("message", message());
    choice.putNull("logprobs").put("finish_reason", finish());
    if (counted != Counted.MISSING) whole.set("usage", usage.chat());
    return whole;
  }

  @Override
  public ObjectNode failedWhole() {
    return error();
  }

  @Override
  public List<ObjectNode> events() {
    var chunks = new ArrayList<ObjectNode>();
    ObjectNode first = Jsons.object().put("role", "assistant");
    chunks.add(chunk(speech.speaks() ? first.put("content", "") : first.putNull("content")));
    for (String piece : chance.pieces(said())) {
      chunks.add(hidden(chunk(Jsons.object().put("content", piece))));
    }
    for (String piece : chance.pieces(speech.refusal())) {
      chunks.add(hidden(chunk(Jsons.object().put("refusal", piece))));
    }
    for (int i = 0; i < speech.calls().size(); i++) call(speech.calls().get(i), i, chunks);
    return chunks;
  }

  @Override
  public List<ObjectNode> last() {
    ObjectNode end = chunk(Jsons.object());
    ((ObjectNode) end.get("choices").get(0)).put("finish_reason", finish());
    if (!countsInStream() || counted == Counted.MISSING) return List.of(end);
    ObjectNode counts = head("chat.completion.chunk");
    counts.putArray("choices");
    counts.set("usage", usage.chat());
    return List.of(end, counts);
  }

  @Override
  public ObjectNode error() {
    return new Failure(500, "server_error", "server_error", "", "The server had an error.").body();
  }

  @Override
  public ObjectNode failed() {
    return error();
  }

  @Override
  public String frame(ObjectNode event, int number) {
    return "data: " + Jsons.json(event) + "\n\n";
  }

  @Override
  public String closing() {
    return "data: [DONE]\n\n";
  }

  /// A chat has no message beside the answer: what would be one stands before it.
  private String said() {
    String between = speech.commentary().isEmpty() || speech.text().isEmpty() ? "" : "\n";
    return speech.commentary() + between + speech.text();
  }

  private ObjectNode message() {
    ObjectNode message = Jsons.object().put("role", "assistant");
    boolean says = (speech.speaks() && speech.refusal().isEmpty()) || !said().isEmpty();
    if (says) message.put("content", said());
    else message.putNull("content");
    if (speech.refusal().isEmpty()) message.putNull("refusal");
    else message.put("refusal", speech.refusal());
    message.putArray("annotations");
    if (speech.calls().isEmpty()) return message;
    var calls = message.putArray("tool_calls");
    for (AskedCall call : speech.calls()) {
      ObjectNode one = calls.addObject();
      if (!call.id().isEmpty()) one.put("id", call.id());
      one.put("type", "function")
          .putObject("function")
          .put("name", call.tool())
          .put("arguments", call.arguments());
    }
    return message;
  }

  private void call(AskedCall call, int index, List<ObjectNode> chunks) {
    ObjectNode first = Jsons.object();
    ObjectNode begun = first.putArray("tool_calls").addObject().put("index", index);
    if (!call.id().isEmpty()) begun.put("id", call.id());
    begun
        .put("type", "function")
        .putObject("function")
        .put("name", call.tool())
        .put("arguments", "");
    chunks.add(chunk(first));
    for (String piece : chance.pieces(call.arguments())) {
      ObjectNode delta = Jsons.object();
      ObjectNode more = delta.putArray("tool_calls").addObject().put("index", index);
      more.putObject("function").put("arguments", piece);
      chunks.add(hidden(chunk(delta)));
    }
  }

  private String finish() {
    if (speech.finish() != Finish.USUAL) return speech.finish().name().toLowerCase(Locale.ROOT);
    return speech.calls().isEmpty() ? "stop" : "tool_calls";
  }

  private boolean countsInStream() {
    return asked.body().path("stream_options").path("include_usage").asBoolean(false);
  }

  private ObjectNode chunk(ObjectNode delta) {
    ObjectNode chunk = head("chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.putNull("logprobs").putNull("finish_reason");
    return countsInStream() ? chunk.putNull("usage") : chunk;
  }

  private ObjectNode hidden(ObjectNode chunk) {
    return asked.obfuscated() ? chunk.put("obfuscation", chance.obfuscation()) : chunk;
  }

  private ObjectNode head(String object) {
    return Jsons.object()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", asked.model())
        .put("service_tier", "default");
  }
}
