package frontdesk.rehearsal;

import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import frontdesk.dates.Reading;
import frontdesk.dates.When;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Finds the id that is meant: one that was typed, or that of an object which an outcome has shown
/// and which is the only one, or named by its place, its day or its time.
final class Ids {
  private static final Pattern CODE =
      Pattern.compile("(?<![\\w@.-])[A-Za-z]{0,8}[-_#]?\\d[\\w-]*(?![\\w@:])");
  private static final List<Pattern> ORDINALS =
      List.of(
          Pattern.compile("\\b(?:first|1st)\\b|#1\\b|อันแรก|อันที่ 1\\b|อันที่หนึ่ง"),
          Pattern.compile("\\b(?:second|2nd)\\b|#2\\b|อันที่สอง|อันที่ 2\\b"),
          Pattern.compile("\\b(?:third|3rd)\\b|#3\\b|อันที่สาม|อันที่ 3\\b"),
          Pattern.compile("\\b(?:fourth|4th)\\b|#4\\b|อันที่สี่|อันที่ 4\\b"),
          Pattern.compile("\\b(?:fifth|5th)\\b|#5\\b|อันที่ห้า|อันที่ 5\\b"));
  private static final Pattern LAST =
      Pattern.compile("\\b(?:last|latest) (?:one|meeting|booking|of)|อันสุดท้าย");
  private static final Pattern TARGET = Pattern.compile("\\b(?:to|until|for)\\b|เป็น|ไป");

