package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import java.util.List;

/// Ends the loops of a model that makes the same call again and again (M09).
final class Repeats {
  static final String WHY = "the same call was made too often";

  private Repeats() {}

  /// Whether the turn has made the same call as often as it may, in replies before this one: what
  /// one reply asks for twice is no loop.
  static boolean isOneTooMany(Agent agent, Turn turn, Call call, Json arguments) {
    var same = new Arguments.Right(arguments);
    long before =
        turn.entries().stream()
            .map(entry -> entry instanceof ModelSaid said ? said.calls() : List.<Call>of())
            .takeWhile(calls -> calls.stream().noneMatch(other -> other.id().equals(call.id())))
            .flatMap(List::stream)
            .filter(other -> other.tool().equals(call.tool()))
            .filter(other -> turn.takenUp().contains(other.id()))
            .filter(other -> Arguments.check(agent, other).equals(same))
            .count();
    return before >= Limits.SAME_CALLS;
  }

  /// Whether a call of the turn was one too many: then the model is not asked again.
  static boolean found(Turn turn) {
    return turn.entries().stream()
        .anyMatch(
            entry -> entry instanceof Returned(_, _, Outcome.Refused(var why)) && why.equals(WHY));
  }
}
