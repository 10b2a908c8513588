package frontdesk.adapters.openai;

import frontdesk.model.ModelRequest;
import tools.jackson.core.JsonGenerator;

/// Chat Completions. All that it says can be told from a reply's text and calls, so no items are
/// kept.
final class Chat implements Dialect {
  private final Prefixes prefixes = new Prefixes(Chat::tool);
  private final OpenAiSettings settings;
  private final Identity identity;

  Chat(OpenAiSettings settings) {
    this.settings = settings;
    this.identity = new Identity(settings);
  }

  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public String made(String model) {
    return "openai-chat:" + settings.named(model);
  }

  @Override
  public byte[] request(ModelRequest request, String model, boolean stream) {
    Prefixes.Prefix prefix = prefixes.of(request);
    return Wire.written(
        json -> new ChatRequest(json, request, model).write(prefix, identity, stream));
  }

  @Override
  public Reading reading(Draft draft) {
    return new ChatReading(draft);
  }

  private static void tool(JsonGenerator json, Prefixes.Tool tool) {
    json.writeStartObject();
    json.writeStringProperty("type", "function");
    json.writeObjectPropertyStart("function");
    json.writeStringProperty("name", tool.spec().name());
    json.writeStringProperty("description", Wire.clean(tool.spec().description()));
    Prefixes.schema(json, "parameters", tool.parameters());
    json.writeEndObject();
    json.writeEndObject();
  }
}
