package frontdesk.sandbox.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The tools of a request: flat in Responses, below `function` in Chat Completions.
final class Tools {
  static final String NAME = "^[a-zA-Z0-9_-]+$";
  private static final Pattern NAMES = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final int NAME_MAX = 64;
  private static final int TOOLS_MAX = 128;
  private static final Set<String> FLAT =
      Fields.names(
          "type name description parameters strict output_schema defer_loading allowed_callers");
  private static final Set<String> OUTER = Fields.names("type function");
  private static final Set<String> INNER = Fields.names("name description parameters strict");
  private static final List<String> CHOICES = List.of("none", "auto", "required");

  private Tools() {}

  /// Their names.
  static List<String> flat(Fields body) {
    var names = new ArrayList<String>();
    for (JsonNode item : body.list("tools")) {
      Fields tool = functions(body, names, item).only(FLAT);
      for (String needed : List.of("parameters", "strict")) {
        if (!tool.node().has(needed)) throw Refused.missing(tool.at(needed));
      }
      names.add(function(tool, names));
    }
    choice(body, names, "");
    return names;
  }

  /// Their names.
  static List<String> nested(Fields body) {
    if (body.has("tools") && body.list("tools").isEmpty()) {
      throw Refused.invalid(
          "empty_array",
          "tools",
          "Invalid 'tools': empty array. Expected an array with minimum length 1, but got an empty"
              + " array instead.");
    }
    var names = new ArrayList<String>();
    for (JsonNode item : body.list("tools")) {
      Fields tool = functions(body, names, item).only(OUTER);
      names.add(function(tool.requiredObject("function").only(INNER), names));
    }
    choice(body, names, "function");
    return names;
  }

  private static Fields functions(Fields body, List<String> names, JsonNode item) {
    if (names.size() >= TOOLS_MAX) {
      throw Refused.invalid(
          "array_above_max_length", "tools", "Invalid 'tools': array too long. At most 128.");
    }
    Fields tool = Fields.of(body.at("tools") + "[" + names.size() + "]", item);
    String type = tool.requiredText("type");
    if (!type.equals("function")) throw Refused.notHere(tool.at("type"), "tools but functions");
    return tool;
  }

  private static String function(Fields tool, List<String> before) {
    String name = tool.text("name", NAME_MAX).orElseThrow(() -> Refused.missing(tool.at("name")));
    if (!NAMES.matcher(name).matches()) throw pattern(tool.at("name"));
    if (before.contains(name)) {
      throw Refused.invalid("", tool.at("name"), "Duplicate tool name: '" + name + "'.");
    }
    tool.text("description");
    Optional<Fields> parameters = tool.object("parameters");
    boolean strict = tool.flag("strict", false);
    if (parameters.isEmpty()) return name;
    JsonNode schema = parameters.get().node();
    String at = tool.at("parameters");
    String code = "invalid_function_parameters";
    if (strict) StrictSchema.check(at, code, "function '" + name + "'", schema);
    String type = schema.path("type").asString("None");
    // Without strict anything goes, as long as arguments are an object.
    if (!type.equals("object")) {
      throw Refused.invalid(
          code,
          at,
          "Invalid schema for function '"
              + name
              + "': schema must be a JSON Schema of 'type: \"object\"', got 'type: \""
              + type
              + "\"'.");
    }
    return name;
  }

  static Refused pattern(String param) {
    return Refused.invalid(
        "invalid_value",
        param,
        "Invalid '"
            + param
            + "': string does not match pattern. Expected a string that matches the pattern '"
            + NAME
            + "'.");
  }

  private static void choice(Fields body, List<String> names, String below) {
    Optional<JsonNode> choice = body.any("tool_choice");
    if (choice.isEmpty()) return;
    if (choice.get().isString()) {
      String word = body.oneOf("tool_choice", CHOICES).orElseThrow();
      if (names.isEmpty() && word.equals("required")) throw withoutTools("tool_choice");
      return;
    }
    Fields object = body.requiredObject("tool_choice");
    String type = object.requiredText("type");
    if (type.equals("allowed_tools")) return;
    if (!type.equals("function")) throw Refused.notHere("tool_choice", "such tool choice");
    Fields at = below.isEmpty() ? object : object.requiredObject(below);
    String name = at.requiredText("name");
    if (!names.contains(name)) {
      throw Refused.invalid(
          "", "tool_choice", "Tool choice '" + name + "' not found in 'tools' parameter.");
    }
  }

  static Refused withoutTools(String param) {
    return Refused.invalid(
        "", param, "'" + param + "' is only allowed when 'tools' are specified.");
  }
}
