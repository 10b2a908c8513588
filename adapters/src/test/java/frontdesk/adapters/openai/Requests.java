package frontdesk.adapters.openai;

import frontdesk.conversation.Json;
import frontdesk.engine.Deadline;
import frontdesk.http.Secret;
import frontdesk.model.Message;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.tool.ToolSpec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Requests of one conversation.
final class Requests {
  static final String MODEL = "gpt-6-luna";
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final ToolSpec SLOTS =
      look(
          "find_slots",
          """
          {"type":"object","required":["day"],"properties":{
            "day":{"type":"string","format":"date","x-ask":{"en":"Which day?"}},
            "seats":{"type":"integer","minimum":1}}}
          """);
  static final ToolSpec FREE =
      look("note", "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}");

  private Requests() {}

  static ToolSpec look(String name, String schema) {
    return ToolSpec.look(name, "Does " + name + ".", new Json(schema), Duration.ofSeconds(1));
  }

  static ModelRequest of(Message... messages) {
    return of(List.of(messages), List.of(SLOTS, FREE));
  }

  static ModelRequest of(List<Message> messages, List<ToolSpec> tools) {
    return of(messages, tools, Wishes.NONE, Optional.empty());
  }

  static ModelRequest of(
      List<Message> messages, List<ToolSpec> tools, Wishes wishes, Optional<Json> format) {
    return new ModelRequest(
        "test",
        "Be kind. สุภาพ",
        tools,
        messages,
        List.of(
            new ModelRequest.Form(
                "", "note", Json.EMPTY, new Json("{\"a\":1}"), List.of("b", "c"))),
        "th",
        "Asia/Bangkok",
        NOW,
        "line:1:77",
        wishes,
        format,
        true,
        new Deadline(Duration.ofSeconds(60).toNanos()));
  }

  static Wishes wishes(Optional<Double> temperature, Optional<String> effort) {
    return new Wishes(Optional.empty(), temperature, effort, 4_096, false);
  }

  static OpenAiSettings settings(OpenAiSettings.Api api, boolean stream) {
    return settings("https://api.openai.com/v1", "sk-1", api, stream);
  }

  static OpenAiSettings settings(String url, String key, OpenAiSettings.Api api, boolean stream) {
    return new OpenAiSettings(
        URI.create(url),
        api,
        MODEL,
        key.isEmpty() ? Optional.empty() : Optional.of(new Secret(key)),
        Optional.empty(),
        Optional.empty(),
        stream ? OpenAiSettings.Stream.ALWAYS : OpenAiSettings.Stream.NEVER);
  }
}
