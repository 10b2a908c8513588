package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.agent.Ticket;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.PersonWanted;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.TimerSet;
import frontdesk.conversation.Head;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import frontdesk.store.Document;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What follows from a log for others, written in the commit that ends a turn: documents and
/// timers.
public final class Projection {
  /// `{"agent","status"}` of each conversation; status is `open`, `waiting` or `completed`, apart
  /// from who owns it.
  public static final String CONVERSATION = "conversation";

  static final String WAITING = "waiting";

  /// The facts as they stand.
  public static final String FACTS = "facts";

  /// `{"id","status","facts"}`; status is `open`, or `reopened` when facts came in after it.
  public static final String TICKET = "ticket";

  private Projection() {}

  /// Where a conversation stands, also while no turn has read yet that a person took it over or
  /// handed it back: an owner is one at once.
  ///
  /// @param document its document of the kind `conversation`, or an empty object
  public static String status(Head head, JsonNode document) {
    return head.owner() == Owner.PERSON ? WAITING : document.path("status").asString("open");
  }

  /// Of a turn that answered its events.
  static Effects effects(Agent agent, Turn turn, Log log) {
    return effects(OptionalLong.of(turn.consumes()), agent, turn, log);
  }

  /// Of a turn that leaves its events to the next one.
  static Effects superseded(Agent agent, Turn turn, Log log) {
    return effects(OptionalLong.empty(), agent, turn, log);
  }

  /// Of a turn that was given up: what it set and noted before stays. Where the conversation stands
  /// is not computed.
  static Effects deadLettered(Agent agent, Turn turn, Log log) {
    ObjectNode state = Jsons.object().put("agent", agent.name()).put("status", WAITING);
    return effects(OptionalLong.of(turn.consumes()), state, turn, log);
  }

  private static Effects effects(OptionalLong consumed, Agent agent, Turn turn, Log log) {
    return effects(consumed, conversation(agent, log), turn, log);
  }

  private static Effects effects(OptionalLong consumed, ObjectNode state, Turn turn, Log log) {
    var timers = new ArrayList<Timer>();
    for (Entry entry : turn.entries()) {
      if (entry instanceof TimerSet(var name, var at)) timers.add(new Timer(name, at));
    }
    return new Effects(consumed, List.of(), timers, documents(state, turn, log), Optional.empty());
  }

  private static List<Document> documents(ObjectNode state, Turn turn, Log log) {
    var documents = new ArrayList<Document>();
    documents.add(document(log, CONVERSATION, state));
    if (turn.last(Noted.class).isPresent() || turn.last(HandedTo.class).isPresent()) {
      ObjectNode known = Facts.known(log);
      documents.add(document(log, FACTS, known));
      ticket(log, known).ifPresent(ticket -> documents.add(document(log, TICKET, ticket)));
    }
    return documents;
  }

  private static ObjectNode conversation(Agent agent, Log log) {
    return Jsons.object().put("agent", agent.name()).put("status", status(agent, log));
  }

  private static String status(Agent agent, Log log) {
    if (isPersonWanted(log)) return WAITING;
    boolean complete =
        !agent.facts().isEmpty()
            && seqOfHandOver(log) > 0
            && agent.facts().missing(Facts.known(log)).isEmpty();
    return complete ? "completed" : "open";
  }

  /// For an act that nobody else can decide about, or for what went wrong since a person was here.
  private static boolean isPersonWanted(Log log) {
    boolean wanted = OpenAct.of(log.timeline()).stream().anyMatch(OpenAct::escalated);
    for (Logged logged : log.timeline().reversed()) {
      if (logged.entry() instanceof Received received && isOfOperator(received)) return wanted;
      wanted |= logged.entry() instanceof DeadLettered || logged.entry() instanceof PersonWanted;
    }
    return wanted;
  }

  private static boolean isOfOperator(Received received) {
    return received.events().stream()
        .anyMatch(arrived -> arrived.event().sender() instanceof Principal.Operator);
  }

  private static Optional<ObjectNode> ticket(Log log, ObjectNode facts) {
    long handedOver = seqOfHandOver(log);
    if (handedOver == 0) return Optional.empty();
    boolean reopened =
        log.timeline().stream()
            .anyMatch(logged -> logged.entry() instanceof Noted && logged.seq() > handedOver);
    ObjectNode ticket = Jsons.object();
    ticket.put("id", Ticket.id(log.head().id())).put("status", reopened ? "reopened" : "open");
    ticket.set("facts", facts);
    return Optional.of(ticket);
  }

  private static long seqOfHandOver(Log log) {
    return log.timeline().stream()
        .filter(logged -> logged.entry() instanceof HandedTo)
        .mapToLong(Logged::seq)
        .max()
        .orElse(0);
  }

  private static Document document(Log log, String kind, ObjectNode body) {
    Json json = Jsons.json(body);
    return new Document(kind, log.head().id().value(), log.head().id(), json);
  }
}
