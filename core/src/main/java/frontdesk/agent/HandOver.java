package frontdesk.agent;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.LogTool;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Hands the conversation over to another agent of the folder, once the facts are complete. With
/// facts it opens a ticket. Returns `{"agent", "ticket", "facts", "next_steps"}`, all that the
/// next agent has to know.
public final class HandOver implements LogTool {
  public static final String NAME = "hand_over";

  private final Facts facts;
  private final List<String> agents;
  private final JsonNode nextSteps;
  private final String locale;
  private final ToolSpec spec;

  /// Offers these agents.
  ///
  /// @param nextSteps what the business does next: a list of texts for each language
  /// @param locale the language to fall back to
  public HandOver(Facts facts, List<String> agents, JsonNode nextSteps, String locale) {
    this.facts = facts;
    this.agents = List.copyOf(agents);
    this.nextSteps = nextSteps;
    this.locale = locale;
    this.spec =
        ToolSpec.look(
            NAME,
            "Hands the conversation over once every required fact is known.",
            parameters(agents),
            Duration.ofSeconds(1));
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public List<Entry> call(Log log, Call call, Json arguments) {
    String to = Jsons.parse(arguments).path("to").asString("");
    ObjectNode known = Facts.known(log);
    List<String> missing = facts.missing(known);
    if (!agents.contains(to)) return refused(call, "There is no agent of that name");
    if (!missing.isEmpty()) return refused(call, "Not known yet: " + String.join(", ", missing));
    ObjectNode content = Jsons.object().put("agent", to);
    if (!facts.isEmpty()) content.put("ticket", Ticket.id(log.head().id()));
    content.set("facts", known);
    content.set("next_steps", nextSteps(log));
    return List.of(
        new HandedTo(to, call.id()),
        new Returned(call.id(), 0, new Outcome.Done(Jsons.json(content))));
  }

  private JsonNode nextSteps(Log log) {
    String spoken =
        log.timeline().reversed().stream()
            .map(logged -> logged.entry() instanceof Entry.Received r ? r.locale() : "")
            .filter(l -> !l.isEmpty())
            .findFirst()
            .orElse(locale);
    return nextSteps.has(spoken) ? nextSteps.get(spoken) : nextSteps.path(locale);
  }

  private static List<Entry> refused(Call call, String why) {
    return List.of(new Returned(call.id(), 0, new Outcome.Refused(why)));
  }

  private static Json parameters(List<String> agents) {
    ObjectNode schema = Jsons.object().put("type", "object").put("additionalProperties", false);
    var names =
        schema.putObject("properties").putObject("to").put("type", "string").putArray("enum");
    agents.forEach(names::add);
    schema.putArray("required").add("to");
    return Jsons.json(schema);
  }
}
