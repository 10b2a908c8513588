package frontdesk.bench.outside;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `POST /v1/chat/completions`.
final class ChatApi implements Api {
  @Override
  public JsonNode messages(JsonNode request) {
    return request.path("messages");
  }

  @Override
  public boolean isOutcome(JsonNode message) {
    return message.path("role").asString("").equals("tool");
  }

  @Override
  public String whole(Reply reply) {
    String said =
        reply.isCall()
            ? "\"content\":null,\"refusal\":null,\"tool_calls\":["
                + call("", reply, reply.escapedArguments())
                + "]"
            : "\"content\":\"" + reply.text() + "\",\"refusal\":null";
    return head(reply, "chat.completion")
        + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
        + said
        + "},\"logprobs\":null,\"finish_reason\":\""
        + reason(reply)
        + "\"}],"
        + usage(reply)
        + "}";
  }

  @Override
  public List<String> events(Reply reply) {
    var events = new ArrayList<String>();
    if (reply.isCall()) {
      String first = call("\"index\":0,", reply, "");
      events.add(
          delta(reply, "\"role\":\"assistant\",\"content\":null,\"tool_calls\":[" + first + "]"));
      for (String piece : Api.pieces(reply.arguments())) {
        String arguments = piece.replace("\"", "\\\"");
        events.add(
            delta(
                reply,
                "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\""
                    + arguments
                    + "\"}}]"));
      }
    } else {
      events.add(delta(reply, "\"role\":\"assistant\",\"content\":\"\",\"refusal\":null"));
      for (String piece : Api.pieces(reply.text())) {
        events.add(delta(reply, "\"content\":\"" + piece + "\""));
      }
    }
    events.add(event(reply, choice("", "\"" + reason(reply) + "\"")));
    events.add(event(reply, "\"choices\":[]," + usage(reply)));
    events.add("data: [DONE]\n\n");
    return events;
  }

  private static String call(String index, Reply reply, String arguments) {
    return "{"
        + index
        + "\"id\":\"call_"
        + reply.number()
        + "\",\"type\":\"function\",\"function\":{\"name\":\""
        + Orders.TOOL
        + "\",\"arguments\":\""
        + arguments
        + "\"}}";
  }

  private static String delta(Reply reply, String delta) {
    return event(reply, choice(delta, "null"));
  }

  private static String choice(String delta, String reason) {
    return "\"choices\":[{\"index\":0,\"delta\":{"
        + delta
        + "},\"logprobs\":null,\"finish_reason\":"
        + reason
        + "}]";
  }

  private static String event(Reply reply, String rest) {
    return "data: " + head(reply, "chat.completion.chunk") + rest + "}\n\n";
  }

  private static String head(Reply reply, String object) {
    return "{\"id\":\"chatcmpl-"
        + reply.number()
        + "\",\"object\":\""
        + object
        + "\",\"created\":1795000000,\"model\":\"bench\",";
  }

  private static String reason(Reply reply) {
    return reply.isCall() ? "tool_calls" : "stop";
  }

  private static String usage(Reply reply) {
    int in = reply.inputTokens();
    int out = reply.outputTokens();
    return "\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d,"
            .formatted(in, out, in + out)
        + "\"prompt_tokens_details\":{\"cached_tokens\":0},"
        + "\"completion_tokens_details\":{\"reasoning_tokens\":0}}";
  }
}
