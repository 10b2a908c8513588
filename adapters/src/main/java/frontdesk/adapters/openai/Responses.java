package frontdesk.adapters.openai;

import frontdesk.model.ModelRequest;
import tools.jackson.core.JsonGenerator;

/// The Responses API.
final class Responses implements Dialect {
  private final Prefixes prefixes = new Prefixes(Responses::tool);
  private final OpenAiSettings settings;
  private final Identity identity;

  Responses(OpenAiSettings settings) {
    this.settings = settings;
    this.identity = new Identity(settings);
  }

  @Override
  public String path() {
    return "/responses";
  }

  @Override
  public String made(String model) {
    return "openai:" + settings.named(model);
  }

  @Override
  public byte[] request(ModelRequest request, String model, boolean stream) {
    Prefixes.Prefix prefix = prefixes.of(request);
    return Wire.written(
        json ->
            new ResponsesRequest(json, request, model, made(model))
                .write(prefix, identity, stream));
  }

  @Override
  public Reading reading(Draft draft) {
    return new ResponsesReading(draft);
  }

  private static void tool(JsonGenerator json, Prefixes.Tool tool) {
    json.writeStartObject();
    json.writeStringProperty("type", "function");
    json.writeStringProperty("name", tool.spec().name());
    json.writeStringProperty("description", Wire.clean(tool.spec().description()));
    Prefixes.schema(json, "parameters", tool.parameters());
    json.writeEndObject();
  }
}
