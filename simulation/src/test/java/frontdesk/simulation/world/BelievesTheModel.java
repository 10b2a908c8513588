package frontdesk.simulation.world;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;

/// Passes on what the model says was done, whether it was or not: its tools name no words that
/// would need a receipt.
final class BelievesTheModel implements Bug {

  @Override
  public String invariant() {
    return "M13";
  }

  @Override
  public Parts in(Parts parts) {
    // Those that look up are left as they are: one bug at a time.
    return parts.withTools(tool -> tool instanceof LooksUp ? tool : new Wordless(tool));
  }

  private record Wordless(Tool tool) implements Tool {

    @Override
    public ToolSpec spec() {
      return tool.spec().claiming();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return tool.call(context, arguments);
    }
  }
}
