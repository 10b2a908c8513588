package frontdesk.sandbox.openai;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The content of a message: a text, or a list of parts.
final class Contents {
  private Contents() {}

  /// All its text; what is none, such as an image, stands in brackets.
  ///
  /// @param parts the types that its parts may have
  static String text(Fields message, String name, List<String> parts) {
    Optional<JsonNode> content = message.any(name);
    if (content.isEmpty()) throw Refused.missing(message.at(name));
    if (content.get().isString()) return content.get().asString();
    if (!content.get().isArray()) {
      throw Fields.type(message.at(name), "a string or an array of parts", content.get());
    }
    var text = new StringBuilder();
    int number = 0;
    for (JsonNode item : content.get().values()) {
      Fields part = Fields.of(message.at(name) + "[" + number++ + "]", item);
      String type = part.requiredOneOf("type", parts);
      if (type.endsWith("text")) text.append(part.requiredText("text"));
      else if (type.equals("refusal")) text.append(part.requiredText("refusal"));
      else text.append('[').append(type).append(']');
    }
    return text.toString();
  }
}
