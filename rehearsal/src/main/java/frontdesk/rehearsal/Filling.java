package frontdesk.rehearsal;

import frontdesk.dates.Context;
import frontdesk.model.guided.Codes;
import frontdesk.model.guided.Field;
import frontdesk.model.guided.LabelledList;
import frontdesk.model.guided.Said;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Reads a line into the arguments of a tool, kind by kind: what has a form of its own first, names
/// and free text last. What was understood is covered for the kinds after it.
final class Filling {
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w.])\\+?\\(?\\d[\\d .()/-]{5,20}\\d(?![\\w])");
  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");
  private static final int PHONE_DIGITS_MIN = 7;

  private final Slots slots;
  private final Line line;
  private final Context context;

  private Filling(Offer offer, String text, Set<String> asked, Context context) {
    this.line = new Line(text);
    this.slots = new Slots(offer, asked, line);
    this.context = context;
  }

  /// What a line says about the arguments.
  ///
  /// @param asked arguments that the newest question asked for
  /// @param shown objects that outcomes have shown, the newest outcome's first
  static Filled read(
      Offer offer, String text, Set<String> asked, List<Shown> shown, Context context) {
    return new Filling(offer, text, asked, context).read(shown);
  }

  /// What a line said that the customer wrote before the newest.
  static Filled earlier(Offer offer, String text, Scene scene) {
    return read(offer, text, Set.of(), List.of(), scene.context());
  }

  private Filled read(List<Shown> shown) {
    labelled();
    email();
    url();
    phone();
    new People(slots, line).ofCalendar();
    new Ids(slots, line, context).read(shown);
    new Times(slots, line, context).read();
    new Choosing(slots, line).read();
    new Quantities(slots, line, context).read();
    new Mentions(slots, line).read();
    Filled filled = slots.filled();
    ObjectNode fitting = Fitting.fitting(slots.offer(), filled.values());
    return filled.with(fitting);
  }

  /// "Name: Ann, e-mail: …": what stands under a label is read for that argument alone.
  private void labelled() {
    List<Field> fields = slots.offer().parameters().stream().map(Parameter::field).toList();
    LabelledList list = LabelledList.of(line.said(), fields);
    for (Map.Entry<Field, Said> entry : list.values().entrySet()) {
      Optional<Parameter> parameter = slots.offer().parameter(entry.getKey().name());
      String value = entry.getValue().text();
      if (parameter.isEmpty() || value.isBlank()) continue;
      boolean free =
          switch (parameter.get().role()) {
            case PERSON, PLACE, TITLE, SORT, TEXT, ID -> true;
            case EMAIL, PHONE, URL, DATE, TIME, MINUTES, NUMBER, CHOICE, FLAG, ZONE -> false;
          };
      int at = line.text().indexOf(value);
      if (!free || at < 0) continue;
      boolean code = parameter.get().role() == Role.ID;
      Span there = new Span(at, at + value.length());
      slots.put(parameter.get(), code ? value : Names.strip(value), there);
    }
  }

  private void email() {
    Optional<Codes.Found> found = Codes.email(Said.of(line.openText()));
    if (found.isEmpty()) return;
    slots
        .pick(slots.open(Role.EMAIL), found.get().span())
        .ifPresent(p -> slots.put(p, line.at(found.get().span())));
    line.take(found.get().span());
  }

  private void url() {
    Matcher m = URL.matcher(line.openText());
    while (m.find()) {
      Span at = new Span(m.start(), m.end());
      slots.pick(slots.open(Role.URL), at).ifPresent(p -> slots.put(p, line.at(at)));
      line.take(at);
    }
  }

  private void phone() {
    if (!slots.has(Role.PHONE)) return;
    Matcher m = PHONE.matcher(line.open());
    while (m.find()) {
      Span at = new Span(m.start(), m.end());
      long digits = m.group().chars().filter(Character::isDigit).count();
      boolean date = m.group().matches("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*");
      if (digits < PHONE_DIGITS_MIN || date) continue;
      slots
          .pick(slots.open(Role.PHONE), at)
          .ifPresent(p -> slots.put(p, line.said().digits(at), at));
    }
  }
}
