package frontdesk.grounding;

import frontdesk.dates.Span;
import frontdesk.json.Jsons;
import frontdesk.tool.ArgumentKind;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Finds a value among those that a tool returned: a whole one, never a part of a longer text.
/// Numbers, and ids, which open something, count only under a name of their own.
final class Returns {
  private static final Pattern DAY_AND_TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d).*");

  private Returns() {}

  /// Where it stands in the JSON text of an outcome.
  static Optional<Span> find(
      ArgumentKind kind, String argument, JsonNode value, String json, About about) {
    JsonNode content = Jsons.parse(json);
    return find(kind, argument, value, "", content, about).map(leaf -> span(leaf, json));
  }

  private static Optional<JsonNode> find(
      ArgumentKind kind, String argument, JsonNode value, String key, JsonNode node, About about) {
    if (node.isValueNode()) {
      return is(kind, argument, value, key, node, about) ? Optional.of(node) : Optional.empty();
    }
    for (var property : node.properties()) {
      var found = find(kind, argument, value, property.getKey(), property.getValue(), about);
      if (found.isPresent()) return found;
    }
    if (!node.isArray()) return Optional.empty();
    for (JsonNode item : node.values()) {
      var found = find(kind, argument, value, key, item, about);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private static boolean is(
      ArgumentKind kind, String argument, JsonNode value, String key, JsonNode leaf, About about) {
    String wanted = value.asString();
    String text = leaf.asString();
    return switch (kind) {
      case ID ->
          leaf.isString()
              && text.equals(wanted)
              && (key.equals(argument) || ArgumentKind.of(key, Jsons.object()) == ArgumentKind.ID);
      case MINUTES, NUMBER ->
          leaf.isNumber()
              && value.isNumber()
              && key.equals(argument)
              && leaf.decimalValue().compareTo(value.decimalValue()) == 0;
      case DATE -> leaf.isString() && (text.equals(wanted) || isDay(text, wanted));
      case TIME -> leaf.isString() && (text.equals(wanted) || isTime(text, wanted, about));
      case EMAIL, PHONE, URL, CHOICE, CODE, NAME, ZONE, TEXT ->
          leaf.isString() && text.equalsIgnoreCase(wanted);
      case FLAG -> false;
    };
  }

  private static boolean isDay(String text, String day) {
    var parts = DAY_AND_TIME.matcher(text);
    return parts.matches() && parts.group(1).equals(day);
  }

  private static boolean isTime(String text, String time, About about) {
    var parts = DAY_AND_TIME.matcher(text);
    return parts.matches()
        && parts.group(2).equals(time)
        && about.date().filter(date -> !date.toString().equals(parts.group(1))).isEmpty();
  }

  private static Span span(JsonNode leaf, String json) {
    String written = Jsons.json(leaf).text();
    int at = Math.max(0, json.indexOf(written));
    return new Span(at, at + Math.max(1, written.length()));
  }
}
