package frontdesk.sandbox.openai;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the body of `POST /v1/chat/completions`.
final class ChatBody {
  private static final Set<String> PARAMETERS =
      Fields.names(
          """
          audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens
          max_tokens messages metadata modalities model moderation n parallel_tool_calls prediction
          presence_penalty prompt_cache_key prompt_cache_options prompt_cache_retention
          reasoning_effort response_format safety_identifier seed service_tier stop store stream
          stream_options temperature tool_choice tools top_logprobs top_p user verbosity
          web_search_options
          """);
  private static final List<String> NOT_HERE =
      List.of("audio", "functions", "function_call", "moderation", "web_search_options");
  private static final List<String> SAMPLING =
      List.of("temperature", "top_p", "presence_penalty", "frequency_penalty");

  private ChatBody() {}

  /// Reads it.
  ///
  /// @throws Refused the provider would refuse it
  static Asked read(ObjectNode json) {
    Fields body = new Fields("", json).only(PARAMETERS);
    String model = Common.model(body);
    for (String name : NOT_HERE) {
      if (body.has(name)) throw Refused.notHere(name, "'" + name + "'");
    }
    Common.rest(body);
    body.object("stream_options")
        .ifPresent(o -> o.only(Set.of("include_usage", "include_obfuscation")));
    sampling(body, model);
    format(body);
    if (body.wholeFrom("n", 1).orElse(1) > 1) throw Refused.notHere("n", "second choice");
    OptionalInt outputMax = outputMax(body);
    List<String> tools = Tools.nested(body);
    withTools(body, tools);
    List<JsonNode> whole = body.list("messages");
    var messages = new ChatMessages();
    List<Seen> seen = messages.read(whole);
    return new Asked(
        Asked.Api.CHAT, model, json, seen, messages.replies(), tools, whole, outputMax);
  }

  private static OptionalInt outputMax(Fields body) {
    OptionalInt old = body.wholeFrom("max_tokens", 1);
    OptionalInt now = body.wholeFrom("max_completion_tokens", 1);
    return now.isPresent() ? now : old;
  }

  private static void sampling(Fields body, String model) {
    body.decimal("presence_penalty", -2, 2);
    body.decimal("frequency_penalty", -2, 2);
    body.oneOf("reasoning_effort", Common.EFFORTS);
    body.oneOf("verbosity", Common.VERBOSITIES);
    if (!Catalogue.reasons(model)) {
      if (body.has("reasoning_effort")) throw Refused.unsupported("reasoning_effort");
      return;
    }
    if (body.has("max_tokens")) {
      throw Refused.invalid(
          "unsupported_parameter",
          "max_tokens",
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
              + " 'max_completion_tokens' instead.");
    }
    // Only what thinks cannot be steered by sampling.
    if (body.text("reasoning_effort").filter(Common.NO_EFFORT::equals).isPresent()) return;
    for (String name : SAMPLING) refuseUnlessUsual(body, name);
    for (String name : List.of("logprobs", "top_logprobs", "logit_bias")) {
      if (body.has(name)) throw Refused.unsupported(name);
    }
  }

  private static void refuseUnlessUsual(Fields body, String name) {
    double usual = name.endsWith("penalty") ? 0 : 1;
    Optional<JsonNode> value = body.any(name);
    if (value.isEmpty() || value.get().asDouble() == usual) return;
    throw Refused.invalid(
        "unsupported_value",
        name,
        "Unsupported value: '%s' does not support %s with this model. Only the default (%s) value is supported."
            .formatted(name, value.get(), (int) usual));
  }

  private static void format(Fields body) {
    Optional<Fields> format = body.object("response_format");
    if (format.isEmpty()) return;
    format.get().only(Set.of("type", "json_schema"));
    String type = format.get().requiredOneOf("type", List.of("json_object", "json_schema", "text"));
    if (!type.equals("json_schema")) return;
    Fields schema = format.get().requiredObject("json_schema");
    Common.schema(schema.only(Fields.names("name schema strict description")), "response_format");
  }

  private static void withTools(Fields body, List<String> tools) {
    if (!tools.isEmpty()) return;
    for (String name : List.of("tool_choice", "parallel_tool_calls")) {
      if (body.has(name)) throw Tools.withoutTools(name);
    }
  }
}