  private static final Pattern TO = Pattern.compile("\\b(?:to|until)\\b|เป็น|ไป");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?i)(?:on |the |this )*(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)");
  private static final Pattern THING =
      Pattern.compile("^ (?:meeting|booking|appointment|call|one)\\b");
  private static final Pattern WHY =
      Pattern.compile(
          "\\b(?:because|since|busy|came up|come up|sick|reason)\\b|เพราะ|เนื่องจาก|ติดธุระ");

  private final Slots slots;
  private final Line line;
  private final Context context;
  private boolean saysOther;

  Ids(Slots slots, Line line, Context context) {
    this.slots = slots;
    this.line = line;
    this.context = context;
  }

  void read(List<Shown> shown) {
    for (Parameter id : slots.open(Role.ID)) {
      typed(id, shown);
      if (slots.open(Role.ID).contains(id)) meant(id, shown);
    }
  }

  private void typed(Parameter id, List<Shown> shown) {
    List<ObjectNode> known = known(id, shown);
    for (ObjectNode item : known) {
      String value = item.path(id.name()).asString("");
      Optional<Span> at = Span.all(line.text(), value).stream().findFirst();
      if (value.length() > 2 && at.isPresent() && slots.put(id, value, at.get())) return;
    }
    if (!id.from().isEmpty()) return;
    Matcher m = CODE.matcher(line.openText());
    while (m.find()) {
      Span at = new Span(m.start(), m.end());
      boolean named = announced(id, at) || slots.isAsked(id);
      boolean fits =
          named
              && (slots.put(id, line.said().digits(at), at)
                  || slots.put(id, m.group().toUpperCase(Locale.ROOT), at));
      if (fits) return;
    }
  }

  private boolean announced(Parameter id, Span at) {
    return Words.tokens(line.before(at.from(), 28)).stream()
        .map(Words::stem)
        .anyMatch(id.words()::contains);
  }

  private static List<ObjectNode> known(Parameter id, List<Shown> shown) {
    return shown.stream().flatMap(s -> s.with(id.name()).stream()).toList();
  }

  private void meant(Parameter id, List<Shown> shown) {
    List<ObjectNode> items = Shown.newest(id.name(), shown);
    if (items.isEmpty()) return;
    boolean several = items.size() > 1 || slots.isAsked(id);
    Optional<ObjectNode> one = several ? ordinal(items) : Optional.empty();
    if (one.isEmpty()) one = byTime(items);
    boolean other = one.isEmpty() && (saysOther || new Strangers(line, items).named());
    if (one.isEmpty() && !other) one = named(items);
    if (one.isPresent()) slots.put(id, one.get().path(id.name()).asString(""));
    else if (other) slots.estrange(id);
    else if (items.size() == 1) slots.imply(id, items.getFirst().path(id.name()).asString(""));
  }

  /// Whether a line names the thing at this place of a list.
  static boolean isOrdinal(String text, int place) {
    return place < ORDINALS.size()
        && ORDINALS.get(place).matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  private Optional<ObjectNode> ordinal(List<ObjectNode> items) {
    if (LAST.matcher(line.open()).find()) return Optional.of(items.getLast());
    for (int i = 0; i < Math.min(ORDINALS.size(), items.size()); i++) {
      Matcher m = ORDINALS.get(i).matcher(line.open());
      if (!m.find()) continue;
      line.take(new Span(m.start(), m.end()));
      return Optional.of(items.get(i));
    }
    return Optional.empty();
  }

  /// The only one at the day or time that is said of it, not that it is to be moved to.
  private Optional<ObjectNode> byTime(List<ObjectNode> items) {
    boolean hasTarget =
        !slots.open(Role.DATE, Role.TIME).isEmpty()
            && (!slots.isAsked(slots.open(Role.ID).getFirst()) || TO.matcher(line.open()).find());
    Matcher target = TARGET.matcher(line.open());
    String text = line.openText();
    String said = hasTarget && target.find() ? text.substring(0, target.start()) : text;
    for (Reading reading : Dates.readAll(said, context)) {
      Optional<Span> at = span(reading);
      if (at.isEmpty()) continue;
      List<ObjectNode> fitting = items.stream().filter(item -> fits(item, reading)).toList();
      if (fitting.isEmpty()) fitting = loosely(items, reading, line.at(at.get()));
      if (fitting.isEmpty() && describes(reading, at.get(), hasTarget)) {
        saysOther = true;
        line.take(at.get());
      }
      if (fitting.size() != 1) continue;
      line.take(at.get());
      return Optional.of(fitting.getFirst());
    }
    return Optional.empty();
  }

  /// "The Thursday meeting" may be on a later Thursday; "from 2pm" begins then.
  private static List<ObjectNode> loosely(List<ObjectNode> items, Reading reading, String said) {
    if (!(reading instanceof Reading.Resolved(When when, _, _))) return List.of();
    return switch (when) {
      case When.Day(var date, _) when WEEKDAY.matcher(said).matches() ->
          items.stream()
              .filter(i -> Moments.isOn(i.path("date").asString(""), date.getDayOfWeek()))
              .toList();
      case When.Window(var from, _) when said.toLowerCase(Locale.ROOT).startsWith("from") ->
          items.stream()
              .filter(i -> i.path("time").asString("").equals(Moments.written(from.toLocalTime())))
              .toList();
      case When.Day _, When.Window _, When.Moment _, When.Clock _, When.Length _ -> List.of();
    };
  }

  /// Whether a day or time says which thing is meant. Of one that can be moved, it may be where to.
  private boolean describes(Reading reading, Span at, boolean hasTarget) {
    if (reading instanceof Reading.Resolved(When.Length _, _, _)) return false;
    if (WHY.matcher(line.plain().substring(0, at.from())).find()) return false;
    String after = line.plain().substring(at.to());
    return !hasTarget || THING.matcher(after).find() || TARGET.matcher(after).find();
  }

  /// By a word of its title or of a person in it.
  private Optional<ObjectNode> named(List<ObjectNode> items) {
    if (items.size() < 2) return Optional.empty();
    var fitting = new ArrayList<ObjectNode>();
    List<String> said = Words.of(line.open());
    for (ObjectNode item : items) {
      var words = new LinkedHashSet<String>();
      words.addAll(names(item));
      items.stream().filter(other -> !other.equals(item)).forEach(o -> words.removeAll(names(o)));
      if (said.stream().anyMatch(words::contains)) fitting.add(item);
    }
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static List<String> names(ObjectNode item) {
    return Stream.of("title", "name", "topic")
        .flatMap(key -> Words.of(item.path(key).asString("")).stream())
        .toList();
  }

  private static boolean fits(ObjectNode item, Reading reading) {
    return switch (reading) {
      case Reading.Resolved(When when, _, _) -> fits(item, when);
      case Reading.Asked asked -> asked.candidates().stream().anyMatch(when -> fits(item, when));
      case Reading.None _ -> false;
    };
  }

  private static boolean fits(ObjectNode item, When when) {
    String date = item.path("date").asString("");
    String time = item.path("time").asString("");
    if (when instanceof When.Window(var from, var to)) {
      String at = date + "T" + time;
      return at.compareTo(from.toLocalDateTime().toString()) >= 0
          && at.compareTo(to.toLocalDateTime().toString()) < 0;
    }
    boolean onDay = Moments.day(when).map(day -> date.equals(day.toString())).orElse(true);
    boolean atTime = Moments.time(when).map(at -> time.equals(Moments.written(at))).orElse(true);
    return onDay && atTime && !(when instanceof When.Length);
  }

  private static Optional<Span> span(Reading reading) {
    return switch (reading) {
      case Reading.Resolved(_, var span, _) -> Optional.of(Line.span(span));
      case Reading.Asked(_, _, var span) -> Optional.of(Line.span(span));
      case Reading.None _ -> Optional.empty();
    };
  }
}
