package frontdesk.bench;

import frontdesk.bench.peers.Places;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry.Ending;
import frontdesk.edge.JdkHttp;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.tool.ToolSpec;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A provider's chat completions in one piece, tried once: the least with which a turn can be
/// measured.
final class PlainProvider implements ChatModel {
  private static final int BYTES_MAX = 4 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Headers HEADERS =
      Headers.of("Content-Type", "application/json").with("Authorization", "Bearer bench");

  private final HttpHandler provider;

  PlainProvider(Places places) {
    this.provider = JdkHttp.client(places.provider(), PATIENCE, PATIENCE);
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    var body = Body.of(Jsons.MAPPER.writeValueAsBytes(body(request)));
    var asked = new Request("POST", "/chat/completions", "", HEADERS, body, "", request.deadline());
    try (Response response = provider.handle(asked)) {
      byte[] answer = response.body().bytes(BYTES_MAX);
      return switch (response.status()) {
        case 200 -> reply(Jsons.MAPPER.readTree(answer).path("choices").path(0));
        case 429 -> throw failed(Kind.RATE_LIMITED, response.status());
        default -> throw failed(Kind.OVERLOADED, response.status());
      };
    } catch (UncheckedIOException e) {
      throw new ModelException(Kind.TIMEOUT, "the provider did not answer", Optional.empty());
    }
  }

  private static ModelException failed(Kind kind, int status) {
    return new ModelException(kind, "the provider answered " + status, Optional.empty());
  }

  private static ObjectNode body(ModelRequest request) {
    ObjectNode body = Jsons.object().put("model", "bench");
    ArrayNode messages = body.putArray("messages");
    messages.add(message("system", request.instructions()));
    for (Message message : request.messages()) messages.add(message(message));
    ArrayNode tools = body.putArray("tools");
    for (ToolSpec spec : request.tools()) {
      ObjectNode function = tools.addObject().put("type", "function").putObject("function");
      function.put("name", spec.name()).put("description", spec.description());
      function.set("parameters", Jsons.parse(spec.parameters()));
    }
    return body;
  }

  private static ObjectNode message(Message message) {
    return switch (message) {
      case Message.Customer(var text) -> message("user", text);
      case Message.Note(var text) -> message("system", text);
      case Message.ToolSaid(var call, _, var content) ->
          message("tool", content).put("tool_call_id", call.value());
      case Message.Assistant said -> {
        ObjectNode assistant = message("assistant", said.text());
        if (!said.calls().isEmpty()) assistant.set("tool_calls", calls(said));
        yield assistant;
      }
    };
  }

  private static ArrayNode calls(Message.Assistant said) {
    ArrayNode calls = Jsons.array();
    for (Call call : said.calls()) {
      ObjectNode function =
          calls
              .addObject()
              .put("id", call.id().value())
              .put("type", "function")
              .putObject("function");
      function.put("name", call.tool()).put("arguments", call.arguments());
    }
    return calls;
  }

  private static ObjectNode message(String role, String content) {
    return Jsons.object().put("role", role).put("content", content);
  }

  private static ModelReply reply(JsonNode choice) {
    JsonNode message = choice.path("message");
    var calls = new ArrayList<AskedCall>();
    for (JsonNode call : message.path("tool_calls")) {
      JsonNode function = call.path("function");
      calls.add(
          new AskedCall(
              call.path("id").asString(""),
              function.path("name").asString(""),
              function.path("arguments").asString("")));
    }
    return new ModelReply(message.path("content").asString(""), calls, Ending.COMPLETE);
  }
}
