package frontdesk.rehearsal;

import frontdesk.dates.Reading;
import frontdesk.dates.When;
import frontdesk.model.Message;
import frontdesk.model.guided.Field;
import frontdesk.model.guided.Phrases;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Asks for what a call still needs, in the customer's language: why, what would do instead, and
/// just what is missing.
final class Asking {
  private final Scene scene;
  private final Sentences sentences;
  private final Phrases phrases;
  private final Telling telling;

  Asking(Scene scene) {
    this.scene = scene;
    this.sentences = Sentences.in(scene.language());
    this.phrases = Phrases.in(scene.language());
    this.telling = new Telling(sentences);
  }

  /// @param filled what the newest line said, for what it left in doubt
  String ask(Offer offer, Needs needs, Filled filled) {
    var said = new ArrayList<String>();
    var open = new LinkedHashSet<>(needs.missing());
    for (Map.Entry<String, String> doubt : doubts(offer, filled).entrySet()) {
      said.add(doubt.getValue());
      open.remove(doubt.getKey());
    }
    boolean doubted = !said.isEmpty();
    for (Map.Entry<String, String> wrong : needs.invalid().entrySet()) {
      if (doubted && filled.doubts().containsKey(wrong.getKey())) continue;
      said.add(reason(offer, wrong.getKey(), wrong.getValue()));
      if (needs.offers().isEmpty()) open.add(wrong.getKey());
    }
    if (!needs.offers().isEmpty()) said.add(sentences.offers(telling.apart(needs.offers())));
    String which = which(offer, open);
    String question = question(offer, open, doubted);
    if (!question.isEmpty()) said.add(question);
    if (!which.isEmpty()) said.add(which);
    return String.join(" ", said).replace(" \n", "\n");
  }

  private Map<String, String> doubts(Offer offer, Filled filled) {
    var doubts = new java.util.LinkedHashMap<String, String>();
    filled
        .doubts()
        .forEach(
            (name, reading) -> {
              offer.parameter(name).ifPresent(p -> doubts.put(name, doubt(p, reading)));
            });
    return doubts;
  }

  String doubt(Parameter parameter, Reading.Asked reading) {
    List<String> candidates =
        reading.candidates().stream()
            .map(when -> shown(when, parameter))
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    String question = reading.reason().question(Locale.forLanguageTag(sentences.language()));
    return sentences.doubt(name(parameter.field()), question, candidates);
  }

  private String shown(When when, Parameter parameter) {
    boolean time = parameter.role() == Parameter.Role.TIME;
    return switch (when) {
      case When.Moment(var at) -> time ? clock(at.toLocalTime()) : day(at.toLocalDate());
      case When.Clock(LocalTime at, _) -> clock(at);
      case When.Day(LocalDate date, _) -> day(date);
      case When.Window(var from, _) -> day(from.toLocalDate());
      case When.Length _ -> "";
    };
  }

  private String day(LocalDate date) {
    return telling.day(date.toString());
  }

  private static String clock(LocalTime time) {
    return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
  }

  private String reason(Offer offer, String path, String why) {
    String name = path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/'));
    String label = offer.parameter(name).map(p -> phrases.label(p.field())).orElse(name);
    String text = why.strip();
    boolean fragment = text.isEmpty() || Character.isLowerCase(text.charAt(0));
    String said = fragment ? label + ": " + text : text;
    return ".!?".indexOf(said.charAt(said.length() - 1)) >= 0 || sentences.language().equals("th")
        ? said
        : said + ".";
  }

  /// The things of which one is meant, when an id is missing that outcomes have shown.
  private String which(Offer offer, Set<String> open) {
    for (String name : List.copyOf(open)) {
      Parameter id = offer.parameter(name).orElse(null);
      if (id == null || id.role() != Parameter.Role.ID) continue;
      List<ObjectNode> items = Shown.newest(scene.request().messages(), name);
      if (items.size() < 2) continue;
      open.remove(name);
      var lines = new ArrayList<String>();
      lines.add(sentences.whichOne());
      List<String> told = telling.apart(items);
      for (int i = 0; i < told.size(); i++) lines.add((i + 1) + ". " + told.get(i));
      return String.join("\n", lines);
    }
    return "";
  }

  /// The question for what is missing; what was asked right before comes with help.
  private String question(Offer offer, Set<String> open, boolean doubted) {
    List<Field> fields =
        open.stream()
            .map(name -> offer.parameter(name).map(Parameter::field).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    if (fields.isEmpty()) return "";
    String whole = fields.size() == 1 ? phrases.question(fields.getFirst()) : phrases.ask(fields);
    boolean before =
        scene.talk().question().map(Message.Assistant::text).orElse("").contains(whole);
    if (!before) return whole;
    if (doubted) return "";
    String help = phrases.insistingQuestion(fields.getFirst());
    return fields.size() == 1 ? help : phrases.oneByOne() + " " + help;
  }

  private String name(Field field) {
    String label = phrases.label(field);
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
