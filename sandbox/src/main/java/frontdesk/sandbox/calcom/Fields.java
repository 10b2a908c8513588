package frontdesk.sandbox.calcom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An object of a request, read as strictly as the provider reads it, which names every problem at
/// once. Null is as good as absent.
final class Fields {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,]+@[^@\\s,]+\\.[^@\\s,.]+");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  private final ObjectNode node;
  private final boolean isQuery;
  private final Set<String> asked = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private Fields(ObjectNode node, boolean isQuery) {
    this.node = node;
    this.isQuery = isQuery;
  }

  static Fields body(ObjectNode node) {
    return new Fields(node, false);
  }

  /// Where numbers are written as text.
  static Fields query(ObjectNode node) {
    return new Fields(node, true);
  }

  Optional<JsonNode> any(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  boolean has(String name) {
    return any(name).isPresent();
  }

  Optional<String> text(String name) {
    Optional<JsonNode> value = any(name);
    if (value.isPresent() && !value.get().isString()) wrong(name, name + " must be a string");
    return value.filter(JsonNode::isString).map(JsonNode::asString);
  }

  String requiredText(String name) {
    if (!has(name)) wrong(name, name + " must be a string");
    Optional<String> text = text(name);
    if (text.filter(String::isBlank).isPresent()) wrong(name, name + " should not be empty");
    return text.orElse("");
  }

  Optional<String> email(String name) {
    Optional<String> text = text(name);
    text.filter(t -> !EMAIL.matcher(t).matches())
        .ifPresent(_ -> wrong(name, "Invalid " + name + " format"));
    return text;
  }

  /// A whole number within bounds.
  OptionalInt whole(String name, int min, int max) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) return OptionalInt.empty();
    boolean digits = isQuery ? value.get().isString() : value.get().isIntegralNumber();
    if (!digits || !WHOLE.matcher(value.get().asString()).matches()) {
      wrong(name, name + " must be an integer number");
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(value.get().asString());
    if (number < min) wrong(name, name + " must not be less than " + min);
    if (number > max) wrong(name, name + " must not be greater than " + max);
    return OptionalInt.of(number);
  }

  int requiredWhole(String name, int min, int max) {
    if (!has(name)) wrong(name, name + " must be an integer number");
    return whole(name, min, max).orElse(min);
  }

  boolean flag(String name) {
    Optional<JsonNode> value = any(name);
    if (value.filter(v -> !v.isBoolean()).isPresent()) {
      wrong(name, name + " must be a boolean value");
    }
    return value.map(v -> v.asBoolean(false)).orElse(false);
  }

  Optional<Instant> time(String name, Function<String, Optional<Instant>> read) {
    Optional<Instant> time = text(name).flatMap(read);
    if (has(name) && time.isEmpty()) wrong(name, name + " must be a valid ISO 8601 date string");
    return time;
  }

  Instant requiredTime(String name, Function<String, Optional<Instant>> read) {
    if (!has(name)) wrong(name, name + " must be a valid ISO 8601 date string");
    return time(name, read).orElse(Instant.EPOCH);
  }

  Optional<String> oneOf(String name, Set<String> values) {
    Optional<String> text = text(name);
    text.filter(t -> !values.contains(t))
        .ifPresent(
            _ ->
                wrong(
                    name,
                    name
                        + " must be one of the following values: "
                        + String.join(", ", values.stream().sorted().toList())));
    return text;
  }

  Optional<String> zone(String name) {
    Optional<String> text = text(name);
    text.filter(t -> !Times.isZone(t))
        .ifPresent(_ -> wrong(name, name + " must be a valid IANA time-zone"));
    return text;
  }

  List<String> texts(String name) {
    return list(name, "each value in " + name + " must be a string", JsonNode::isString).stream()
        .map(JsonNode::asString)
        .toList();
  }

  List<Integer> wholes(String name) {
    String why = "each value in " + name + " must be an integer number";
    return list(name, why, item -> item.isIntegralNumber() && item.canConvertToInt()).stream()
        .map(JsonNode::asInt)
        .toList();
  }

  private List<JsonNode> list(String name, String why, Predicate<JsonNode> fits) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) return List.of();
    if (!value.get().isArray()) {
      wrong(name, name + " must be an array");
      return List.of();
    }
    List<JsonNode> items = List.copyOf(value.get().values());
    if (items.stream().allMatch(fits)) return items;
    wrong(name, why);
    return List.of();
  }

  Optional<ObjectNode> object(String name) {
    Optional<JsonNode> value = any(name);
    if (value.isPresent() && !value.get().isObject()) wrong(name, name + " must be an object");
    return value.filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }

  /// Takes over what is wrong below a name.
  void nested(String name, Fields below) {
    below.unknown();
    if (!below.problems.isEmpty()) wrong(name, " " + String.join(", ", below.problems));
  }

  void wrong(String name, String why) {
    problems.add(name + " property is wrong," + why + " ");
  }

  /// What nobody asked for should not be there.
  ///
  /// @throws Refused with every problem
  void done() {
    unknown();
    if (!problems.isEmpty()) throw new Refused(400, String.join(", ", problems));
  }

  /// The same, but what nobody asked for is overlooked, as in lists.
  void doneForgiving() {
    if (!problems.isEmpty()) throw new Refused(400, String.join(", ", problems));
  }

  private void unknown() {
    for (String name : node.propertyNames()) {
      if (!asked.contains(name)) wrong(name, "property " + name + " should not exist");
    }
  }
}
