package frontdesk.adapters.openai;

import frontdesk.conversation.Call;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelRequest;
import tools.jackson.core.JsonGenerator;

/// Writes a request for a chat completion. What the server itself says has the role `system`, as
/// many compatible servers know no `developer`.
final class ChatRequest {
  private final JsonGenerator json;
  private final ModelRequest request;
  private final String model;
  private final CallIds callIds = new CallIds();

  ChatRequest(JsonGenerator json, ModelRequest request, String model) {
    this.json = json;
    this.request = request;
    this.model = model;
  }

  void write(Prefixes.Prefix prefix, Identity identity, boolean stream) {
    json.writeStartObject();
    json.writeStringProperty("model", model);
    prefix.writeTools(json);
    prefix.format().ifPresent(this::format);
    sampling();
    identity.write(json, request.conversation());
    if (stream) {
      json.writeBooleanProperty("stream", true);
      json.writeObjectPropertyStart("stream_options");
      json.writeBooleanProperty("include_usage", true);
      json.writeEndObject();
    }
    messages(prefix);
    json.writeEndObject();
  }

  private void format(StrictSchema schema) {
    json.writeObjectPropertyStart("response_format");
    json.writeStringProperty("type", "json_schema");
    json.writeObjectPropertyStart("json_schema");
    json.writeStringProperty("name", "reply");
    Prefixes.schema(json, "schema", schema);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void sampling() {
    Sampling sampling = Sampling.of(request.wishes(), model);
    if (sampling.effort().isPresent()) {
      json.writeStringProperty("reasoning_effort", sampling.effort().get());
    }
    sampling.writeTemperature(json);
    json.writeNumberProperty("max_completion_tokens", request.wishes().replyTokens());
  }

  private void messages(Prefixes.Prefix prefix) {
    json.writeArrayPropertyStart("messages");
    if (!request.instructions().isEmpty()) {
      json.writeStartObject();
      json.writeStringProperty("role", "system");
      json.writeName("content").writeString(prefix.instructions());
      json.writeEndObject();
    }
    for (Message message : request.messages()) {
      switch (message) {
        case Customer(var text) -> said("user", text);
        case Assistant reply -> replied(reply);
        case ToolSaid outcome -> outcome(outcome);
        case Note(var text) -> said("system", text);
      }
    }
    said("system", Tail.of(request));
    json.writeEndArray();
  }

  private void replied(Assistant reply) {
    if (reply.calls().isEmpty()) {
      said("assistant", reply.text());
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("role", "assistant");
    json.writeName("content");
    if (reply.text().isEmpty()) json.writeNull();
    else json.writeString(Wire.clean(reply.text()));
    json.writeArrayPropertyStart("tool_calls");
    reply.calls().forEach(this::call);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void call(Call call) {
    json.writeStartObject();
    json.writeStringProperty("id", callIds.tellAnew(call));
    json.writeStringProperty("type", "function");
    json.writeObjectPropertyStart("function");
    json.writeStringProperty("name", ToldAnew.name(call));
    json.writeStringProperty("arguments", ToldAnew.arguments(call));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void outcome(ToolSaid outcome) {
    json.writeStartObject();
    json.writeStringProperty("role", "tool");
    json.writeStringProperty("tool_call_id", callIds.of(outcome.call()));
    json.writeStringProperty("content", Wire.clean(outcome.content()));
    json.writeEndObject();
  }

  private void said(String role, String text) {
    json.writeStartObject();
    json.writeStringProperty("role", role);
    json.writeStringProperty("content", Wire.clean(text));
    json.writeEndObject();
  }
}
