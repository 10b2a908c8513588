package frontdesk.adapters.openai;

import com.openai.core.JsonValue;
import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.json.Jsons;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelRequest;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A conversation that the official client and we both tell.
final class SdkTalk {
  static final Json FORMAT =
      new Json("{\"type\":\"object\",\"properties\":{\"sum\":{\"type\":\"string\"}}}");
  static final ModelRequest REQUEST =
      Requests.of(
          List.of(
              new Customer("Is คำ 9 free?"),
              new Assistant(
                  "Looking",
                  List.of(call("1.0", "find_slots"), call("1.1", "note")),
                  List.of(),
                  Made.UNKNOWN),
              new ToolSaid(new CallId("1.0"), "find_slots", "[\"9:00\"]"),
              new ToolSaid(new CallId("1.1"), "note", "{\"done\":true}"),
              new Assistant("", List.of(call("2.0", "note")), List.of(), Made.UNKNOWN),
              new ToolSaid(new CallId("2.0"), "note", "{}"),
              new Assistant("Yes, it is.", List.of(), List.of("day"), Made.UNKNOWN),
              new Note("The customer pressed stop."),
              new Customer("Thanks")),
          List.of(Requests.SLOTS, Requests.FREE),
          Provider.HELLO.wishes(),
          Optional.of(FORMAT));

  private SdkTalk() {}

  /// What is ours on purpose is left out: the official client leaves it to its user.
  static JsonNode ours(Api api) {
    ObjectNode sent = Jsons.parseObject(Bytes.of(api, REQUEST));
    sent.remove("prompt_cache_key");
    sent.remove("safety_identifier");
    return sent;
  }

  static JsonValue value(JsonNode node) {
    return JsonValue.from(Jsons.MAPPER.convertValue(node, Object.class));
  }

  static Call call(String id, String tool) {
    return new Call(new CallId(id), tool, "{\"day\":\"2026-11-22\"}");
  }

  static String wire(CallId id) {
    return id.value().replace('.', '_');
  }
}
