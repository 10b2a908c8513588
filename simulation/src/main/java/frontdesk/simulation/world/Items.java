package frontdesk.simulation.world;

import frontdesk.conversation.Json;
import java.util.List;

/// What can be ordered. Few, so that the same order comes again and again.
final class Items {
  static final List<String> NAMES = List.of("tea", "rice");

  static final Json SCHEMA =
      new Json(
          """
          {"type": "object", "x-source": "model", "properties": {"item": {"enum": ["tea", "rice"]}},
           "required": ["item"], "additionalProperties": false}""");

  private Items() {}

  static String arguments(String item) {
    return "{\"item\": \"" + item + "\"}";
  }
}
