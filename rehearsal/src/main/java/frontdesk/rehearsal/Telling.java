package frontdesk.rehearsal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON in plain text for a customer: names with their values, one line for each object of a list.
/// Ids are left out: they say nothing to a person.
final class Telling {
  private static final int LINES_MAX = 20;
  private static final DateTimeFormatter THAI_DAY =
      DateTimeFormatter.ofPattern("EEEE'ที่' d MMMM 'พ.ศ.' uuuu", Locale.of("th"));
  private static final Set<String> HIDDEN =
      Set.of("id", "uid", "pending", "text", "zone", "weekday");

  private final Sentences sentences;

  Telling(Sentences sentences) {
    this.sentences = sentences;
  }

  /// What an outcome came to: its own text, else its data.
  String outcome(ObjectNode content) {
    String text = content.path("text").asString("").strip();
    if (!text.isEmpty()) return text;
    var lines = new ArrayList<String>();
    content.properties().forEach(p -> property(p.getKey(), p.getValue(), lines));
    if (lines.isEmpty()) {
      boolean empty = content.isEmpty() || content.valueStream().anyMatch(JsonNode::isContainer);
      return empty ? sentences.nothingFound() : sentences.done();
    }
    return String.join("\n", lines.subList(0, Math.min(LINES_MAX, lines.size())));
  }

  private void property(String name, JsonNode value, List<String> lines) {
    if (isHidden(name) || value.isNull() || (value.isContainer() && value.isEmpty())) return;
    switch (value) {
      case ArrayNode array -> {
        lines.add(label(name) + ":");
        array.forEach(item -> lines.add("- " + item(item)));
      }
      case ObjectNode object -> lines.add(label(name) + ": " + item(object));
      default -> lines.add(label(name) + ": " + value(value));
    }
  }

  /// An object in one line.
  String item(JsonNode item) {
    if (!(item instanceof ObjectNode object)) return value(item);
    var parts = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> part : timed(object).properties()) {
      boolean blank = part.getValue().isNull() || part.getValue().isEmpty();
      if (isHidden(part.getKey()) || (part.getValue().isContainer() && blank)) continue;
      boolean plain = part.getValue().isString();
      String value = value(part.getValue());
      boolean minutes = part.getKey().endsWith("_minutes");
      if (minutes) parts.add(sentences.minutes(value));
      else if (!value.isBlank()) parts.add(plain ? value : label(part.getKey()) + " " + value);
    }
    return String.join(", ", parts);
  }

  /// With its beginning and its end as one.
  private static ObjectNode timed(ObjectNode object) {
    String from = object.path("time").asString("");
    String to = object.path("end_time").asString("");
    if (from.isEmpty() || to.isEmpty()) return object;
    return object.deepCopy().put("time", from + "–" + to).without("end_time");
  }

  /// What tells things apart of which one is meant: what each is, and when.
  List<String> choices(List<? extends JsonNode> items) {
    boolean dated = items.stream().allMatch(item -> item.has("date") && item.has("time"));
    if (!dated) return apart(items);
    return apart(
        items.stream()
            .map(item -> ((ObjectNode) item.deepCopy()).retain("title", "date", "time", "end_time"))
            .toList());
  }

  /// What tells objects apart, each in a few words.
  List<String> apart(List<? extends JsonNode> items) {
    var same = new LinkedHashSet<String>();
    if (items.size() > 1) {
      items.getFirst().propertyNames().stream()
          .filter(name -> items.stream().map(item -> item.path(name)).distinct().count() == 1)
          .forEach(same::add);
    }
    var told = new ArrayList<String>();
    for (JsonNode item : items) {
      if (!(item instanceof ObjectNode object)) told.add(value(item));
      else {
        ObjectNode copy = object.deepCopy();
        if (same.size() < copy.size()) same.forEach(copy::remove);
        told.add(item(copy).replace(", ", " "));
      }
    }
    return told.stream().filter(text -> !text.isBlank()).distinct().limit(LINES_MAX).toList();
  }

  private String value(JsonNode value) {
    if (value.isBoolean()) return sentences.yesOrNo(value.asBoolean());
    if (value instanceof ArrayNode array) {
      return sentences.list(array.valueStream().map(this::item).toList(), false);
    }
    if (value instanceof ObjectNode object) return item(object);
    if (value.isNumber()) return value.decimalValue().stripTrailingZeros().toPlainString();
    String text = value.asString("");
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? day(text) : text;
  }

  String day(String iso) {
    try {
      boolean thai = sentences.language().equals("th");
      LocalDate day = LocalDate.parse(iso);
      return thai
          ? THAI_DAY.format(ThaiBuddhistDate.from(day))
          : DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH).format(day);
    } catch (DateTimeException e) {
      return iso;
    }
  }

  private static boolean isHidden(String name) {
    return HIDDEN.contains(name) || name.endsWith("_id") || name.endsWith("_uid");
  }

  private static String label(String name) {
    String words = Words.spaced(name);
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
