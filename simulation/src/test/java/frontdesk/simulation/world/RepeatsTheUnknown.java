package frontdesk.simulation.world;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;

/// Repeats an act of unknown outcome, whatever its tool says of recovery: as if each backend
/// enforced keys.
final class RepeatsTheUnknown implements Bug {

  @Override
  public String invariant() {
    return "I3";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withTools(tool -> tool instanceof WriteTool ? tool : new Repeating(tool));
  }

  private record Repeating(Tool tool) implements Tool {

    @Override
    public ToolSpec spec() {
      ToolSpec spec = tool.spec();
      if (spec.recovery().isEmpty()) return spec;
      var retried = Recovery.RETRY_WITH_KEY;
      return ToolSpec.act(
              spec.name(), spec.description(), spec.parameters(), retried, spec.timeLimit())
          .unasked();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return tool.call(context, arguments);
    }
  }
}
