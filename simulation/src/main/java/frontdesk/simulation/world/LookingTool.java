package frontdesk.simulation.world;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.simulation.Chance;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;

/// Looks something up: mostly at once, sometimes never.
record LookingTool(ToolSpec spec, Chance chance) implements Tool {
  static final String NAME = "stock";

  LookingTool(Chance chance) {
    this(ToolSpec.look(NAME, "How many are there.", Items.SCHEMA, Backend.TIME_LIMIT), chance);
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    Chance ofThese = chance.named(context.conversation().value());
    context.threads().sleep(Duration.ofMillis(ofThese.below(ofThese.oneIn(10) ? 60_000 : 1_000)));
    if (ofThese.oneIn(10)) throw new IllegalStateException("The connection was reset");
    return new Outcome.Done(new Json("{\"left\":" + ofThese.below(9) + "}"));
  }
}
