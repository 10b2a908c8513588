package frontdesk.adapters.rest;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.conversation.ConversationId;
import frontdesk.json.Jsons;
import frontdesk.runtime.Projection;
import frontdesk.runtime.Transcript;
import frontdesk.store.Document;
import frontdesk.store.Records;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A conversation as its client sees it: what was said, the facts, the ticket, where it stands.
final class ConversationBody {
  private final Records records;
  private final Agents agents;

  ConversationBody(Records records, Agents agents) {
    this.records = records;
    this.agents = agents;
  }

  ObjectNode of(ConversationId id) {
    Transcript transcript = Transcript.of(records, id);
    Optional<Agent> agent = transcript.opened().flatMap(o -> agents.named(o.agent()));
    ObjectNode body = Jsons.object().put("conversation_id", id.peer());
    body.put("function", agent.map(Agent::function).orElse(""));
    state(body, id, agent, transcript.unanswered());
    body.set("facts", facts(id, agent));
    body.set("messages", messages(transcript));
    body.put("message_count", transcript.messages().size());
    body.set("ticket", ticket(id));
    return body;
  }

  private void state(
      ObjectNode body, ConversationId id, Optional<Agent> agent, boolean unanswered) {
    JsonNode state = document(Projection.CONVERSATION, id);
    String status = records.head(id).map(head -> Projection.status(head, state)).orElse("open");
    body.put("agent", state.path("agent").asString(agent.map(Agent::name).orElse("")));
    // A new message reopens what was completed; that a person must act stays true.
    body.put("status", unanswered && status.equals("completed") ? "open" : status);
  }

  private static ArrayNode messages(Transcript transcript) {
    ArrayNode messages = Jsons.array();
    for (Transcript.Message message : transcript.messages()) {
      messages
          .addObject()
          .put("id", message.id())
          .put("role", message.byCustomer() ? "user" : "assistant")
          .put("text", message.text())
          .put("at", message.at().toString());
    }
    return messages;
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
