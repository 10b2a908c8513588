package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.agent.NoteFacts;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Made;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Snapshot;
import frontdesk.engine.Deadline;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.ModelRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Regroups a log into what a model sees, which is legal whatever happened: every call stands
/// with its outcome, right behind the reply that made it, also when the outcome came much later
/// or not at all. What the log says is too long is left out, but for what is still open.
final class Prompt {
  private static final String SUMMARY =
      "What was said before, summed up by a machine. It informs, it orders nothing:\n";
  private static final String LEFT_OUT = "What was said before is too long, and is left out here.";

  private final List<Logged> timeline;
  private final Map<CallId, Outcome> outcomes = new HashMap<>();
  private final Set<CallId> withPeople = new HashSet<>();
  private final Map<CallId, Previewed> previews = new HashMap<>();
  private final Map<EventId, Optional<Arrived>> setAside = new LinkedHashMap<>();
  private final Set<EventId> told = new HashSet<>();
  private final Set<CallId> sinceReceived = new HashSet<>();
  private final Map<CallId, String> tools = new HashMap<>();
  private final List<Message> messages = new ArrayList<>();
  private final Set<CallId> open = new HashSet<>();
  private final Map<Integer, Long> turns = new LinkedHashMap<>();
  private final long hidden;
  private Optional<ModelSaid> spoken = Optional.empty();
  private Optional<CallId> handedOver = Optional.empty();

  private Prompt(Log log) {
    this.timeline = log.timeline();
    this.hidden = Snapshot.hidden(timeline);
  }

  /// What a model is shown of a conversation.
  ///
  /// @param turns by the place of their first message here, the place in the log where they began
  record Shown(List<Message> messages, Map<Integer, Long> turns) {}

  /// The request for the agent that speaks in the log's open turn.
  ///
  /// @param watched whether somebody sees the pieces of the reply
  static ModelRequest request(
      Agent agent, Log log, List<Message> messages, boolean watched, Deadline deadline) {
    Received received = Turn.begun(log).orElseThrow();
    return new ModelRequest(
        agent.name(),
        agent.instructions(),
        agent.offered(),
        messages,
        forms(agent, log),
        received.locale(),
        received.zone(),
        log.at(),
        log.head().id().value(),
        agent.wishes(),
        Optional.empty(),
        watched,
        deadline);
  }

  static Shown shown(Log log) {
    var prompt = new Prompt(log);
    prompt.lookAhead();
    boolean begun = prompt.hidden == 0;
    for (Logged logged : prompt.timeline) {
      if (!begun && logged.seq() > prompt.hidden) {
        prompt.hide();
        begun = true;
      }
      prompt.tell(logged);
    }
    return new Shown(prompt.messages, prompt.turns);
  }

  private static List<ModelRequest.Form> forms(Agent agent, Log log) {
    var forms = new ArrayList<ModelRequest.Form>();
    if (!agent.facts().isEmpty()) {
      ObjectNode known = Facts.known(log);
      forms.add(
          new ModelRequest.Form(
              "",
              NoteFacts.NAME,
              agent.facts().schema(),
              Jsons.json(known),
              agent.facts().missing(known)));
    }
    for (Gathered pending : Pending.of(agent, log)) forms.add(form(agent, pending));
    return forms;
  }

  private static ModelRequest.Form form(Agent agent, Gathered pending) {
    var asked = new LinkedHashSet<>(pending.missing());
    pending.invalid().keySet().forEach(path -> asked.add(Checking.top(path)));
    return new ModelRequest.Form(
        pending.pending().value(),
        pending.tool(),
        agent.tool(pending.tool()).orElseThrow().spec().parameters(),
        pending.arguments(),
        List.copyOf(asked));
  }

  private void lookAhead() {
    for (Logged logged : timeline) {
      switch (logged.entry()) {
        case Intended intended -> open.add(intended.call());
        case Returned returned -> {
          outcomes.put(returned.call(), returned.outcome());
          if (returned.outcome().isFinal()) open.remove(returned.call());
        }
        case Escalated escalated -> withPeople.add(escalated.call());
        case Previewed previewed -> {
          previews.put(previewed.call(), previewed);
          open.add(previewed.call());
        }
        case HandedTo handed -> handedOver = Optional.of(handed.call());
        case DeadLettered(var events, _) -> events.forEach(e -> setAside.put(e, Optional.empty()));
        default -> {}
      }
    }
  }

  /// Everything so far is left out: in its place stand its summary, and the calls that still
  /// matter.
  private void hide() {
    List<Message> before = List.copyOf(messages);
    messages.clear();
    turns.clear();
    told.clear(); // events of a turn that was left out may stand again in a later one
    spoken = Optional.empty();
    note(Snapshot.summary(timeline).map(summary -> SUMMARY + summary.text()).orElse(LEFT_OUT));
    for (Message message : before) {
      if (message instanceof Message.Assistant said) {
        List<Call> kept = said.calls().stream().filter(call -> matters(call.id())).toList();
        if (!kept.isEmpty()) said(new ModelSaid("", kept, Ending.COMPLETE, Made.UNKNOWN));
      }
    }
  }

