package frontdesk.adapters.openai;

import frontdesk.conversation.Call;
import frontdesk.conversation.Json;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelRequest;
import tools.jackson.core.JsonGenerator;

/// Writes a request to the Responses API. The provider stores nothing: the whole history is sent,
/// with the items of earlier replies as it wrote them.
final class ResponsesRequest {
  private final JsonGenerator json;
  private final ModelRequest request;
  private final String model;
  private final String made;
  private final CallIds callIds = new CallIds();

  /// @param made names the model whose own items are sent back
  ResponsesRequest(JsonGenerator json, ModelRequest request, String model, String made) {
    this.json = json;
    this.request = request;
    this.model = model;
    this.made = made;
  }

  void write(Prefixes.Prefix prefix, Identity identity, boolean stream) {
    json.writeStartObject();
    json.writeStringProperty("model", model);
    if (!request.instructions().isEmpty()) {
      json.writeName("instructions").writeString(prefix.instructions());
    }
    prefix.writeTools(json);
    prefix.format().ifPresent(this::format);
    sampling();
    json.writeBooleanProperty("store", false);
    identity.write(json, request.conversation());
    if (stream) json.writeBooleanProperty("stream", true);
    input();
    json.writeEndObject();
  }

  private void format(StrictSchema schema) {
    json.writeObjectPropertyStart("text");
    json.writeObjectPropertyStart("format");
    json.writeStringProperty("type", "json_schema");
    json.writeStringProperty("name", "reply");
    Prefixes.schema(json, "schema", schema);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void sampling() {
    Sampling sampling = Sampling.of(request.wishes(), model);
    if (sampling.effort().isPresent()) {
      json.writeObjectPropertyStart("reasoning");
      json.writeStringProperty("effort", sampling.effort().get());
      json.writeEndObject();
    }
    if (sampling.reasons()) {
      json.writeArrayPropertyStart("include");
      json.writeString("reasoning.encrypted_content");
      json.writeEndArray();
    }
    sampling.writeTemperature(json);
    json.writeNumberProperty("max_output_tokens", request.wishes().replyTokens());
  }

  private void input() {
    json.writeArrayPropertyStart("input");
    for (Message message : request.messages()) {
      switch (message) {
        case Customer(var text) -> said("user", text);
        case Assistant reply when reply.made().model().equals(made) && callIds.replays(reply) ->
            items(reply);
        case Assistant reply -> anew(reply);
        case ToolSaid outcome -> outcome(outcome);
        case Note(var text) -> said("developer", text);
      }
    }
    said("developer", Tail.of(request));
    json.writeEndArray();
  }

  private void items(Assistant reply) {
    for (Json item : reply.made().items()) json.writeRawValue(item.text());
  }

  private void anew(Assistant reply) {
    if (!reply.text().isEmpty()) said("assistant", reply.text());
    for (Call call : reply.calls()) {
      json.writeStartObject();
      json.writeStringProperty("type", "function_call");
      json.writeStringProperty("call_id", callIds.tellAnew(call));
      json.writeStringProperty("name", ToldAnew.name(call));
      json.writeStringProperty("arguments", ToldAnew.arguments(call));
      json.writeEndObject();
    }
  }

  private void outcome(ToolSaid outcome) {
    json.writeStartObject();
    json.writeStringProperty("type", "function_call_output");
    json.writeStringProperty("call_id", callIds.of(outcome.call()));
    json.writeStringProperty("output", Wire.clean(outcome.content()));
    json.writeEndObject();
  }

  private void said(String role, String text) {
    json.writeStartObject();
    json.writeStringProperty("type", "message");
    json.writeStringProperty("role", role);
    json.writeStringProperty("content", Wire.clean(text));
    json.writeEndObject();
  }
}
