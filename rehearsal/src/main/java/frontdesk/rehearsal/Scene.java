package frontdesk.rehearsal;

import frontdesk.conversation.Call;
import frontdesk.dates.Context;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.ModelRequest;
import frontdesk.model.ModelRequest.Form;
import frontdesk.model.guided.Talk;
import frontdesk.rehearsal.Ranker.Ranked;
import frontdesk.tool.ArgumentKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A request as this model looks at it.
///
/// @param offers the tools that a customer can want
/// @param pending the calls that wait for arguments, in the order they were opened
/// @param text what the customer wrote last, at most its first 4,000 characters
/// @param question the sentence that asked, of the assistant's last words; empty if none did
record Scene(
    ModelRequest request,
    List<Offer> offers,
    Ranker ranker,
    Talk talk,
    List<Form> pending,
    String text,
    String question,
    Context context) {
  static final String DROP = "drop_pending";
  private static final int TEXT_MAX = 4_000;
  private static final Set<String> OURS = Set.of(DROP, "note_facts", "hand_over");

  static Scene of(ModelRequest request) {
    List<Offer> offers =
        request.tools().stream().filter(t -> !OURS.contains(t.name())).map(Offer::of).toList();
    Talk talk = Talk.of(request.messages());
    List<Form> pending =
        request.forms().stream()
            .filter(form -> !form.pending().isEmpty())
            .filter(form -> !Shown.isOver(form.known(), request.messages()))
            .toList();
    return new Scene(
        request,
        offers,
        new Ranker(offers),
        talk,
        pending,
        beginning(String.join("\n", talk.newest())),
        lastQuestion(talk.question().map(Message.Assistant::text).orElse("")),
        Context.of(zone(request.zone()), request.now(), Locale.forLanguageTag(request.locale())));
  }

  private static String beginning(String text) {
    if (text.length() <= TEXT_MAX) return text;
    boolean splits = Character.isHighSurrogate(text.charAt(TEXT_MAX - 1));
    return text.substring(0, splits ? TEXT_MAX - 1 : TEXT_MAX);
  }

  /// Every tool by a line alone, the best first.
  List<Ranked> rank(Chat line) {
    return ranker.rank(Map.of(line.rest(), 1.0));
  }

  String language() {
    return talk.language(request.locale());
  }

  Optional<Offer> offer(String tool) {
    return offers.stream().filter(offer -> offer.name().equals(tool)).findFirst();
  }

  /// The preview that waits for the customer's yes.
  Optional<Latest> preview() {
    return Latest.all(request.messages()).reversed().stream()
        .filter(Latest::waitsForApproval)
        .findFirst();
  }

  /// The act of which nobody knows yet whether it was done.
  Optional<Latest> inDoubt() {
    return Latest.all(request.messages()).reversed().stream()
        .filter(latest -> !latest.late() && latest.isInDoubt())
        .findFirst();
  }

  /// What a tool is for, as customers are told.
  String label(String tool) {
    return offer(tool).map(offer -> offer.label(language())).orElseGet(() -> Words.spaced(tool));
  }

  /// Whether other tools take the ids that it shows.
  boolean isSource(Offer look) {
    return offers.stream()
        .flatMap(offer -> offer.parameters().stream())
        .anyMatch(parameter -> parameter.from().equals(look.name()));
  }

  boolean canCall(String tool) {
    return request.tools().stream().anyMatch(spec -> spec.name().equals(tool));
  }

  Optional<Form> form(String tool) {
    return pending.stream().filter(form -> form.tool().equals(tool)).reduce((_, last) -> last);
  }

  /// What dates and times are measured from while a tool's call waits: its day is talked about.
  Context context(Offer offer) {
    Context about = context;
    JsonNode known =
        form(offer.name()).<JsonNode>map(f -> Jsons.parse(f.known())).orElseGet(Jsons::object);
    for (Parameter parameter : offer.parameters()) {
      String value = known.path(parameter.name()).asString("");
      boolean day =
          parameter.role() == Parameter.Role.DATE && value.matches("\\d{4}-\\d{2}-\\d{2}");
      if (day && ArgumentKind.DATE.problem(known.path(parameter.name())).isEmpty()) {
        about = about.about(LocalDate.parse(value));
      }
    }
    return about;
  }

  /// The arguments of a tool that the newest question asked for.
  Set<String> asked(Offer offer) {
    var asked = new LinkedHashSet<String>();
    talk.question().ifPresent(said -> asked.addAll(said.asked()));
    asked.removeIf(name -> offer.parameter(name).isEmpty());
    if (asked.isEmpty()) form(offer.name()).ifPresent(form -> asked.addAll(form.missing()));
    return asked;
  }

  /// Whether the agent that speaks collects facts, or closes what another has collected.
  boolean collectsFacts() {
    return request.forms().stream().anyMatch(form -> form.pending().isEmpty())
        || request.messages().stream()
            .anyMatch(m -> m instanceof Message.ToolSaid said && said.tool().equals("hand_over"));
  }

  /// The messages before the customer's newest words.
  List<Message> before() {
    List<Message> messages = request.messages();
    int end = messages.size();
    while (end > 0 && !(messages.get(end - 1) instanceof Message.Customer)) end--;
    while (end > 0 && messages.get(end - 1) instanceof Message.Customer) end--;
    return messages.subList(0, end);
  }

  /// Whether the answer to the customer's words before the newest made a call.
  boolean calledInLastTurn() {
    for (Message message : before().reversed()) {
      if (message instanceof Message.Customer) return false;
      if (message instanceof Message.Assistant said && !said.calls().isEmpty()) return true;
    }
    return false;
  }

  /// Every call before the customer's newest words, the newest last.
  List<Call> calls() {
    var calls = new ArrayList<Call>();
    for (Message message : before()) {
      if (message instanceof Message.Assistant said) calls.addAll(said.calls());
    }
    return calls;
  }

  /// Calls since the customer wrote last.
  List<Call> callsNow() {
    var calls = new ArrayList<Call>();
    for (Message message : talk.since()) {
      if (message instanceof Message.Assistant said) calls.addAll(said.calls());
    }
    return calls;
  }

  private static String lastQuestion(String said) {
    int end = said.lastIndexOf('?');
    if (end < 0) return "";
    int from = end;
    while (from > 0 && ".!?\n".indexOf(said.charAt(from - 1)) < 0) from--;
    return said.substring(from, end + 1).strip();
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      return ZoneId.of("UTC");
    }
  }
}