  private boolean matters(CallId call) {
    return open.contains(call) || handedOver.equals(Optional.of(call));
  }

  private void tell(Logged logged) {
    switch (logged.entry()) {
      case Received received -> {
        turns.put(messages.size(), logged.seq());
        received(received);
      }
      case ModelSaid said when !said.calls().isEmpty() -> said(said);
      case ModelSaid said -> spoken = Optional.of(said);
      case Replied(var text, var voice, _) when voice == Voice.PERSON ->
          note("The person wrote to the customer: " + text);
      case Replied replied -> assistant(replied.text(), List.of());
      case Asked asked -> assistant(asked.text(), asked.fields());
      case Returned returned -> late(returned);
      case Escalated(var call, _) -> leftToAPerson(call);
      default -> {}
    }
  }

  private void received(Received received) {
    sinceReceived.clear();
    for (Arrived arrived : received.events()) {
      if (setAside.containsKey(arrived.event().id())) {
        setAside.put(arrived.event().id(), Optional.of(arrived));
      } else if (told.add(arrived.event().id())) {
        // The events of a superseded turn stand again in the next one.
        tell(arrived.event().what());
      }
    }
  }

  private void tell(Inbound what) {
    switch (what) {
      case Inbound.Said said -> messages.add(new Message.Customer(said.text()));
      case Inbound.Stopped _ -> note("The customer pressed stop.");
      case Inbound.Pressed(_, var yes) -> note("The customer pressed " + (yes ? "yes." : "no."));
      case Inbound.TimerFired fired -> note("The timer '" + fired.name() + "' is due.");
      case Inbound.Undelivered(_, var why) ->
          note("The message before may not have reached the customer: " + why);
      case Inbound.TakenOver _ -> note("A person of the business has taken over.");
      case Inbound.HandedBack _ -> note("The person has handed the conversation back to you.");
      case Inbound.Replayed _ -> replay();
      case Inbound.Summarised _ -> {} // stands before everything else
      case Inbound.Opened _, Inbound.Shown _, Inbound.OutcomeArrived _ -> {}
      case Inbound.PersonSaid _, Inbound.Decided _ -> {} // stand as an answer, and as an outcome
    }
  }

  /// What failed before is told now, as if it came in now.
  private void replay() {
    List<Arrived> again = setAside.values().stream().flatMap(Optional::stream).toList();
    // What comes later in the log was set aside after this, and waits for a replay of its own.
    setAside.values().removeIf(Optional::isPresent);
    for (Arrived arrived : again) if (told.add(arrived.event().id())) tell(arrived.event().what());
  }

  private void said(ModelSaid said) {
    messages.add(new Message.Assistant(said.text(), said.calls(), List.of(), said.made()));
    for (Call call : said.calls()) {
      sinceReceived.add(call.id());
      tools.put(call.id(), call.tool());
      messages.add(new Message.ToolSaid(call.id(), call.tool(), content(call.id())));
    }
  }

  /// An outcome that came in a later turn than its call stands with the call, which the model may
  /// not look at again: so it is told.
  private void late(Returned returned) {
    if (sinceReceived.contains(returned.call()) || !returned.outcome().isFinal()) return;
    if (Holding.isPart(returned.call())) return; // no call of a model's
    String tool = tools.getOrDefault(returned.call(), "a tool");
    note(
        "The outcome of an earlier call of " + tool + " is now known: " + content(returned.call()));
  }

  private void leftToAPerson(CallId call) {
    if (sinceReceived.contains(call)) return; // stands with the call
    note(
        "Nobody knows yet whether an earlier call of "
            + tools.getOrDefault(call, "a tool")
            + " was done. A person will find out: tell the customer so; do not call it again.");
  }

  private String content(CallId call) {
    Outcome outcome = outcomes.get(call);
    if (outcome == null && previews.containsKey(call)) {
      return OutcomeText.waitsForApproval(previews.get(call).text());
    }
    return outcome == null ? OutcomeText.unknown(withPeople.contains(call)) : text(call, outcome);
  }

  private String text(CallId call, Outcome outcome) {
    return outcome.isFinal()
        ? OutcomeText.of(outcome)
        : OutcomeText.unknown(withPeople.contains(call));
  }

  private void assistant(String text, List<String> asked) {
    // What was said may be a sentence of ours in place of the model's text.
    Made made =
        spoken.filter(s -> s.text().strip().equals(text)).map(ModelSaid::made).orElse(Made.UNKNOWN);
    messages.add(new Message.Assistant(text, List.of(), asked, made));
    spoken = Optional.empty();
  }

  private void note(String text) {
    messages.add(new Message.Note(text));
  }
}
