package frontdesk.json;

import frontdesk.conversation.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Parses and writes JSON. Strict (RFC 8259): no duplicate names, no trailing tokens, no NaN,
/// nothing nested deeper than 100, no number longer than 100 digits, so that hostile input costs
/// little.
public final class Jsons {
  private static final int DEPTH_MAX = 100;
  private static final int NUMBER_DIGITS_MAX = 100;

  /// The one mapper: strict when reading, compact when writing.
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(NUMBER_DIGITS_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final JsonMapper FORGIVING =
      MAPPER.rebuild().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

  private Jsons() {}

  /// Reads text as JSON.
  ///
  /// @throws InvalidJson with one line that says what is wrong and where, without the content
  public static JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) throw new InvalidJson("empty");
      return node;
    } catch (JacksonException e) {
      throw new InvalidJson(where(e));
    } catch (NumberFormatException e) { // an exponent beyond what a number can hold
      throw new InvalidJson("a number out of range");
    }
  }

  public static JsonNode parse(Json json) {
    return parse(json.text());
  }

  /// Reads text as a JSON object.
  ///
  /// @throws InvalidJson it is valid JSON, but no object
  public static ObjectNode parseObject(String text) {
    if (parse(text) instanceof ObjectNode object) return object;
    throw new InvalidJson("not an object");
  }

  public static Optional<ObjectNode> tryObject(String text) {
    try {
      return Optional.of(parseObject(text));
    } catch (InvalidJson e) {
      return Optional.empty();
    }
  }

  /// The same, and a comma too many is overlooked: models write such things.
  public static Optional<ObjectNode> tryForgivingObject(String text) {
    try {
      return FORGIVING.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static Json json(JsonNode node) {
    return new Json(MAPPER.writeValueAsString(node));
  }

  /// The same text for the same value, whatever the order of its names or the form of its numbers:
  /// what hashes and comparisons are made of.
  public static Json canonical(JsonNode node) {
    return json(sorted(node));
  }

  private static JsonNode sorted(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var names = new TreeMap<String, JsonNode>();
        object.properties().forEach(p -> names.put(p.getKey(), sorted(p.getValue())));
        ObjectNode copy = object();
        names.forEach(copy::set);
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array();
        array.forEach(item -> copy.add(sorted(item)));
        yield copy;
      }
      default -> node.isNumber() ? plain(node.decimalValue()) : node;
    };
  }

  private static JsonNode plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    // A whole number is written with its digits, as people and providers expect, unless its
    // exponent would make that long.
    boolean whole = shortest.scale() <= 0 && shortest.scale() >= -NUMBER_DIGITS_MAX;
    return whole
        ? JsonNodeFactory.instance.numberNode(shortest.toBigIntegerExact())
        : JsonNodeFactory.instance.numberNode(shortest);
  }

  private static String where(JacksonException e) {
    var at = e.getLocation();
    String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "not valid JSON" + place;
  }
}
