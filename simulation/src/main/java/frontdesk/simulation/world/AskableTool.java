package frontdesk.simulation.world;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.tool.LooksUp;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.Optional;

/// An acting tool whose backend can be asked what it did, though it does not always know.
record AskableTool(ActingTool act) implements LooksUp {

  @Override
  public ToolSpec spec() {
    return act.spec();
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    return act.call(context, arguments);
  }

  @Override
  public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
    pause(context);
    if (act.chance(context).oneIn(10)) throw new IllegalStateException("The connection was reset");
    if (act.chance(context).oneIn(5)) return new Found.CannotTell("its index is behind");
    Optional<Outcome> receipt = act.backend().find(context);
    pause(context);
    return receipt.<Found>map(Found.Applied::new).orElseGet(Found.NotApplied::new);
  }

  private void pause(ToolContext context) {
    context.threads().sleep(Duration.ofMillis(act.chance(context).below(1_500)));
  }
}
