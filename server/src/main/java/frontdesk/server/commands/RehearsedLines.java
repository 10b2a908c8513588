package frontdesk.server.commands;

import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.engine.Deadline;
import frontdesk.json.InvalidJson;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.ModelRequest;
import frontdesk.model.ModelRequest.Form;
import frontdesk.model.Wishes;
import frontdesk.tool.ToolSpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the tools and the lines of `rehearse`. What cannot be used is told with its field.
final class RehearsedLines {
  private static final Set<String> CUSTOMERS = Set.of("user", "customer");

  private RehearsedLines() {}

  /// @throws InvalidJson one line that names the tool and the field
  static List<ToolSpec> tools(String text) {
    JsonNode all = Jsons.parse(text);
    if (!all.isArray()) throw new InvalidJson("must be an array of tools");
    var tools = new ArrayList<ToolSpec>();
    var names = new HashSet<String>();
    for (int i = 0; i < all.size(); i++) {
      ToolSpec tool = tool(all.get(i), "[" + i + "]");
      if (!names.add(tool.name())) throw new InvalidJson("[" + i + "].name: is there twice");
      tools.add(tool);
    }
    return tools;
  }

  private static ToolSpec tool(JsonNode tool, String at) {
    if (!tool.isObject()) throw new InvalidJson(at + ": must be an object");
    Json parameters = schema(tool.path("parameters"), at + ".parameters");
    List<String> examples = texts(tool.path("examples"), at + ".examples");
    String name = required(tool, "name", at + ".");
    String description = text(tool, "description", "", at + ".");
    try {
      return ToolSpec.look(name, description, parameters, Duration.ofSeconds(1)).like(examples);
    } catch (IllegalArgumentException e) {
      throw new InvalidJson(at + ".name: must be of the form [A-Za-z0-9_-]{1,64}");
    }
  }

  private static Json schema(JsonNode parameters, String at) {
    if (parameters.isMissingNode()) return new Json("{\"type\":\"object\",\"properties\":{}}");
    if (!parameters.isObject()) throw new InvalidJson(at + ": must be a JSON Schema of an object");
    try {
      JsonSchema.of(parameters);
      return Jsons.json(parameters);
    } catch (IllegalArgumentException e) {
      throw new InvalidJson(at + ": is " + e.getMessage());
    }
  }

  /// The request that a line makes.
  ///
  /// @param clock the time where the line says none
  /// @throws InvalidJson one line that names the field
  static ModelRequest request(List<ToolSpec> tools, String text, Instant clock) {
    ObjectNode line = Jsons.parseObject(text);
    List<Message> messages = before(line.path("before"));
    List<Form> forms = asked(tools, line.path("asked"));
    forms.forEach(form -> ask(messages, form.missing()));
    messages.add(new Message.Customer(required(line, "text", "")));
    return new ModelRequest(
        "rehearse",
        "",
        tools,
        messages,
        forms,
        text(line, "locale", "en", ""),
        zone(line),
        now(line, clock),
        "rehearse",
        Wishes.NONE,
        Optional.empty(),
        false,
        new Deadline(Long.MAX_VALUE));
  }

  private static List<Message> before(JsonNode before) {
    var messages = new ArrayList<Message>();
    if (!before.isMissingNode() && !before.isNull() && !before.isArray()) {
      throw new InvalidJson("before: must be an array of {role, text}");
    }
    for (int i = 0; i < before.size(); i++) {
      String at = "before[" + i + "].";
      String role = required(before.get(i), "role", at);
      String said = text(before.get(i), "text", "", at);
      boolean assistant = role.equals("assistant");
      if (!assistant && !CUSTOMERS.contains(role)) {
        throw new InvalidJson(at + "role: must be user or assistant");
      }
      messages.add(
          assistant
              ? new Message.Assistant(said, List.of(), List.of(), Made.UNKNOWN)
              : new Message.Customer(said));
    }
    return messages;
  }

  /// What the question before the line asked for stands with the assistant's last words.
  private static void ask(List<Message> messages, List<String> fields) {
    if (!messages.isEmpty()
        && messages.getLast() instanceof Message.Assistant(var said, var calls, _, var made)) {
      messages.set(messages.size() - 1, new Message.Assistant(said, calls, fields, made));
    }
  }

  private static List<Form> asked(List<ToolSpec> tools, JsonNode asked) {
    if (asked.isMissingNode() || asked.isNull()) return List.of();
    String name = required(asked, "tool", "asked.");
    ToolSpec tool =
        tools.stream()
            .filter(spec -> spec.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InvalidJson("asked.tool: is none of the tools"));
    List<String> fields = texts(asked.path("fields"), "asked.fields");
    JsonNode properties = Jsons.parse(tool.parameters()).path("properties");
    for (String field : fields) {
      if (!properties.has(field)) throw new InvalidJson("asked.fields: the tool has no such field");
    }
    return List.of(new Form("asked", name, tool.parameters(), new Json("{}"), fields));
  }

  private static String zone(ObjectNode line) {
    String zone = text(line, "zone", "UTC", "");
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw new InvalidJson("zone: must be an IANA zone such as Asia/Bangkok");
    }
  }

  private static Instant now(ObjectNode line, Instant clock) {
    String now = text(line, "now", "", "");
    try {
      return now.isEmpty()
          ? clock
          : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(now, Instant::from);
    } catch (DateTimeException e) {
      throw new InvalidJson("now: must be a time with its offset such as 2026-11-23T09:00:00Z");
    }
  }

  private static String required(JsonNode object, String key, String at) {
    if (!object.has(key)) throw new InvalidJson(at + key + ": is missing, add it");
    return text(object, key, "", at);
  }

  private static String text(JsonNode object, String key, String otherwise, String at) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) return otherwise;
    if (!value.isString()) throw new InvalidJson(at + key + ": must be a text");
    return value.asString();
  }

  private static List<String> texts(JsonNode array, String at) {
    if (array.isMissingNode() || array.isNull()) return List.of();
    boolean texts = array.isArray() && array.valueStream().allMatch(JsonNode::isString);
    if (!texts) throw new InvalidJson(at + ": must be an array of texts");
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
