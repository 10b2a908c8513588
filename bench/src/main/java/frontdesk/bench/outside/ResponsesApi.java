package frontdesk.bench.outside;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `POST /v1/responses`.
final class ResponsesApi implements Api {
  private static final String PLACE = "\"output_index\":0,";
  private static final String LOGPROBS = "\"logprobs\":[],";

  @Override
  public JsonNode messages(JsonNode request) {
    return request.path("input");
  }

  @Override
  public boolean isOutcome(JsonNode message) {
    return message.path("type").asString("").equals("function_call_output");
  }

  @Override
  public String whole(Reply reply) {
    return response(reply, "completed", item(reply, "completed"), usage(reply));
  }

  @Override
  public List<String> events(Reply reply) {
    var events = new ArrayList<String>();
    String begun = response(reply, "in_progress", "", "null");
    add(events, "response.created", "\"response\":" + begun);
    add(events, "response.in_progress", "\"response\":" + begun);
    add(events, "response.output_item.added", PLACE + "\"item\":" + item(reply, "in_progress"));
    if (reply.isCall()) addCall(events, reply);
    else addText(events, reply);
    add(events, "response.output_item.done", PLACE + "\"item\":" + item(reply, "completed"));
    add(events, "response.completed", "\"response\":" + whole(reply));
    return events;
  }

  private static void addCall(List<String> events, Reply reply) {
    String at = PLACE + "\"item_id\":\"" + itemId(reply) + "\",";
    for (String piece : Api.pieces(reply.arguments())) {
      add(
          events,
          "response.function_call_arguments.delta",
          at + "\"delta\":\"" + piece.replace("\"", "\\\"") + "\"");
    }
    add(
        events,
        "response.function_call_arguments.done",
        at + "\"name\":\"" + Orders.TOOL + "\",\"arguments\":\"" + reply.escapedArguments() + "\"");
  }

  private static void addText(List<String> events, Reply reply) {
    String at = PLACE + "\"item_id\":\"" + itemId(reply) + "\",\"content_index\":0,";
    add(events, "response.content_part.added", at + "\"part\":" + part(""));
    for (String piece : Api.pieces(reply.text())) {
      add(events, "response.output_text.delta", at + LOGPROBS + "\"delta\":\"" + piece + "\"");
    }
    add(events, "response.output_text.done", at + LOGPROBS + "\"text\":\"" + reply.text() + "\"");
    add(events, "response.content_part.done", at + "\"part\":" + part(reply.text()));
  }

  private static void add(List<String> events, String type, String rest) {
    events.add(
        "event: "
            + type
            + "\ndata: {\"type\":\""
            + type
            + "\",\"sequence_number\":"
            + events.size()
            + ","
            + rest
            + "}\n\n");
  }

  private static String response(Reply reply, String status, String output, String usage) {
    return "{\"id\":\"resp_"
        + reply.number()
        + "\",\"object\":\"response\",\"created_at\":1795000000,\"status\":\""
        + status
        + "\",\"error\":null,\"incomplete_details\":null,\"instructions\":null,\"metadata\":{},"
        + "\"model\":\"bench\",\"parallel_tool_calls\":true,\"store\":false,\"output\":["
        + output
        + "],\"usage\":"
        + usage
        + "}";
  }

  private static String item(Reply reply, String status) {
    boolean done = status.equals("completed");
    String front = "{\"id\":\"" + itemId(reply) + "\",\"status\":\"" + status + "\",";
    if (reply.isCall()) {
      return front
          + "\"type\":\"function_call\",\"call_id\":\"call_"
          + reply.number()
          + "\",\"name\":\""
          + Orders.TOOL
          + "\",\"arguments\":\""
          + (done ? reply.escapedArguments() : "")
          + "\"}";
    }
    return front
        + "\"type\":\"message\",\"role\":\"assistant\",\"content\":["
        + (done ? part(reply.text()) : "")
        + "]}";
  }

  private static String part(String text) {
    return "{\"type\":\"output_text\",\"text\":\""
        + text
        + "\","
        + LOGPROBS
        + "\"annotations\":[]}";
  }

  private static String itemId(Reply reply) {
    return (reply.isCall() ? "fc_" : "msg_") + reply.number();
  }

  private static String usage(Reply reply) {
    int in = reply.inputTokens();
    int out = reply.outputTokens();
    return ("{\"input_tokens\":%d,\"input_tokens_details\":{\"cached_tokens\":0},"
            + "\"output_tokens\":%d,\"output_tokens_details\":{\"reasoning_tokens\":0},"
            + "\"total_tokens\":%d}")
        .formatted(in, out, in + out);
  }
}
