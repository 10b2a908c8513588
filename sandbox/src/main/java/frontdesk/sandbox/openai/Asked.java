package frontdesk.sandbox.openai;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A request that the provider would take, read.
///
/// @param body as it came
/// @param seen what the model sees, oldest first
/// @param replies how often the model has replied in it
/// @param tools their names
/// @param whole items that the response goes on from: with those of a previous response
/// @param outputMax most tokens of the answer
record Asked(
    Api api,
    String model,
    ObjectNode body,
    List<Seen> seen,
    int replies,
    List<String> tools,
    List<JsonNode> whole,
    OptionalInt outputMax) {

  /// Which of the two.
  enum Api {
    RESPONSES("response"),
    CHAT("completion");

    private final String effect;

    Api(String effect) {
      this.effect = effect;
    }

    String effect() {
      return effect;
    }
  }

  Asked {
    seen = List.copyOf(seen);
    tools = List.copyOf(tools);
    whole = List.copyOf(whole);
  }

  boolean streamed() {
    return body.path("stream").asBoolean(false);
  }

  boolean obfuscated() {
    return body.path("stream_options").path("include_obfuscation").asBoolean(true);
  }

  /// Whether the model thinks before it answers this.
  boolean reasons() {
    String nested = body.path("reasoning").path("effort").asString("");
    String effort = body.path("reasoning_effort").asString(nested);
    return Catalogue.reasons(model) && !effort.equals(Common.NO_EFFORT);
  }

  /// For whom it was asked, as far as the request says.
  String caller() {
    for (String name : List.of("prompt_cache_key", "safety_identifier", "user")) {
      String key = body.path(name).asString("");
      if (!key.isEmpty()) return key;
    }
    return "";
  }

  /// What the provider's cache compares: everything the model reads, in the order it reads it.
  byte[] prompt() {
    var text = new StringBuilder(model).append('\n');
    for (String name : List.of("tools", "functions", "instructions", "text", "response_format")) {
      if (body.has(name)) text.append(body.get(name)).append('\n');
    }
    whole.forEach(item -> text.append(item).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
