package frontdesk.adapters.calcom;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.tool.ToolContext;
import java.time.Duration;

/// How long somebody waits.
record Until(Deadline deadline, Threads threads) {

  static Until of(ToolContext context) {
    return new Until(context.deadline(), context.threads());
  }

  /// For what is asked before an act: what comes after its allowance is of no use to it.
  static Until beforeActing(ToolContext context) {
    return new Until(context.deadline().earlier(context.sendBy()), context.threads());
  }

  boolean passed() {
    return deadline.passed(threads);
  }

  boolean leaves(Duration time) {
    return deadline.left(threads).compareTo(time) > 0;
  }
}
