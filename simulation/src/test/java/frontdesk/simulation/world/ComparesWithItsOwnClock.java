package frontdesk.simulation.world;

import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.engine.Deadline;
import frontdesk.simulation.Node;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Compares until when a request may be written, which is store's time, with the clock of its own
/// node instead of measuring the rest monotonically.
final class ComparesWithItsOwnClock implements Bug {

  @Override
  public String invariant() {
    return "G5";
  }

  @Override
  public Parts in(Parts parts) {
    var notAfter = new HashMap<IdempotencyKey, Instant>();
    return parts
        .withJournal(journal -> new Noting(journal, notAfter))
        .withTools(
            tool ->
                tool instanceof WriteTool ? tool : new ByTheClock(tool, parts.node(), notAfter));
  }

  private static final class Noting extends PassesOn {
    private final Map<IdempotencyKey, Instant> notAfter;

    Noting(Journal journal, Map<IdempotencyKey, Instant> notAfter) {
      super(journal);
      this.notAfter = notAfter;
    }

    @Override
    public Log append(Log log, Effects effects) {
      Log appended = super.append(log, effects);
      for (Entry entry : log.unsaved()) {
        if (!(entry instanceof Intended intent)) continue;
        notAfter.put(intent.key(), appended.at().plus(intent.allowance()));
      }
      return appended;
    }
  }

  private static final class ByTheClock implements LooksUp {
    private final Tool tool;
    private final Node node;
    private final Map<IdempotencyKey, Instant> notAfter;

    ByTheClock(Tool tool, Node node, Map<IdempotencyKey, Instant> notAfter) {
      this.tool = tool;
      this.node = node;
      this.notAfter = notAfter;
    }

    @Override
    public ToolSpec spec() {
      return tool.spec();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      Instant until = notAfter.get(context.key());
      return tool.call(until == null ? context : by(until, context), arguments);
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      return ((LooksUp) tool).find(context, key, arguments);
    }

    private ToolContext by(Instant until, ToolContext context) {
      Duration left = Duration.between(node.clock().instant(), until);
      return new ToolContext(
          context.conversation(),
          context.principal(),
          context.locale(),
          context.zone(),
          context.key(),
          context.bound(),
          context.held(),
          Deadline.in(left, context.threads()),
          context.deadline(),
          context.threads());
    }
  }
}
