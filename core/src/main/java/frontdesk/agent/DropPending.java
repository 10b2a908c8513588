package frontdesk.agent;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Dropped;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.PendingCalls;
import frontdesk.json.Jsons;
import frontdesk.tool.LogTool;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Drops a pending call that the customer does not want any more. Of several it must be named.
public final class DropPending implements LogTool {
  public static final String NAME = "drop_pending";

  private static final ToolSpec SPEC =
      ToolSpec.look(
          NAME,
          "Drops a pending call that the customer does not want any more. Name it where there are"
              + " several.",
          new Json(
              """
              {"type": "object", "properties": {
                "pending": {"type": "string", "description": "id of the pending call"}}}
              """),
          Duration.ofSeconds(1));

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public List<Entry> call(Log log, Call call, Json arguments) {
    String named = Jsons.parse(arguments).path("pending").asString("");
    List<Gathered> open = PendingCalls.open(log.timeline(), log.at());
    List<Gathered> meant =
        named.isBlank()
            ? open
            : open.stream().filter(p -> p.pending().value().equals(named)).toList();
    var entries = new ArrayList<Entry>();
    if (meant.size() == 1) {
      entries.add(new Dropped(meant.getFirst().pending(), "the customer does not want it"));
    }
    entries.add(new Returned(call.id(), 0, outcome(meant, open)));
    return entries;
  }

  private static Outcome outcome(List<Gathered> meant, List<Gathered> open) {
    if (meant.size() == 1) {
      return new Outcome.Done(Jsons.json(Jsons.object().put("dropped", meant.getFirst().tool())));
    }
    if (open.isEmpty()) return new Outcome.Refused("no call is pending");
    return new Outcome.NeedsInput(
        List.of("pending"), Map.of(), open.stream().map(DropPending::offer).toList());
  }

  private static Json offer(Gathered pending) {
    return Jsons.json(
        Jsons.object()
            .put("pending", pending.pending().value())
            .put("tool", pending.tool())
            .set("known", Jsons.parse(pending.arguments())));
  }
}
