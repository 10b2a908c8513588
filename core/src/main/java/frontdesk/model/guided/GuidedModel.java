package frontdesk.model.guided;

import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.model.guided.FieldReader.Reading;
import frontdesk.model.guided.Note.How;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Form mode, without key or network: reads what the customer wrote into the first form of the
/// request, notes it by a call of the form's tool, asks for what is missing in the customer's
/// language, and hands over (`hand_over`, where it is offered) when nothing is. An agent that has
/// been handed a finished form reassures, sums up and names the next steps.
///
/// The same request gets the same reply, and never an empty one. What a form's schema may say is
/// listed at {@link Field}.
public final class GuidedModel implements ChatModel {
  private static final Pattern AFTER_SPACE = Pattern.compile("(?<=\\s)");

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    ModelReply reply = new Answer(request).reply();
    if (!reply.text().isEmpty()) AFTER_SPACE.splitAsStream(reply.text()).forEach(stream);
    return reply;
  }

  /// One request on its way to its reply.
  private static final class Answer {
    private final ModelRequest request;
    private final Talk talk;
    private final Facts facts;
    private final HandedOver handedOver;
    private final Phrases phrases;

    Answer(ModelRequest request) {
      this.request = request;
      this.talk = Talk.of(request.messages());
      this.facts = request.forms().isEmpty() ? Facts.none() : Facts.of(request.forms().getFirst());
      this.handedOver = HandedOver.last(request.messages());
      this.phrases = Phrases.in(talk.language(request.locale()));
    }

    ModelReply reply() {
      var outcome = talk.outcome();
      if (outcome.isPresent()) {
        boolean handed = outcome.get().tool().equals(HandedOver.TOOL);
        return handed ? ModelReply.text(closing()) : afterNoting();
      }
      Map<String, Reading> news = read(facts);
      return news.isEmpty() || !offers(facts.tool()) ? toNothingNew() : note(news);
    }

    private Map<String, Reading> read(Facts then) {
      return FieldReader.read(talk.newest(), talk.earlier(), then, talk.asked(facts.fields()));
    }

    private ModelReply note(Map<String, Reading> news) {
      ObjectNode arguments = Jsons.object();
      news.forEach((name, reading) -> arguments.put(name, reading.value()));
      return call(facts.tool(), arguments);
    }

    private ModelReply afterNoting() {
      if (facts.missing().isEmpty()) return offers(HandedOver.TOOL) ? handOver() : summed();
      return ModelReply.text(joined(phrases.noted(notes()), nextQuestion(true)));
    }

    private ModelReply summed() {
      List<Note> notes = notes();
      return ModelReply.text(
          notes.isEmpty()
              ? withSummary(phrases.nothingMissing(handedOver.ticket()))
              : withSummary(phrases.noted(notes)));
    }

    private ModelReply toNothingNew() {
      String said = Said.of(String.join("\n", talk.newest())).plain();
      SmallTalk.Kind kind = new SmallTalk(facts.fields()).kind(said);
      if (!facts.missing().isEmpty()) {
        String opening =
            repeatsKnown() ? phrases.alreadyKnown() : phrases.opening(kind, SmallTalk.greets(said));
        return ModelReply.text(joined(opening, nextQuestion(false)));
      }
      if (offers(HandedOver.TOOL) && !facts.fields().isEmpty()) return handOver();
      return ModelReply.text(toComplete(kind));
    }

    private String toComplete(SmallTalk.Kind kind) {
      boolean nothingToSay = facts.fields().isEmpty() && handedOver.facts().isEmpty();
      if (nothingToSay) return phrases.cannotHelp();
      return switch (kind) {
        case THANKS, FAREWELL, AGREEMENT -> phrases.welcome(kind, handedOver.ticket());
        case GREETING, TROUBLE, HELP, QUESTION, UNSURE, OTHER ->
            withSummary(phrases.nothingMissing(handedOver.ticket()));
      };
    }

    private boolean repeatsKnown() {
      Map<String, Reading> all = read(facts.before(facts.known().keySet(), Map.of()));
      return all.entrySet().stream()
          .anyMatch(e -> e.getValue().value().equals(facts.known().get(e.getKey())));
    }

    private String closing() {
      String inferred =
          phrases.noted(notes().stream().filter(note -> note.how() == How.INFERRED).toList());
      return withSummary(joined(phrases.complete(handedOver.ticket()), inferred));
    }

    private String withSummary(String opening) {
      var text = new StringBuilder(opening);
      text.append("\n\n").append(phrases.summaryTitle());
      summary().forEach((label, value) -> text.append("\n- ").append(label + ": " + value));
      if (!handedOver.nextSteps().isEmpty()) {
        text.append("\n\n").append(phrases.nextStepsTitle());
        handedOver.nextSteps().forEach(step -> text.append("\n- ").append(step));
      }
      return text.toString();
    }

    private Map<String, String> summary() {
      var summary = new LinkedHashMap<String, String>();
      for (Field field : facts.fields()) {
        String value = facts.known().getOrDefault(field.name(), "");
        if (!value.isEmpty()) {
          summary.put(phrases.label(field), field.shown(value, phrases.language()));
        }
      }
      if (!summary.isEmpty()) return summary;
      handedOver
          .facts()
          .forEach((name, value) -> summary.put(Field.of(name, Jsons.object()).label("en"), value));
      return summary;
    }

    /// What was noted since the customer wrote, as far as it was taken.
    private List<Note> notes() {
      Map<String, String> noted = talk.notedSince(facts.tool());
      Map<String, String> before = Talk.notedBefore(request.messages(), facts.tool());
      before.keySet().retainAll(noted.keySet());
      Map<String, Reading> readings = read(facts.before(noted.keySet(), before));
      var notes = new ArrayList<Note>();
      for (Field field : facts.fields()) {
        String value = noted.getOrDefault(field.name(), "");
        if (value.isEmpty() || !value.equals(facts.known().get(field.name()))) continue;
        Reading reading = readings.getOrDefault(field.name(), new Reading(value, false));
        notes.add(
            new Note(field, value, how(value, before.getOrDefault(field.name(), ""), reading)));
      }
      return notes;
    }

    private static How how(String value, String before, Reading reading) {
      if (reading.inferred()) return How.INFERRED;
      if (before.isEmpty()) return How.NEW;
      return value.startsWith(before) ? How.ADDED : How.CHANGED;
    }

    /// The question for what is missing, and never the same one twice in a row: what was asked
    /// right before is asked one by one, with help.
    private String nextQuestion(boolean gotSome) {
      String before = talk.question().map(Message.Assistant::text).orElse("");
      List<Field> missing = facts.missing();
      Field next = missing.getFirst();
      String whole = missing.size() == 1 ? phrases.question(next) : phrases.ask(missing);
      OptionalInt insisted = insisted(before);
      if (insisted.isPresent() && !gotSome) {
        int following = insisted.getAsInt() + 1;
        return following == missing.size()
            ? whole
            : phrases.insistingQuestion(missing.get(following));
      }
      if (insisted.isPresent() || !before.contains(whole)) return whole;
      String help = phrases.insistingQuestion(next);
      return missing.size() == 1 ? help : phrases.oneByOne() + " " + help;
    }

    /// Which of the missing fields the last words asked for, with help.
    private OptionalInt insisted(String before) {
      return IntStream.range(0, facts.missing().size())
          .filter(i -> before.contains(phrases.insistingQuestion(facts.missing().get(i))))
          .findFirst();
    }

    private ModelReply handOver() {
      ObjectNode arguments = Jsons.object();
      request.tools().stream()
          .filter(tool -> tool.name().equals(HandedOver.TOOL))
          .map(tool -> Jsons.parse(tool.parameters()).at("/properties/to/enum/0").asString(""))
          .filter(agent -> !agent.isEmpty())
          .findFirst()
          .ifPresent(agent -> arguments.put("to", agent));
      return call(HandedOver.TOOL, arguments);
    }

    private boolean offers(String tool) {
      return request.tools().stream().anyMatch(spec -> spec.name().equals(tool));
    }

    private static ModelReply call(String tool, ObjectNode arguments) {
      return ModelReply.calls(new AskedCall("", tool, Jsons.json(arguments).text()));
    }

    private static String joined(String first, String second) {
      return (first + " " + second).strip();
    }
  }
}
