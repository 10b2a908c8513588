package frontdesk.rehearsal;

import frontdesk.conversation.Call;
import frontdesk.dates.Context;
import frontdesk.model.Message;
import frontdesk.model.ModelRequest;
import frontdesk.model.ModelRequest.Form;
import frontdesk.model.guided.Talk;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A request as this model looks at it.
///
/// @param offers the tools that a customer can want
/// @param pending the calls that wait for arguments, in the order they were opened
/// @param text what the customer wrote last
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
  private static final Set<String> OURS = Set.of(DROP, "note_facts", "hand_over");

  static Scene of(ModelRequest request) {
    List<Offer> offers =
        request.tools().stream().filter(t -> !OURS.contains(t.name())).map(Offer::of).toList();
    Talk talk = Talk.of(request.messages());
    List<Form> pending =
        request.forms().stream().filter(form -> !form.pending().isEmpty()).toList();
    return new Scene(
        request,
        offers,
        new Ranker(offers),
        talk,
        pending,
        String.join("\n", talk.newest()),
        lastQuestion(talk.question().map(Message.Assistant::text).orElse("")),
        Context.in(zone(request.zone()), request.now(), Locale.forLanguageTag(request.locale())));
  }

  String language() {
    return talk.language(request.locale());
  }

  Optional<Offer> offer(String tool) {
    return offers.stream().filter(offer -> offer.name().equals(tool)).findFirst();
  }

  boolean canCall(String tool) {
    return request.tools().stream().anyMatch(spec -> spec.name().equals(tool));
  }

  Optional<Form> form(String tool) {
    return pending.stream().filter(form -> form.tool().equals(tool)).reduce((_, last) -> last);
  }

  /// The arguments of a tool that the newest question asked for.
  Set<String> asked(Offer offer) {
    var asked = new LinkedHashSet<String>();
    talk.question().ifPresent(said -> asked.addAll(said.asked()));
    asked.removeIf(name -> offer.parameter(name).isEmpty());
    if (asked.isEmpty()) form(offer.name()).ifPresent(form -> asked.addAll(form.missing()));
    return asked;
  }

  /// Every call so far, the newest last.
  List<Call> calls() {
    var calls = new ArrayList<Call>();
    for (Message message : request.messages()) {
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
