package frontdesk.sandbox.openai;

import frontdesk.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the body of `POST /v1/responses`.
final class ResponsesBody {
  private static final Set<String> PARAMETERS =
      Fields.names(
          """
          background context_management conversation include input instructions max_output_tokens
          max_tool_calls metadata model moderation parallel_tool_calls previous_response_id prompt
          prompt_cache_key prompt_cache_options prompt_cache_retention reasoning safety_identifier
          service_tier store stream stream_options temperature text tool_choice tools top_logprobs
          top_p truncation user
          """);
  private static final List<String> INCLUDES =
      List.of(
          "file_search_call.results",
          "web_search_call.results",
          "web_search_call.action.sources",
          "message.input_image.image_url",
          "computer_call_output.output.image_url",
          "code_interpreter_call.outputs",
          "reasoning.encrypted_content",
          "message.output_text.logprobs");
  static final String SEALED = "reasoning.encrypted_content";
  private static final int OUTPUT_TOKENS_MIN = 16;

  private final Given given;

  ResponsesBody(Given given) {
    this.given = given;
  }

  /// Reads it.
  ///
  /// @throws Refused the provider would refuse it
  Asked read(ObjectNode json) {
    Fields body = new Fields("", json).only(PARAMETERS);
    String model = Common.model(body);
    notHere(body);
    Common.rest(body);
    body.text("instructions");
    body.object("stream_options").ifPresent(o -> o.only(Set.of("include_obfuscation")));
    reasoning(body, model);
    text(body);
    var outputMax = body.wholeFrom("max_output_tokens", OUTPUT_TOKENS_MIN);
    List<String> tools = Tools.flat(body);
    List<JsonNode> whole = whole(body);
    var items = new InputItems(given);
    var seen = new ArrayList<Seen>();
    body.text("instructions").ifPresent(text -> seen.add(new Seen.Said("instructions", text)));
    seen.addAll(items.read(whole));
    return new Asked(
        Asked.Api.RESPONSES, model, json, seen, items.replies(), tools, whole, outputMax);
  }

  private static void notHere(Fields body) {
    if (body.has("previous_response_id") && body.has("conversation")) {
      throw Refused.invalid(
          "mutually_exclusive_parameters",
          "previous_response_id",
          "Mutually exclusive parameters: 'previous_response_id' and 'conversation'. Please provide"
              + " one or the other.");
    }
    for (String name : List.of("conversation", "prompt", "moderation", "context_management")) {
      if (body.has(name)) throw Refused.notHere(name, "'" + name + "'");
    }
    if (body.flag("background", false)) throw Refused.notHere("background", "background mode");
  }

  private static void reasoning(Fields body, String model) {
    Optional<Fields> reasoning = body.object("reasoning");
    reasoning.ifPresent(
        r -> {
          r.only(Fields.names("mode effort summary context generate_summary"));
          r.oneOf("effort", Common.EFFORTS);
        });
    for (JsonNode include : body.list("include")) {
      String name = include.asString("");
      if (!INCLUDES.contains(name)) throw Fields.value("include", name, INCLUDES);
      if (name.equals(SEALED) && !Catalogue.reasons(model)) {
        throw Refused.invalid("", "include", "Encrypted content is not supported with this model.");
      }
    }
    if (!Catalogue.reasons(model)) {
      if (reasoning.filter(r -> r.has("effort")).isPresent()) {
        throw Refused.unsupported("reasoning.effort");
      }
      return;
    }
    // Only what thinks cannot be steered by sampling.
    if (reasoning.flatMap(r -> r.text("effort")).filter(Common.NO_EFFORT::equals).isPresent())
      return;
    for (String name : List.of("temperature", "top_p", "top_logprobs")) {
      if (body.has(name)) throw Refused.unsupported(name);
    }
  }

  private static void text(Fields body) {
    Optional<Fields> text = body.object("text");
    if (text.isEmpty()) return;
    text.get().only(Set.of("format", "verbosity")).oneOf("verbosity", Common.VERBOSITIES);
    Optional<Fields> format = text.get().object("format");
    if (format.isEmpty()) return;
    format.get().only(Fields.names("type name schema strict description"));
    List<String> types = List.of("json_object", "json_schema", "text");
    String type = format.get().requiredOneOf("type", types);
    if (type.equals("json_schema")) Common.schema(format.get(), "text.format.schema");
  }

  /// The input, behind what a previous response has kept.
  private List<JsonNode> whole(Fields body) {
    JsonNode input = body.any("input").orElseThrow(() -> Refused.missing("input"));
    var whole = new ArrayList<JsonNode>();
    body.text("previous_response_id").ifPresent(id -> whole.addAll(given.history(id)));
    if (input.isString()) {
      whole.add(Jsons.object().put("role", "user").put("content", input.asString()));
    } else if (input.isArray()) {
      whole.addAll(input.values());
    } else {
      throw Fields.type("input", "a string or an array of items", input);
    }
    return whole;
  }
}
