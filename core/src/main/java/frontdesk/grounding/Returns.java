package frontdesk.grounding;

import frontdesk.dates.Span;
import frontdesk.grounding.Told.ByTool;
import frontdesk.json.Jsons;
import frontdesk.tool.ArgumentKind;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Finds a value among those that a tool returned: a whole one, under a name of its own, never a
/// part of a text that somebody may have written.
final class Returns {
  private static final Pattern LOCAL =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?");

  /// Where tools tell what can be taken.
  private static final Set<String> DAYS = Set.of("date", "dates", "day", "days", "start", "starts");

  private static final Set<String> TIMES =
      Set.of("time", "times", "slot", "slots", "start", "starts", "start_time", "starts_at");

  /// What is written by people, and may say anything.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "text|title|notes?|description|message|comments?|subject|topic|summary|reason|body");

  private final ArgumentKind kind;
  private final String argument;
  private final JsonNode value;
  private final About about;
  private final ZoneId zone;

  private Returns(ArgumentKind kind, String argument, JsonNode value, About about, ZoneId zone) {
    this.kind = kind;
    this.argument = argument;
    this.value = value;
    this.about = about;
    this.zone = zone;
  }

  /// A place in what was returned.
  ///
  /// @param key nearest name
  /// @param parent the name around that
  /// @param day and zone that stand beside it, or around it
  private record At(String key, String parent, String day, String zone) {
    At in(String name, JsonNode object) {
      return new At(
          name, key, object.path("date").asString(day), object.path("zone").asString(zone));
    }
  }

  /// Where it stands in the JSON text of an outcome.
  static Optional<Span> find(
      ArgumentKind kind, String argument, JsonNode value, ByTool told, About about) {
    var returns = new Returns(kind, argument, value, about, told.zone());
    return returns
        .find(Jsons.parse(told.text()), new At("", "", "", ""))
        .map(leaf -> span(leaf, told.text()));
  }

  private Optional<JsonNode> find(JsonNode node, At at) {
    if (node.isValueNode()) return is(node, at) ? Optional.of(node) : Optional.empty();
    for (var property : node.properties()) {
      var found = find(property.getValue(), at.in(property.getKey(), node));
      if (found.isPresent()) return found;
    }
    if (!node.isArray()) return Optional.empty();
    for (JsonNode item : node.values()) {
      var found = find(item, at);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private boolean is(JsonNode leaf, At at) {
    if (kind == ArgumentKind.MINUTES || kind == ArgumentKind.NUMBER) {
      return isNamed(at)
          && leaf.isNumber()
          && value.isNumber()
          && leaf.decimalValue().compareTo(value.decimalValue()) == 0;
    }
    return leaf.isString() && isText(leaf.asString(), at);
  }

  private boolean isText(String text, At at) {
    String wanted = value.asString();
    boolean free = WRITTEN.matcher(at.key()).matches();
    return switch (kind) {
      case ID -> text.equals(wanted) && isNamed(at);
      case CODE, CHOICE -> text.equalsIgnoreCase(wanted) && isNamed(at);
      case NAME ->
          text.equalsIgnoreCase(wanted) && (isNamed(at) || at.key().matches("(?:\\w+_)?name"));
      case DATE -> isOffered(at, DAYS, TIMES) && isDay(text, wanted);
      case TIME -> isOffered(at, TIMES, Set.of()) && isTime(text, wanted, at);
      case EMAIL -> !free && Form.EMAIL.isSame(text, wanted);
      case PHONE ->
          !free
              && ArgumentKind.of(at.key(), Jsons.object()) == ArgumentKind.PHONE
              && Form.PHONE.isSame(text, wanted);
      case URL -> !free && Form.URL.isSame(text, wanted);
      case ZONE -> text.equals(wanted);
      case TEXT -> text.equalsIgnoreCase(wanted);
      case MINUTES, NUMBER, FLAG -> false;
    };
  }

  /// `meeting_id` is also the `id` of one of `meetings`, or of what is returned as a whole.
  private boolean isNamed(At at) {
    String one = at.parent().replaceFirst("s$", "");
    boolean whole = at.parent().isEmpty() && kind == ArgumentKind.ID;
    return at.key().equals(argument)
        || at.key().equals(argument + "s")
        || (one + "_" + at.key()).equals(argument)
        || (whole && at.key().matches("u?id"));
  }

  private boolean isOffered(At at, Set<String> names, Set<String> more) {
    return isNamed(at) || names.contains(at.key()) || more.contains(at.key());
  }

  private boolean isDay(String text, String day) {
    String local = local(text);
    return local.equals(day) || (LOCAL.matcher(local).matches() && local.startsWith(day));
  }

  /// A time that is told with its day, or stands beside it, is of that day.
  private boolean isTime(String text, String time, At at) {
    String local = local(text);
    var parts = LOCAL.matcher(local);
    boolean dated = parts.matches();
    String day = dated ? parts.group(1) : at.day();
    boolean elsewhere = !dated && !at.zone().isEmpty() && !at.zone().equals(called().getId());
    return (dated ? parts.group(2) : text).equals(time)
        && !elsewhere
        && (day.isEmpty() || about.date().filter(d -> !d.toString().equals(day)).isEmpty());
  }

  /// On the clock that the call is about, where an offset is told.
  private String local(String text) {
    try {
      return OffsetDateTime.parse(text).atZoneSameInstant(called()).toLocalDateTime().toString();
    } catch (DateTimeException e) {
      return text; // told without an offset: already of that clock
    }
  }

  private ZoneId called() {
    return about.zone().orElse(zone);
  }

  private static Span span(JsonNode leaf, String json) {
    String written = Jsons.json(leaf).text();
    int at = Math.max(0, json.indexOf(written));
    return new Span(at, at + Math.max(1, written.length()));
  }
}
