package frontdesk.agent;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.LogTool;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Notes facts that the customer gave. A blank value means "not said" and erases nothing. Returns
/// `{"facts", "changed", "missing", "invalid"}`.
public final class NoteFacts implements LogTool {
  public static final String NAME = "note_facts";

  private final Facts facts;
  private final ToolSpec spec;

  public NoteFacts(Facts facts) {
    this.facts = facts;
    this.spec =
        ToolSpec.look(
            NAME,
            "Notes facts that the customer has given. Leave out what was not said.",
            nothingRequired(facts.schema()),
            Duration.ofSeconds(1));
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public List<Entry> call(Log log, Call call, Json arguments) {
    ObjectNode known = Facts.known(log);
    ObjectNode invalid = Jsons.object();
    var changed = new ArrayList<Entry>();
    for (var given : Jsons.parse(arguments).properties()) {
      if (isBlank(given.getValue()) || given.getValue().equals(known.get(given.getKey()))) continue;
      var problem = facts.problem(given.getKey(), given.getValue());
      if (problem.isPresent()) invalid.put(given.getKey(), problem.get());
      else changed.add(new Noted(given.getKey(), Jsons.json(given.getValue())));
    }
    for (Entry entry : changed) {
      if (entry instanceof Noted noted) known.set(noted.name(), Jsons.parse(noted.value()));
    }
    var entries = new ArrayList<>(changed);
    entries.add(new Returned(call.id(), 0, new Outcome.Done(content(known, changed, invalid))));
    return entries;
  }

  private Json content(ObjectNode known, List<Entry> changed, ObjectNode invalid) {
    ObjectNode content = Jsons.object();
    content.set("facts", known);
    var names = content.putArray("changed");
    for (Entry entry : changed) if (entry instanceof Noted noted) names.add(noted.name());
    var missing = content.putArray("missing");
    facts.missing(known).forEach(missing::add);
    if (!invalid.isEmpty()) content.set("invalid", invalid);
    return Jsons.json(content);
  }

  private static boolean isBlank(JsonNode value) {
    return value.isNull() || (value.isString() && value.asString().isBlank());
  }

  /// The model may give any of the facts, or say that one is not known: the values are checked
  /// one by one in `call`, so that a wrong one does not refuse the others.
  private static Json nothingRequired(Json schema) {
    ObjectNode open = Jsons.parseObject(schema.text());
    open.remove("required");
    return Jsons.json(open);
  }
}
