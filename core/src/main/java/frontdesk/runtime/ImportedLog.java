package frontdesk.runtime;

import frontdesk.agent.Limits;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Made;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Owner;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import frontdesk.store.Archives.Archived;
import frontdesk.store.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Grows the log of a conversation that was held elsewhere, in whole turns: what customers wrote in
/// a row is one turn, what the model said in a row is one answer, and every call gets an outcome.
final class ImportedLog {
  private static final String PARAGRAPH = "\n\n";

  private final ConversationId id;
  private final String agent;
  private final Instant at;
  private final List<Logged> entries = new ArrayList<>();
  private final List<Arrived> unread = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final StringBuilder answer = new StringBuilder();
  private List<EventId> answered = List.of();
  private boolean begun;
  private long inbox;
  private int unreadBytes;
  private String locale = "en";

  ImportedLog(Inbound.Opened opened, ConversationId id, Instant at) {
    this.id = id;
    this.agent = opened.agent();
    this.at = at;
    arrives(opened);
  }

  /// A call without an outcome so far, under the name that its provider gave it.
  private record Waiting(String name, String tool, CallId call) {}

  /// A call as its provider named it.
  record Named(String name, String tool, String arguments) {}

  void customerSaid(String text) {
    outcomesStayOut();
    int bytes = new Inbound.Said(text).keptBytes();
    boolean full =
        unread.size() == Limits.EVENTS_PER_TURN || unreadBytes + bytes > Limits.BYTES_PER_TURN;
    if (begun || !answer.isEmpty() || full) endTurn();
    unreadBytes += bytes;
    locale = Languages.of(text).orElse(locale);
    arrives(new Inbound.Said(text));
  }

  void modelSaid(String text, List<Named> calls) {
    outcomesStayOut();
    if (!text.isBlank()) answer.append(answer.isEmpty() ? "" : PARAGRAPH).append(text);
    if (calls.isEmpty()) return;
    beginTurn();
    var ours = new ArrayList<Call>();
    for (Named call : calls) {
      var name = new CallId((entries.size() + 1) + "." + ours.size());
      ours.add(
          new Call(name, call.tool(), Texts.cut(call.arguments(), Limits.ARGUMENT_CHARACTERS)));
      waiting.add(new Waiting(call.name(), call.tool(), name));
    }
    add(new ModelSaid(words(), ours, Ending.COMPLETE, Made.UNKNOWN));
  }

  /// False when no call of that name waits for an outcome.
  boolean returned(String name, String content) {
    return returned(waiting.stream().filter(w -> w.name().equals(name)).findFirst(), content);
  }

  /// False when no call of that tool waits for an outcome.
  boolean toolReturned(String tool, String content) {
    return returned(waiting.stream().filter(w -> w.tool().equals(tool)).findFirst(), content);
  }

  private boolean returned(Optional<Waiting> call, String content) {
    if (call.isEmpty()) return false;
    waiting.remove(call.get());
    Json json = Jsons.tryObject(content).map(Jsons::json).orElseGet(() -> text(content));
    returned(call.get(), new Outcome.Done(json));
    return true;
  }

  /// The conversation at rest, as if it had been held here.
  Archived whole() {
    outcomesStayOut();
    endTurn();
    var head = new Head(id, entries.size(), inbox, inbox, 0, Owner.AGENT, Optional.empty());
    Json state = Jsons.json(Jsons.object().put("agent", agent).put("status", "open"));
    return new Archived(
        head, entries, List.of(new Document(Projection.CONVERSATION, id.value(), id, state)));
  }

  /// What comes next in the file says that nothing more is told of them.
  private void outcomesStayOut() {
    for (Waiting call : waiting) {
      returned(call, new Outcome.Unknown("the imported messages do not say"));
    }
    waiting.clear();
  }

  private void returned(Waiting call, Outcome outcome) {
    add(new Returned(call.call(), 0, OutcomeText.bounded(outcome)));
  }

  private void endTurn() {
    beginTurn();
    if (answer.isEmpty()) {
      add(new Closed("imported without an answer"));
    } else {
      String text = words();
      add(new ModelSaid(text, List.of(), Ending.COMPLETE, Made.UNKNOWN));
      add(new Replied(text, Voice.AGENT, answered));
    }
    begun = false;
  }

  private void beginTurn() {
    if (begun) return;
    add(new Received(unread, agent, "imported", 0, locale, "UTC"));
    answered = unread.stream().map(arrived -> arrived.event().id()).toList();
    unread.clear();
    unreadBytes = 0;
    begun = true;
  }

  /// What was said and stands in no entry yet.
  private String words() {
    String text = Texts.cut(answer.toString(), Limits.REPLY_CHARACTERS);
    answer.setLength(0);
    return text;
  }

  private void arrives(Inbound what) {
    inbox++;
    var event = new EventId(id + ":imported:" + inbox);
    var sender = new Principal.Visitor(id.value());
    unread.add(new Arrived(inbox, at, InboundEvent.untimed(event, id, sender, what)));
  }

  private void add(Entry entry) {
    entries.add(new Logged(entries.size() + 1L, at, entry));
  }

  private static Json text(String content) {
    return Jsons.json(Jsons.object().put("text", content));
  }
}
