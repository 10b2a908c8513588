package frontdesk.adapters.rest;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.json.Jsons;
import frontdesk.runtime.Projection;
import frontdesk.store.Document;
import frontdesk.store.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A conversation as its client sees it: what was said, the facts, the ticket, where it stands.
public final class Transcript {
  private static final int PAGE = 500;

  private final Records records;
  private final Agents agents;
  private final ArrayNode messages = Jsons.array();
  private final Set<Long> told = new HashSet<>();
  private Optional<Opened> opened = Optional.empty();
  private boolean unanswered;

  public Transcript(Records records, Agents agents) {
    this.records = records;
    this.agents = agents;
  }

  /// Read anew; use each instance once.
  public ObjectNode of(ConversationId id) {
    // Open events first: one that is answered in between is then told twice over, not left out.
    List<Arrived> open = records.open(id);
    for (Logged logged : entries(id)) tell(logged);
    for (Arrived arrived : open) unanswered |= said(arrived);
    return body(id);
  }

  private List<Logged> entries(ConversationId id) {
    var all = new ArrayList<Logged>();
    while (true) {
      List<Logged> page = records.entries(id, all.isEmpty() ? 0 : all.getLast().seq(), PAGE);
      all.addAll(page);
      if (page.size() < PAGE) return all;
    }
  }

  private void tell(Logged logged) {
    switch (logged.entry()) {
      case Received received -> received.events().forEach(this::said);
      case Replied replied -> message("a" + logged.seq(), "assistant", replied.text(), logged.at());
      case Asked asked -> message("a" + logged.seq(), "assistant", asked.text(), logged.at());
      default -> {}
    }
  }

  /// True when it is a message that was not told before.
  private boolean said(Arrived arrived) {
    if (!told.add(arrived.seq())) return false;
    switch (arrived.event().what()) {
      case Opened o -> opened = Optional.of(o);
      case Said said -> {
        message("u" + arrived.seq(), "user", said.text(), arrived.event().at());
        return true;
      }
      default -> {}
    }
    return false;
  }

  private void message(String id, String role, String text, Instant at) {
    ObjectNode message = Jsons.object().put("id", id).put("role", role);
    messages.add(message.put("text", text).put("at", at.toString()));
  }

  private ObjectNode body(ConversationId id) {
    Optional<Agent> agent = opened.flatMap(o -> agents.named(o.agent()));
    JsonNode state = document(Projection.CONVERSATION, id);
    String status = unanswered ? "open" : state.path("status").asString("open");
    ObjectNode body = Jsons.object().put("conversation_id", id.peer());
    body.put("function", agent.map(Agent::function).orElse(""));
    body.put("agent", state.path("agent").asString(agent.map(Agent::name).orElse("")));
    body.put("status", status);
    body.set("facts", facts(id, agent));
    body.set("messages", messages);
    body.put("message_count", messages.size());
    body.set("ticket", ticket(id));
    return body;
  }

  private ObjectNode facts(ConversationId id, Optional<Agent> agent) {
    JsonNode known = document(Projection.FACTS, id);
    ObjectNode facts = Jsons.object();
    for (String name : agent.map(a -> a.facts().names()).orElse(List.of())) {
      facts.set(name, known.has(name) ? known.get(name) : JsonNodeFactory.instance.nullNode());
    }
    return facts;
  }

  private JsonNode ticket(ConversationId id) {
    JsonNode ticket = document(Projection.TICKET, id);
    if (!ticket.has("id")) return JsonNodeFactory.instance.nullNode();
    return Jsons.object()
        .put("id", ticket.path("id").asString())
        .put("status", ticket.path("status").asString());
  }

  private JsonNode document(String kind, ConversationId id) {
    return records
        .document(kind, id.value())
        .map(Document::body)
        .map(Jsons::parse)
        .orElseGet(Jsons::object);
  }
}
