package frontdesk.rehearsal;

import frontdesk.model.ModelRequest.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call still needs, as its outcome or its form says.
///
/// @param invalid argument to what is wrong with it
/// @param offers arguments that would do instead
record Needs(List<String> missing, Map<String, String> invalid, List<JsonNode> offers) {

  static boolean isIn(ObjectNode content) {
    return content.has("error") && content.path("missing").isArray();
  }

  static Needs of(ObjectNode content) {
    var invalid = new LinkedHashMap<String, String>();
    content
        .path("invalid")
        .properties()
        .forEach(p -> invalid.put(p.getKey(), p.getValue().asString("")));
    List<String> missing =
        content.path("missing").valueStream().map(name -> name.asString("")).toList();
    return new Needs(missing, invalid, content.path("offers").valueStream().toList());
  }

  static Needs of(Form form) {
    return new Needs(form.missing(), Map.of(), List.of());
  }

  static Needs none() {
    return new Needs(List.of(), Map.of(), List.of());
  }

  boolean lacks(String argument) {
    return missing.contains(argument) || invalid.containsKey(argument);
  }
}
