package frontdesk.rehearsal;

import frontdesk.dates.Reading;
import frontdesk.dates.When;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Settles what the line before left in doubt by the answer to the question about it: "in the
/// afternoon", "the second one", "next week".
final class Doubts {
  private static final Pattern MORNING =
      Pattern.compile("\\b(?:morning|am|a\\.m\\.|early)\\b|เช้า");
  private static final Pattern AFTERNOON =
      Pattern.compile("\\b(?:afternoon|evening|pm|p\\.m\\.|night)\\b|บ่าย|เย็น|ค่ำ");
  private static final Pattern FIRST =
      Pattern.compile("\\b(?:first|earlier|former|this|today)\\b|แรก|นี้");
  private static final Pattern LAST =
      Pattern.compile("\\b(?:second|last|later|latter|next|after)\\b|หลัง|ถัดไป|หน้า");
  private static final Pattern YES =
      Pattern.compile("^\\W*(?:yes|yeah|yep|exactly|right|correct|ok|okay)\\b|^\\W*ใช่");
  private static final int NOON = 12;

  private Doubts() {}

  /// What the newest line says, and of the line before what is settled by it now.
  static Filled settled(Scene scene, Offer offer, Filled newest) {
    List<String> earlier = scene.talk().earlier();
    if (earlier.isEmpty() || !newest.doubts().isEmpty()) return newest;
    Filled before =
        Filling.read(offer, earlier.getLast(), java.util.Set.of(), List.of(), scene.context());
    if (before.doubts().isEmpty()) return newest;
    ObjectNode values = newest.values().deepCopy();
    for (Map.Entry<String, Reading.Asked> doubt : before.doubts().entrySet()) {
      if (values.has(doubt.getKey())) continue;
      Optional<Parameter> parameter = offer.parameter(doubt.getKey());
      Optional<When> meant = meant(doubt.getValue().candidates(), scene.text());
      if (parameter.isEmpty() || meant.isEmpty()) continue;
      value(parameter.get(), meant.get())
          .flatMap(text -> Fitting.node(parameter.get(), text))
          .ifPresent(node -> values.set(doubt.getKey(), node));
    }
    if (values.isEmpty()) return newest;
    before.values().properties().forEach(p -> values.putIfAbsent(p.getKey(), p.getValue()));
    return new Filled(values, newest.doubts());
  }

  private static Optional<When> meant(List<When> candidates, String answer) {
    String plain = answer.toLowerCase(java.util.Locale.ROOT);
    if (candidates.isEmpty()) return Optional.empty();
    if (candidates.size() == 1) {
      return YES.matcher(plain).find() ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
    boolean morning = MORNING.matcher(plain).find();
    if (morning != AFTERNOON.matcher(plain).find()) {
      List<When> fitting = candidates.stream().filter(when -> isMorning(when) == morning).toList();
      if (fitting.size() == 1) return Optional.of(fitting.getFirst());
    }
    if (LAST.matcher(plain).find()) return Optional.of(candidates.getLast());
    return FIRST.matcher(plain).find() ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  private static boolean isMorning(When when) {
    return switch (when) {
      case When.Moment(var at) -> at.getHour() < NOON;
      case When.Clock(LocalTime time, _) -> time.getHour() < NOON;
      case When.Window(var from, _) -> from.getHour() < NOON;
      case When.Day _, When.Length _ -> true;
    };
  }

  private static Optional<String> value(Parameter parameter, When when) {
    boolean time = parameter.role() == Parameter.Role.TIME;
    return switch (when) {
      case When.Moment(var at) ->
          Optional.of(time ? clock(at.toLocalTime()) : at.toLocalDate().toString());
      case When.Clock(LocalTime at, _) -> time ? Optional.of(clock(at)) : Optional.empty();
      case When.Day(LocalDate date, _) -> time ? Optional.empty() : Optional.of(date.toString());
      case When.Window _, When.Length _ -> Optional.empty();
    };
  }

  private static String clock(LocalTime time) {
    return String.format(java.util.Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
  }
}
