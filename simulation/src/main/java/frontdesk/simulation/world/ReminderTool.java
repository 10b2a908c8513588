package frontdesk.simulation.world;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.TimerSet;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.tool.LogTool;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;

/// Sets a timer of its own name for each call.
record ReminderTool(ToolSpec spec) implements LogTool {
  static final String NAME = "remind";

  ReminderTool() {
    this(ToolSpec.look(NAME, "Reminds the customer later.", Items.SCHEMA, Duration.ofSeconds(1)));
  }

  @Override
  public List<Entry> call(Log log, Call call, Json arguments) {
    var at = log.at().plusSeconds(1 + log.lastSeq() % 20);
    return List.of(
        new TimerSet("remind-" + call.id(), at),
        new Returned(call.id(), 0, new Outcome.Done(new Json("{\"set\":true}"))));
  }
}
