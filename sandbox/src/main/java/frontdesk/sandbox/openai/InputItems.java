package frontdesk.sandbox.openai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the items of a Responses input, and refuses a history that the provider refuses.
final class InputItems {
  private static final Set<String> MESSAGE = Fields.names("type id role content status phase");
  private static final Set<String> CALL =
      Fields.names("type id call_id name arguments status namespace caller");
  private static final Set<String> OUTPUT =
      Fields.names("type id call_id output status name namespace caller");
  private static final Set<String> REASONING =
      Fields.names("type id summary content encrypted_content status");
  private static final List<String> TYPES =
      List.of("message", "function_call", "function_call_output", "reasoning");
  private static final List<String> STATUSES = List.of("in_progress", "completed", "incomplete");
  private static final int CALL_ID_MAX = 64;
  private static final int OUTPUT_MAX = 10_485_760;

  private final Given given;
  private final List<Seen> seen = new ArrayList<>();
  private final Map<String, Boolean> answered = new LinkedHashMap<>();
  private int replies;

  InputItems(Given given) {
    this.given = given;
  }

  /// How often the model has replied: runs of items that it made.
  int replies() {
    return replies;
  }

  List<Seen> read(List<JsonNode> input) {
    var items = new ArrayList<Fields>();
    for (JsonNode item : input) items.add(Fields.of("input[" + items.size() + "]", item));
    boolean own = false;
    for (int i = 0; i < items.size(); i++) {
      Seen one = one(items.get(i));
      new Thoughts(given).check(items, i);
      if (Seen.isOwn(one) && !own) replies++;
      own = Seen.isOwn(one);
      seen.add(one);
    }
    for (var call : answered.entrySet()) {
      if (call.getValue()) continue;
      throw Refused.invalid(
          "", "input", "No tool output found for function call " + call.getKey() + ".");
    }
    return seen;
  }

  static String type(Fields item) {
    return item.has("role") && !item.has("type") ? "message" : item.requiredText("type");
  }

  private Seen one(Fields item) {
    String type = type(item);
    item.oneOf("status", STATUSES);
    return switch (type) {
      case "message" -> message(item.only(MESSAGE));
      case "function_call" -> call(item.only(CALL));
      case "function_call_output" -> output(item.only(OUTPUT));
      case "reasoning" -> thought(item.only(REASONING));
      case "item_reference" -> throw notKept(item.requiredText("id"));
      default -> throw Fields.value(item.at("type"), type, TYPES);
    };
  }

  private static Seen message(Fields item) {
    String role = item.requiredOneOf("role", List.of("assistant", "system", "developer", "user"));
    item.oneOf("phase", List.of("commentary", "final_answer"));
    boolean own = role.equals("assistant");
    if (own) prefix(item, "msg");
    List<String> parts =
        own
            ? List.of("output_text", "refusal")
            : List.of("input_text", "input_image", "input_file");
    return new Seen.Said(role, Contents.text(item, "content", parts));
  }

  private Seen call(Fields item) {
    prefix(item, "fc");
    String id = callId(item);
    if (answered.putIfAbsent(id, false) != null) {
      throw Refused.invalid("", item.at("call_id"), "Duplicate function call id " + id + ".");
    }
    String name = item.requiredText("name");
    if (!name.matches("[a-zA-Z0-9_-]+")) throw Tools.pattern(item.at("name"));
    return new Seen.Called(id, name, item.requiredText("arguments"));
  }

  private Seen output(Fields item) {
    String id = callId(item);
    Boolean before = answered.put(id, true);
    if (before == null) {
      throw Refused.invalid(
          "", "input", "No tool call found for function call output with call_id " + id + ".");
    }
    if (before) {
      throw Refused.invalid("", "input", "Duplicate function call output for call_id " + id + ".");
    }
    item.text("name");
    if (item.any("output").filter(JsonNode::isString).isPresent()) item.text("output", OUTPUT_MAX);
    List<String> parts = List.of("input_text", "input_image", "input_file");
    return new Seen.CameTo(id, Contents.text(item, "output", parts));
  }

  private static Seen thought(Fields item) {
    String id = item.requiredText("id");
    prefix(item, "rs");
    if (!item.node().has("summary")) throw Refused.missing(item.at("summary"));
    item.list("summary");
    String sealed = item.text("encrypted_content").orElseThrow(() -> notKept(id));
    if (sealed.equals(Thoughts.sealed(id))) return new Seen.Thought(id);
    throw Refused.invalid(
        "invalid_encrypted_content",
        item.at("encrypted_content"),
        "The encrypted content for item " + id + " could not be verified.");
  }

  private static String callId(Fields item) {
    String id =
        item.text("call_id", CALL_ID_MAX).orElseThrow(() -> Refused.missing(item.at("call_id")));
    if (!id.isEmpty()) return id;
    throw Refused.invalid(
        "empty_string",
        item.at("call_id"),
        "Invalid '"
            + item.at("call_id")
            + "': empty string. Expected a string with minimum length 1, but got an empty string"
            + " instead.");
  }

  private static void prefix(Fields item, String prefix) {
    String id = item.text("id", CALL_ID_MAX).orElse(prefix);
    if (id.startsWith(prefix)) return;
    throw Refused.invalid(
        "invalid_value",
        item.at("id"),
        "Invalid '%s': '%s'. Expected an ID that begins with '%s'."
            .formatted(item.at("id"), id, prefix));
  }

  private static Refused notKept(String id) {
    String message =
        "Item with id '"
            + id
            + "' not found. Items are not persisted when `store` is set to false. Try again with"
            + " `store` set to true, or remove this item from your input.";
    return new Refused(new Failure(404, Failure.INVALID, "", "input", message));
  }
}
