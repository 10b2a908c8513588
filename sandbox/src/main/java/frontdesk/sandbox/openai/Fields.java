package frontdesk.sandbox.openai;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An object of a request, read as strictly as the provider reads it. Null is as good as absent.
///
/// @param path where it stands, such as `input[2]`; empty for the body
record Fields(String path, ObjectNode node) {

  static Fields of(String path, JsonNode node) {
    if (node instanceof ObjectNode object) return new Fields(path, object);
    throw type(path, "an object", node);
  }

  /// Refuses any name that is not one of these.
  Fields only(Set<String> names) {
    for (String name : node.propertyNames()) if (!names.contains(name)) throw unknown(name);
    return this;
  }

  /// Refuses any name that is one of these.
  void without(Set<String> names) {
    for (String name : node.propertyNames()) if (names.contains(name)) throw unknown(name);
  }

  private Refused unknown(String name) {
    String at = at(name);
    return Refused.invalid("unknown_parameter", at, "Unknown parameter: '" + at + "'.");
  }

  boolean has(String name) {
    return any(name).isPresent();
  }

  Optional<JsonNode> any(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<String> text(String name) {
    return any(name)
        .map(
            value -> {
              if (!value.isString()) throw type(at(name), "a string", value);
              return value.asString();
            });
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> Refused.missing(at(name)));
  }

  /// A text of at most so many characters.
  Optional<String> text(String name, int max) {
    Optional<String> text = text(name);
    text.filter(t -> t.length() > max)
        .ifPresent(
            t -> {
              throw Refused.invalid(
                  "string_above_max_length",
                  at(name),
                  "Invalid '%s': string too long. Expected a string with maximum length %d, but got"
                          .formatted(at(name), max)
                      + " a string with length "
                      + t.length()
                      + " instead.");
            });
    return text;
  }

  Optional<String> oneOf(String name, List<String> values) {
    Optional<String> text = text(name);
    if (text.isEmpty() || values.contains(text.get())) return text;
    throw value(at(name), text.get(), values);
  }

  String requiredOneOf(String name, List<String> values) {
    return oneOf(name, values).orElseThrow(() -> Refused.missing(at(name)));
  }

  boolean flag(String name, boolean otherwise) {
    return any(name)
        .map(
            value -> {
              if (!value.isBoolean()) throw type(at(name), "a boolean", value);
              return value.asBoolean();
            })
        .orElse(otherwise);
  }

  OptionalInt wholeFrom(String name, int min) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) return OptionalInt.empty();
    if (!value.get().isIntegralNumber() || !value.get().canConvertToInt()) {
      throw type(at(name), "an integer", value.get());
    }
    int number = value.get().asInt();
    if (number >= min) return OptionalInt.of(number);
    throw Refused.invalid(
        "integer_below_min_value",
        at(name),
        "Invalid '%s': integer below minimum value. Expected a value >= %d, but got %d instead."
            .formatted(at(name), min, number));
  }

  /// A number within bounds.
  void decimal(String name, double min, double max) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) return;
    if (!value.get().isNumber()) throw type(at(name), "a decimal", value.get());
    double number = value.get().asDouble();
    if (number < min || number > max) {
      boolean low = number < min;
      throw Refused.invalid(
          low ? "decimal_below_min_value" : "decimal_above_max_value",
          at(name),
          "Invalid '%s': decimal %s value. Expected a value %s %s, but got %s instead."
              .formatted(
                  at(name),
                  low ? "below minimum" : "above maximum",
                  low ? ">=" : "<=",
                  low ? min : max,
                  number));
    }
  }

  Optional<Fields> object(String name) {
    return any(name).map(value -> of(at(name), value));
  }

  Fields requiredObject(String name) {
    return object(name).orElseThrow(() -> Refused.missing(at(name)));
  }

  List<JsonNode> list(String name) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) return List.of();
    if (!value.get().isArray()) throw type(at(name), "an array", value.get());
    return List.copyOf(value.get().values());
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static Refused type(String param, String wanted, JsonNode got) {
    return Refused.invalid(
        "invalid_type",
        param,
        "Invalid type for '%s': expected %s, but got %s instead."
            .formatted(param, wanted, kind(got)));
  }

  static Refused value(String param, String got, List<String> wanted) {
    String all = wanted.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    return Refused.invalid(
        "invalid_value", param, "Invalid value: '" + got + "'. Supported values are: " + all + ".");
  }

  static Set<String> names(String names) {
    return Arrays.stream(names.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  private static String kind(JsonNode node) {
    if (node.isString()) return "a string";
    if (node.isNumber()) return "a number";
    if (node.isBoolean()) return "a boolean";
    if (node.isArray()) return "an array";
    return node.isNull() ? "null" : "an object";
  }
}
