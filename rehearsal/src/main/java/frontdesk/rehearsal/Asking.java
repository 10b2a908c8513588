package frontdesk.rehearsal;

import frontdesk.dates.Reading;
import frontdesk.dates.When;
import frontdesk.model.Message;
import frontdesk.model.guided.Field;
import frontdesk.model.guided.Phrases;
import frontdesk.rehearsal.Parameter.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks for what a call still needs, in the customer's language: why, what would do instead, and
/// just what is missing.
final class Asking {
  /// What nobody said is asked for, without a reason.
  private static final Set<String> UNSAID = Set.of("nobody has said this", "ยังไม่มีใครแจ้งค่านี้");

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
      if (!UNSAID.contains(wrong.getValue())) {
        said.add(reason(offer, wrong.getKey(), wrong.getValue()));
      }
      if (needs.offers().isEmpty()) open.add(wrong.getKey());
    }
    if (!needs.offers().isEmpty()) said.add(sentences.offers(telling.apart(needs.offers())));
    String which = which(offer, open, filled);
    String question = question(offer, open, doubted);
    if (!question.isEmpty()) said.add(question);
    if (!which.isEmpty()) said.add(which);
    return String.join(" ", said).replace(" \n", "\n");
  }

  /// Which of the things that are told, each in its line.
  String whichOne(List<? extends JsonNode> items) {
    var lines = new ArrayList<String>();
    lines.add(sentences.whichOne());
    List<String> told = telling.choices(items);
    for (int i = 0; i < told.size(); i++) lines.add((i + 1) + ". " + told.get(i));
    return String.join("\n", lines);
  }

  /// What the customer names is none of the things that are told.
  private String noSuch(List<? extends JsonNode> items) {
    return sentences.noSuch() + "\n" + whichOne(items);
  }

  /// Of a call whose id is known: the line names another thing, as none was shown.
  String noSuch(Parameter id) {
    return noSuch(Shown.newest(scene.request().messages(), id.name()));
  }

  String whichTool(Offer one, Offer other) {
    return sentences.whichTool(one.label(scene.language()), other.label(scene.language()));
  }

  /// Which of the calls that wait.
  String whichPending() {
    return sentences.whichPending(
        scene.pending().stream()
            .flatMap(form -> scene.offer(form.tool()).stream())
            .map(offer -> offer.label(scene.language()))
            .distinct()
            .toList());
  }

  private Map<String, String> doubts(Offer offer, Filled filled) {
    var doubts = new LinkedHashMap<String, String>();
    filled
        .doubts()
        .forEach(
            (name, reading) ->
                offer.parameter(name).ifPresent(p -> doubts.put(name, doubt(p, reading))));
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
    Optional<String> time = Moments.time(when).map(Moments::written);
    Optional<String> day = Moments.day(when).map(date -> telling.day(date.toString()));
    boolean timed = parameter.role() == Role.TIME;
    return (timed ? time.or(() -> day) : day.or(() -> time)).orElse("");
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
  private String which(Offer offer, Set<String> open, Filled filled) {
    for (String name : List.copyOf(open)) {
      Parameter id = offer.parameter(name).orElse(null);
      if (id == null || id.role() != Role.ID) continue;
      List<ObjectNode> items = Shown.newest(scene.request().messages(), name);
      boolean strange = filled.strange().contains(name);
      if (items.isEmpty() || (items.size() < 2 && !strange)) continue;
      open.remove(name);
      return strange ? noSuch(items) : whichOne(items);
    }
    return "";
  }

  /// The question for what is missing; what was asked right before comes with help.
  private String question(Offer offer, Set<String> open, boolean doubted) {
    List<Field> fields =
        open.stream()
            .flatMap(name -> offer.parameter(name).stream())
            .map(Parameter::field)
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
