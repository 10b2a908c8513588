package frontdesk.bench.peers;

import frontdesk.bench.outside.Orders;
import frontdesk.json.Jsons;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What one writes by hand in an afternoon: a list of messages for each conversation, in memory,
/// and a loop that calls the tool until the model answers. It keeps nothing, checks little and
/// tries nothing again, and is the yardstick for what the rest costs.
public final class BareLoop implements Talks {
  private static final int CONVERSATIONS_MAX = 20_000;

  private final OrderClient http;
  private final Places places;
  private final JsonNode tools;
  private final Map<String, List<JsonNode>> conversations = new LinkedHashMap<>(16, 0.75f, true);

  public BareLoop(Places places) {
    this.http = new OrderClient(places);
    this.places = places;
    this.tools =
        Jsons.parse(
            "[{\"type\":\"function\",\"function\":{\"name\":\"%s\",\"description\":\"%s\",\"parameters\":%s}}]"
                .formatted(Orders.TOOL, Orders.DESCRIPTION, Orders.PARAMETERS.text()));
  }

  @Override
  public String open() {
    String id = UUID.randomUUID().toString();
    var messages = new ArrayList<JsonNode>();
    messages.add(message("system", Orders.INSTRUCTIONS));
    synchronized (conversations) {
      conversations.put(id, messages);
      // The one that was used least lately goes, or the yardstick would run out of memory.
      if (conversations.size() > CONVERSATIONS_MAX) {
        conversations.remove(conversations.keySet().iterator().next());
      }
    }
    return id;
  }

  @Override
  public String say(String conversation, String text) {
    List<JsonNode> messages = messages(conversation);
    synchronized (messages) {
      messages.add(message("user", text));
      while (true) {
        JsonNode reply = reply(messages);
        messages.add(reply);
        if (reply.path("tool_calls").isEmpty()) return reply.path("content").asString();
        for (JsonNode call : reply.path("tool_calls")) messages.add(outcome(call));
      }
    }
  }

  private List<JsonNode> messages(String conversation) {
    synchronized (conversations) {
      List<JsonNode> messages = conversations.get(conversation);
      if (messages == null) throw new IllegalArgumentException("There is no such conversation");
      return messages;
    }
  }

  private JsonNode reply(List<JsonNode> messages) {
    ObjectNode body = Jsons.object().put("model", "bench");
    body.putArray("messages").addAll(messages);
    body.set("tools", tools);
    var uri = URI.create(places.provider() + "/chat/completions");
    String answer =
        http.answer(
            HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer bench")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Jsons.MAPPER.writeValueAsBytes(body))));
    return Jsons.parse(answer).path("choices").path(0).path("message");
  }

  private JsonNode outcome(JsonNode call) {
    String arguments = call.path("function").path("arguments").asString("");
    String order = Jsons.parseObject(arguments).path(Orders.ORDER).asString("");
    if (order.isEmpty()) throw new IllegalArgumentException("The model named no order");
    return message("tool", http.order(order)).put("tool_call_id", call.path("id").asString());
  }

  private static ObjectNode message(String role, String content) {
    return Jsons.object().put("role", role).put("content", content);
  }
}
