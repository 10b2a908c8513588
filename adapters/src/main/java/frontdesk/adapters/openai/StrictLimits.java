package frontdesk.adapters.openai;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// How large a strict schema may be.
final class StrictLimits {
  private static final int DEPTH_MAX = 10;
  private static final int PROPERTIES_MAX = 5_000;
  private static final int CHARACTERS_MAX = 120_000;
  private static final int VALUES_MAX = 1_000;
  private static final int LARGE_ENUM = 250;
  private static final int LARGE_ENUM_CHARACTERS_MAX = 15_000;
  private static final List<String> NAMED = List.of("properties", "$defs");

  private int properties;
  private int characters;
  private int values;
  private boolean hold = true;

  private StrictLimits() {}

  static boolean hold(JsonNode schema) {
    var limits = new StrictLimits();
    limits.add(schema, 1);
    return limits.hold
        && limits.properties <= PROPERTIES_MAX
        && limits.characters <= CHARACTERS_MAX
        && limits.values <= VALUES_MAX;
  }

  private void add(JsonNode schema, int depth) {
    hold &= depth <= DEPTH_MAX;
    properties += schema.path("properties").size();
    addEnum(schema.path("enum"));
    for (String keyword : NAMED) {
      schema
          .path(keyword)
          .properties()
          .forEach(
              named -> {
                characters += named.getKey().length();
                add(named.getValue(), depth + 1);
              });
    }
    schema.path("anyOf").values().forEach(branch -> add(branch, depth + 1));
    if (schema.has("items")) add(schema.get("items"), depth + 1);
  }

  private void addEnum(JsonNode options) {
    int length = options.values().stream().mapToInt(value -> value.asString("").length()).sum();
    characters += length;
    values += options.size();
    hold &= options.size() <= LARGE_ENUM || length <= LARGE_ENUM_CHARACTERS_MAX;
  }
}
