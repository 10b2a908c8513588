package frontdesk.adapters.calcom;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.ArgumentKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a call, read once more: each is absent when it is blank, and asked for when it
/// is of the wrong form.
final class Given {
  static final String DATE = "date";
  static final String TIME = "time";
  static final String ZONE = "zone";
  static final String DURATION = "duration_minutes";

  private final ObjectNode arguments;
  private final Words words;

  Given(Json arguments, Words words) {
    this.arguments = Jsons.parseObject(arguments.text());
    this.words = words;
  }

  String text(String name) {
    return Plain.line(arguments.path(name).asString(""));
  }

  String required(String name) {
    String text = text(name);
    if (text.isEmpty()) throw missing(name);
    return text;
  }

  String email(String name) {
    String email = required(name);
    if (ArgumentKind.EMAIL.problem(Jsons.object().put(name, email).path(name)).isPresent()) {
      throw invalid(name, words.noEmail());
    }
    return email;
  }

  Optional<LocalDate> date() {
    return of(ArgumentKind.DATE, DATE, LocalDate::parse, words.noDate());
  }

  LocalDate requiredDate() {
    return date().orElseThrow(() -> missing(DATE));
  }

  LocalTime requiredTime() {
    return of(ArgumentKind.TIME, TIME, LocalTime::parse, words.noTime())
        .orElseThrow(() -> missing(TIME));
  }

  ZoneId zone(ZoneId otherwise) {
    return of(ArgumentKind.ZONE, ZONE, ZoneId::of, words.noZone()).orElse(otherwise);
  }

  OptionalInt minutes() {
    JsonNode value = arguments.path(DURATION);
    return value.canConvertToInt() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
  }

  private <T> Optional<T> of(
      ArgumentKind kind, String name, Function<String, T> read, String problem) {
    String text = text(name);
    if (text.isEmpty()) return Optional.empty();
    if (kind.problem(arguments.path(name)).isPresent()) throw invalid(name, problem);
    return Optional.of(read.apply(text));
  }

  private static Declined missing(String name) {
    return new Declined(new Outcome.NeedsInput(List.of(name), Map.of()));
  }

  private static Declined invalid(String name, String why) {
    return new Declined(new Outcome.NeedsInput(List.of(), Map.of(name, why)));
  }
}
