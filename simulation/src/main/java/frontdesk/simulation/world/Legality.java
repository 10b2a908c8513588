package frontdesk.simulation.world;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.json.InvalidJson;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What each provider insists on: every call is followed by its outcome, in order, before
/// anything else is said, and no call stands twice.
final class Legality {
  private final Deque<Call> unanswered = new ArrayDeque<>();
  private final Set<CallId> seen = new HashSet<>();

  private Legality() {}

  /// Why a provider would refuse the request; empty when it is legal.
  static Optional<String> problem(ModelRequest request) {
    var legality = new Legality();
    for (Message message : request.messages()) {
      Optional<String> problem = legality.problem(message);
      if (problem.isPresent()) return problem;
    }
    return legality.pending();
  }

  private Optional<String> problem(Message message) {
    return switch (message) {
      case ToolSaid said -> answered(said);
      case Assistant said -> pending().or(() -> called(said));
      case Message.Customer _, Message.Note _ -> pending();
    };
  }

  private Optional<String> called(Assistant said) {
    for (Call call : said.calls()) {
      if (!seen.add(call.id())) return Optional.of("call " + call.id() + " stands twice");
      unanswered.add(call);
    }
    return Optional.empty();
  }

  private Optional<String> answered(ToolSaid said) {
    boolean fits =
        !unanswered.isEmpty()
            && unanswered.peek().id().equals(said.call())
            && unanswered.remove().tool().equals(said.tool());
    if (!fits) return Optional.of("outcome of " + said.call() + " stands where it does not belong");
    return isJson(said.content()) ? Optional.empty() : Optional.of("an outcome is no JSON");
  }

  private Optional<String> pending() {
    return unanswered.isEmpty()
        ? Optional.empty()
        : Optional.of("call " + unanswered.peek().id() + " has no outcome");
  }

  private static boolean isJson(String content) {
    try {
      return !Jsons.parse(content).isMissingNode();
    } catch (InvalidJson e) {
      return false;
    }
  }
}
