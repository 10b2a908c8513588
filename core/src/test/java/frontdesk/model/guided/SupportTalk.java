package frontdesk.model.guided;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.engine.Deadline;
import frontdesk.json.Jsons;
import frontdesk.json.Yaml;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.tool.ToolSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays the runtime for the support agent's own files: merges what the model notes, hands over.
final class SupportTalk {
  private static final int STEPS_MAX = 6;
  private static final JsonNode AGENT = agent();

  final ObjectNode known = Jsons.object();
  final List<Message> messages = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  private final ChatModel model = new GuidedModel();
  private final String locale;
  private String agent = "support";

  SupportTalk(String locale) {
    this.locale = locale;
  }

  /// One turn: what the customer is told in the end.
  String say(String... texts) {
    for (String text : texts) messages.add(new Message.Customer(text));
    for (int step = 0; step < STEPS_MAX; step++) {
      var streamed = new StringBuilder();
      ModelReply reply = model.reply(request(), streamed::append);
      if (!streamed.toString().equals(reply.text())) throw new AssertionError("streamed otherwise");
      if (reply.calls().isEmpty()) {
        messages.add(new Message.Assistant(reply.text(), List.of(), missing(), Made.UNKNOWN));
        return reply.text();
      }
      run(reply);
    }
    throw new AssertionError("The model does not come to an end: " + calls);
  }

  String known(String name) {
    return known.path(name).asString("");
  }

  List<String> missing() {
    return AGENT
        .at("/facts/required")
        .valueStream()
        .map(JsonNode::asString)
        .filter(name -> known(name).isEmpty())
        .toList();
  }

  private void run(ModelReply reply) {
    AskedCall asked = reply.calls().getFirst();
    calls.add(asked.tool() + " " + asked.arguments());
    var call = new Call(new CallId("c" + calls.size()), asked.tool(), asked.arguments());
    messages.add(new Message.Assistant(reply.text(), List.of(call), List.of(), Made.UNKNOWN));
    String outcome =
        asked.tool().equals("hand_over") ? handOver() : note(Jsons.parseObject(asked.arguments()));
    messages.add(new Message.ToolSaid(call.id(), asked.tool(), outcome));
  }

  private String note(ObjectNode values) {
    values.properties().forEach(p -> known.set(p.getKey(), p.getValue()));
    return "{\"noted\":true}";
  }

  private String handOver() {
    agent = "closer";
    ObjectNode outcome = Jsons.object().put("ticket", "T-1001");
    outcome.set("facts", known.deepCopy());
    ArrayNode steps = Jsons.array();
    AGENT.at("/business/next_steps/" + locale).forEach(steps::add);
    outcome.set("next_steps", steps);
    return Jsons.json(outcome).text();
  }

  ModelRequest request() {
    var tools = new ArrayList<ToolSpec>();
    tools.add(look("note_facts", "{\"type\":\"object\"}"));
    if (agent.equals("support")) {
      tools.add(look("hand_over", "{\"properties\":{\"to\":{\"enum\":[\"closer\"]}}}"));
    }
    var form =
        new ModelRequest.Form(
            "", "note_facts", Jsons.json(AGENT.path("facts")), Jsons.json(known), missing());
    return new ModelRequest(
        agent,
        "",
        tools,
        messages,
        List.of(form),
        locale,
        "UTC",
        Instant.EPOCH,
        "c",
        Wishes.NONE,
        Optional.empty(),
        false,
        new Deadline(0));
  }

  private static ToolSpec look(String name, String parameters) {
    return ToolSpec.look(name, name, new Json(parameters), Duration.ofSeconds(1));
  }

  private static JsonNode agent() {
    var file = Path.of("../agents/src/main/resources/agents/support/agent.yaml");
    try {
      return Yaml.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
