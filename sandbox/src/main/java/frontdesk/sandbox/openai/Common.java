package frontdesk.sandbox.openai;

import java.util.List;

/// What the bodies of both APIs have in common.
final class Common {
  static final String NO_EFFORT = "none";
  static final List<String> EFFORTS =
      List.of(NO_EFFORT, "minimal", "low", "medium", "high", "xhigh", "max");
  static final List<String> VERBOSITIES = List.of("low", "medium", "high");
  private static final int KEY_MAX = 64;
  private static final int PAIRS_MAX = 16;
  private static final int VALUE_MAX = 512;

  private Common() {}

  /// The model's name.
  static String model(Fields body) {
    return Catalogue.known(body.requiredText("model"));
  }

  static void rest(Fields body) {
    body.flag("stream", false);
    body.flag("store", false);
    body.flag("parallel_tool_calls", true);
    body.text("safety_identifier", KEY_MAX);
    body.text("prompt_cache_key", KEY_MAX);
    body.text("user");
    body.decimal("temperature", 0, 2);
    body.decimal("top_p", 0, 1);
    body.object("metadata").ifPresent(Common::metadata);
    if (body.has("stream_options") && !body.flag("stream", false)) {
      throw Refused.invalid(
          "",
          "stream_options",
          "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
    }
  }

  /// A format of structured output.
  ///
  /// @param param how the provider's errors call it
  static void schema(Fields format, String param) {
    String name =
        format.text("name", KEY_MAX).orElseThrow(() -> Refused.missing(format.at("name")));
    if (!name.matches("[a-zA-Z0-9_-]+")) throw Tools.pattern(format.at("name"));
    Fields schema = format.requiredObject("schema");
    if (format.flag("strict", false)) {
      StrictSchema.check(
          param, "invalid_json_schema", "response_format '" + name + "'", schema.node());
    }
  }

  private static void metadata(Fields metadata) {
    if (metadata.node().size() > PAIRS_MAX) {
      throw Refused.invalid(
          "object_above_max_properties", "metadata", "Invalid 'metadata': too many properties.");
    }
    for (String key : metadata.node().propertyNames()) {
      if (key.length() > KEY_MAX) {
        throw Refused.invalid(
            "string_above_max_length", "metadata", "Invalid 'metadata': key too long.");
      }
      metadata.text(key, VALUE_MAX);
    }
  }
}
