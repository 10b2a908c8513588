package frontdesk.sandbox.openai;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the messages of a chat, and refuses an order that the provider refuses.
final class ChatMessages {
  private static final List<String> ROLES =
      List.of("system", "assistant", "user", "tool", "developer");
  private static final Set<String> PLAIN = Fields.names("role content name");
  private static final Set<String> ASSISTANT =
      Fields.names("role content name refusal audio tool_calls function_call annotations");
  private static final Set<String> TOOL = Fields.names("role content tool_call_id");

  private final List<Seen> seen = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();
  private int replies;

  /// How often the model has replied.
  int replies() {
    return replies;
  }

  List<Seen> read(List<JsonNode> messages) {
    if (messages.isEmpty()) throw Refused.missing("messages");
    for (int i = 0; i < messages.size(); i++) {
      one(Fields.of("messages[" + i + "]", messages.get(i)));
    }
    allAnswered("messages");
    return seen;
  }

  private void one(Fields message) {
    String role = message.requiredOneOf("role", ROLES);
    if (!role.equals("tool")) allAnswered(message.path());
    switch (role) {
      case "assistant" -> assistant(message.only(ASSISTANT));
      case "tool" -> tool(message.only(TOOL));
      default -> {
        List<String> parts =
            role.equals("user")
                ? List.of("text", "image_url", "input_audio", "file")
                : List.of("text");
        String text = Contents.text(message.only(PLAIN), "content", parts);
        seen.add(new Seen.Said(role, text));
      }
    }
  }

  private void assistant(Fields message) {
    replies++;
    if (message.has("function_call") || message.has("audio")) {
      throw Refused.notHere(message.path(), "such assistant message");
    }
    List<JsonNode> calls = message.list("tool_calls");
    if (message.has("tool_calls") && calls.isEmpty()) {
      throw Refused.invalid(
          "empty_array",
          message.at("tool_calls"),
          "Invalid '"
              + message.at("tool_calls")
              + "': empty array. Expected an array with minimum length 1, but got an empty array"
              + " instead.");
    }
    boolean says = message.has("content") || (calls.isEmpty() && !message.has("refusal"));
    String text = says ? Contents.text(message, "content", List.of("text", "refusal")) : "";
    String said = text + message.text("refusal").orElse("");
    if (!said.isEmpty() || calls.isEmpty()) seen.add(new Seen.Said("assistant", said));
    for (int i = 0; i < calls.size(); i++) {
      call(Fields.of(message.at("tool_calls") + "[" + i + "]", calls.get(i)));
    }
  }

  private void call(Fields call) {
    call.only(Fields.names("id type function"));
    call.requiredOneOf("type", List.of("function"));
    String id = call.text("id", 64).orElseThrow(() -> Refused.missing(call.at("id")));
    Fields function = call.requiredObject("function").only(Set.of("name", "arguments"));
    String name = function.requiredText("name");
    if (!name.matches("[a-zA-Z0-9_-]+")) throw Tools.pattern(function.at("name"));
    if (!open.add(id)) {
      throw Refused.invalid("", call.at("id"), "Duplicate value for 'tool_call_id': " + id + ".");
    }
    seen.add(new Seen.Called(id, name, function.requiredText("arguments")));
  }

  private void tool(Fields message) {
    String id = message.requiredText("tool_call_id");
    if (!open.remove(id)) {
      throw Refused.invalid(
          "",
          message.path(),
          "Invalid parameter: messages with role 'tool' must be a response to a preceeding message"
              + " with 'tool_calls'.");
    }
    seen.add(new Seen.CameTo(id, Contents.text(message, "content", List.of("text"))));
  }

  private void allAnswered(String param) {
    if (open.isEmpty()) return;
    throw Refused.invalid(
        "",
        param,
        "An assistant message with 'tool_calls' must be followed by tool messages responding to"
            + " each 'tool_call_id'. The following tool_call_ids did not have response messages: "
            + String.join(", ", open));
  }
}
