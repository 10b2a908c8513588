package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Log;
import frontdesk.runtime.Step.Add;
import java.util.List;

/// What comes next, beside noting what a call stands on.
final class Steps {
  private Steps() {}

  static Step next(Agent agent, Log log) {
    Log now = log;
    while (true) {
      Step step = Next.next(agent, now);
      if (!(step instanceof Add(var entries))) return step;
      List<Entry> others = entries.stream().filter(e -> !(e instanceof Gathered)).toList();
      if (!others.isEmpty()) return new Add(others);
      now = now.plus(entries);
    }
  }
}
