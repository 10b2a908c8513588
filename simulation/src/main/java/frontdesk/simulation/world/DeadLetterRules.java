package frontdesk.simulation.world;

import frontdesk.agent.Limits;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Logged;
import java.util.List;

/// D07 a turn is given up only after it failed as often as it may, and with exactly its events.
final class DeadLetterRules {
  private DeadLetterRules() {}

  static void check(Story story, Ledger ledger) {
    List<EventId> events = List.of();
    int failures = 0;
    for (Logged logged : story.entries()) {
      switch (logged.entry()) {
        case Received received -> {
          events = received.events().stream().map(Arrived::event).map(e -> e.id()).toList();
          failures = 0;
        }
        case Interrupted _ -> failures++;
        case DeadLettered(var dead, _) -> {
          boolean due = failures >= Limits.DEFAULT.attempts() && dead.equals(events);
          if (!due) ledger.violated("D07", story.id(), "gave up too early, or something else");
        }
        default -> {}
      }
    }
  }
}
