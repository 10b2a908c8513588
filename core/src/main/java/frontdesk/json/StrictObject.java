package frontdesk.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads an object that people wrote, and collects every problem instead of stopping at the first:
/// one line each, naming the setting and the fix. A key that nobody asked for is a problem too.
public final class StrictObject {
  private final String path;
  private final JsonNode node;
  private final List<String> problems;
  private final Set<String> asked = new HashSet<>();

  public StrictObject(String path, JsonNode node, List<String> problems) {
    this.path = path;
    this.node = node instanceof ObjectNode ? node : Jsons.object();
    this.problems = problems;
    if (!(node instanceof ObjectNode))
      problems.add(name("") + ": must be a mapping of keys to values");
  }

  public Optional<String> text(String key) {
    return at(key)
        .flatMap(
            value -> {
              if (value.isString() || value.isNumber() || value.isBoolean())
                return Optional.of(value.asString());
              problems.add(name(key) + ": must be a text");
              return Optional.empty();
            });
  }

  public String requiredText(String key) {
    Optional<String> text = text(key).filter(t -> !t.isBlank());
    if (text.isEmpty()) problems.add(name(key) + ": is missing, add it");
    return text.orElse("");
  }

  public Optional<Integer> wholeNumber(String key, int min, int max) {
    return at(key)
        .flatMap(
            value -> {
              if (value.isIntegralNumber()
                  && value.canConvertToInt()
                  && value.asInt() >= min
                  && value.asInt() <= max) {
                return Optional.of(value.asInt());
              }
              problems.add(name(key) + ": must be a whole number from " + min + " to " + max);
              return Optional.empty();
            });
  }

  public Optional<Double> number(String key, double min, double max) {
    Optional<JsonNode> value = at(key);
    if (value.isEmpty()) return Optional.empty();
    if (value.get().isNumber() && value.get().asDouble() >= min && value.get().asDouble() <= max) {
      return Optional.of(value.get().asDouble());
    }
    problems.add(name(key) + ": must be a number from " + min + " to " + max);
    return Optional.empty();
  }

  public boolean flag(String key, boolean otherwise) {
    return at(key)
        .map(
            value -> {
              if (!value.isBoolean()) problems.add(name(key) + ": must be true or false");
              return value.asBoolean(otherwise);
            })
        .orElse(otherwise);
  }

  public List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (JsonNode item : items(key)) {
      if (item.isString()) texts.add(item.asString());
      else problems.add(name(key) + ": must be a list of texts");
    }
    return texts;
  }

  public List<JsonNode> items(String key) {
    Optional<JsonNode> value = at(key);
    if (value.isEmpty()) return List.of();
    if (!value.get().isArray()) {
      problems.add(name(key) + ": must be a list");
      return List.of();
    }
    return List.copyOf(value.get().values());
  }

  public Optional<StrictObject> object(String key) {
    return at(key).map(value -> new StrictObject(name(key), value, problems));
  }

  /// A value taken as it is.
  public Optional<JsonNode> at(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  public Map<String, JsonNode> all() {
    var all = new LinkedHashMap<String, JsonNode>();
    node.properties().forEach(p -> all.put(p.getKey(), p.getValue()));
    asked.addAll(all.keySet());
    return all;
  }

  /// Says that everything wanted was asked for: what is left over is unknown.
  public void noMore() {
    for (String key : node.propertyNames()) {
      if (asked.contains(key)) continue;
      String nearest =
          asked.stream().min(Comparator.comparingInt(known -> distance(key, known))).orElse("");
      problems.add(name(key) + ": unknown key; did you mean '" + nearest + "'?");
    }
  }

  public String name(String key) {
    if (path.isEmpty()) return key.isEmpty() ? "the file" : key;
    return key.isEmpty() ? path : path + "." + key;
  }

  /// Levenshtein's distance.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
