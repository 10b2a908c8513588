package frontdesk.sandbox.openai;

import frontdesk.json.Jsons;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The object `response`: what was asked, repeated, and what came of it.
///
/// @param created seconds since 1970
record ResponseObject(String id, long created, Asked asked) {
  private static final List<String> REPEATED =
      List.of(
          "instructions",
          "max_output_tokens",
          "max_tool_calls",
          "previous_response_id",
          "prompt_cache_key",
          "safety_identifier",
          "reasoning");
  private static final Map<String, String> USUAL =
      Map.of(
          "metadata", "{}",
          "parallel_tool_calls", "true",
          "store", "true",
          "temperature", "1.0",
          "text", "{\"format\":{\"type\":\"text\"}}",
          "tool_choice", "\"auto\"",
          "tools", "[]",
          "top_p", "1.0",
          "truncation", "\"disabled\"");

  /// With a status and the items so far.
  ObjectNode with(String status, List<ObjectNode> items) {
    ObjectNode response = Jsons.object().put("id", id).put("object", "response");
    response.put("created_at", created).put("status", status).put("model", asked.model());
    response.put("background", false).put("service_tier", "default").put("top_logprobs", 0);
    if (status.equals("completed")) response.put("completed_at", created);
    else response.putNull("completed_at");
    for (String name : REPEATED) {
      JsonNode value = asked.body().get(name);
      if (value == null) response.putNull(name);
      else response.set(name, value);
    }
    if (asked.body().has("user")) response.set("user", asked.body().get("user"));
    USUAL.forEach(
        (name, usual) -> {
          JsonNode value = asked.body().get(name);
          response.set(name, value == null || value.isNull() ? Jsons.parse(usual) : value);
        });
    response.putNull("error").putNull("incomplete_details").putNull("usage");
    items.forEach(response.putArray("output")::add);
    return response;
  }
}
