package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Log;
import frontdesk.conversation.PendingCalls;
import frontdesk.conversation.Principal;
import java.util.List;

/// The pending calls of the customer who speaks, as far as the agent that speaks has their tools.
final class Pending {
  private Pending() {}

  /// Oldest first.
  static List<Gathered> of(Agent agent, Log log) {
    List<Gathered> open = PendingCalls.open(log.timeline(), log.at());
    if (open.isEmpty()) return open;
    Principal speaker = Turn.of(log).orElseThrow().principal();
    return open.stream()
        .filter(pending -> pending.principal().equals(speaker))
        .filter(pending -> agent.tool(pending.tool()).isPresent())
        .toList();
  }

  /// What the customer is being asked for: by the newest call that lacks something.
  static List<String> asked(Agent agent, Log log) {
    return of(agent, log).reversed().stream()
        .map(Gathered::missing)
        .filter(missing -> !missing.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
