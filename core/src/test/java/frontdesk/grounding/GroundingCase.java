package frontdesk.grounding;

import frontdesk.json.Jsons;
import frontdesk.tool.ArgumentKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A labelled case of `cases.txt`, whose head says how it is written.
record GroundingCase(String line, boolean accept, ObjectNode arguments, Dialogue dialogue) {
  /// A value that stands somewhere, or that is asked for; a list stands where each of its values
  /// does.
  record Stands(boolean accepted, boolean rereads) {}

  static final JsonNode SCHEMAS =
      Jsons.parse(
          """
          {"email": {"type": "string", "format": "email"},
           "phone": {"type": "string"},
           "url": {"type": "string", "format": "uri"},
           "date": {"type": "string", "format": "date"},
           "time": {"type": "string", "x-kind": "time"},
           "duration_minutes": {"type": "integer", "x-kind": "minutes"},
           "quantity": {"type": "integer", "minimum": 0},
           "amount": {"type": "number"},
           "zone": {"type": "string"},
           "size": {"enum": ["small", "medium", "large"], "x-words": {
             "small": ["little", "เล็ก"], "medium": ["กลาง"], "large": ["big", "ใหญ่"]}},
           "wants_invoice": {"type": "boolean", "title": "Invoice",
             "x-labels": {"en": ["invoice"], "th": ["ใบกำกับภาษี"]}},
           "order_number": {"type": "string"},
           "meeting_id": {"type": "string"},
           "name": {"type": "string"},
           "topic": {"type": "string"},
           "notes": {"type": "string"},
           "guests": {"type": "array", "items": {"type": "string", "format": "email"}},
           "summary": {"type": "string", "x-source": "model"},
           "priority": {"enum": ["normal", "high"], "default": "normal"}}""");

  static List<GroundingCase> all() {
    return lines().stream()
        .filter(l -> l.matches("(accept|ask) .*"))
        .map(GroundingCase::of)
        .toList();
  }

  private static List<String> lines() {
    try (var in =
        Objects.requireNonNull(GroundingCase.class.getResourceAsStream("cases.txt"), "cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GroundingCase of(String line) {
    String[] parts = line.split(" \\| ", -1);
    String where = parts.length > 3 ? parts[3].strip() : "";
    ObjectNode arguments = Jsons.object();
    for (String argument : parts[1].split("; ", -1)) {
      String[] sides = argument.strip().split("=", 2);
      arguments.set(sides[0], value(sides[0], sides[1]));
    }
    return new GroundingCase(
        line, parts[0].strip().equals("accept"), arguments, Dialogue.of(parts[2].strip(), where));
  }

  private static JsonNode value(String name, String text) {
    JsonNode schema = SCHEMAS.path(name);
    return switch (schema.path("type").asString("string")) {
      case "integer", "number", "boolean" -> Jsons.parse(text);
      case "array" -> {
        var list = Jsons.array();
        for (String item : text.split(",", -1)) list.add(item);
        yield list;
      }
      default -> Jsons.object().put("it", text).get("it");
    };
  }

  String argument() {
    return arguments.propertyNames().iterator().next();
  }

  boolean isThai() {
    return line.chars().anyMatch(c -> c >= 'ก' && c <= '๛');
  }

  Stands stands() {
    Grounding grounding = Grounding.in(dialogue.timeline());
    JsonNode value = arguments.get(argument());
    JsonNode schema = SCHEMAS.path(argument());
    if (Grounding.isLeftToModel(schema)) return new Stands(true, true);
    if (!value.isArray()) return stands(grounding, argument(), schema, value);
    boolean accepted = true;
    boolean rereads = true;
    for (int i = 0; i < value.size(); i++) {
      Stands one = stands(grounding, argument() + "/" + i, schema.path("items"), value.get(i));
      accepted &= one.accepted();
      rereads &= one.rereads();
    }
    return new Stands(accepted, rereads);
  }

  private Stands stands(Grounding grounding, String path, JsonNode schema, JsonNode value) {
    return switch (grounding.find(path, schema, value, about())) {
      case Ground.Said(var source) ->
          new Stands(true, grounding.rereads(source, schema, value, about()));
      case Ground.Unsaid _ -> new Stands(false, true);
    };
  }

  About about() {
    return new About(
        text("date")
            .filter(d -> ArgumentKind.DATE.problem(arguments.get("date")).isEmpty())
            .map(LocalDate::parse),
        text("zone").map(ZoneId::of));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(arguments.get(name)).map(JsonNode::asString);
  }
}
