package frontdesk.simulation.world;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.tool.LogTool;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;

/// Has a bug: it throws, and so does the turn that calls it.
record StumblingTool(ToolSpec spec) implements LogTool {
  static final String NAME = "stumble";

  StumblingTool() {
    this(ToolSpec.look(NAME, "Does not work.", Items.SCHEMA, Duration.ofSeconds(1)));
  }

  @Override
  public List<Entry> call(Log log, Call call, Json arguments) {
    throw new IllegalStateException("A bug of a tool");
  }
}
