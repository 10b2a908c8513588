package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.Look;
import frontdesk.runtime.Step.Looking;
import frontdesk.runtime.Step.Show;
import frontdesk.tool.LogTool;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What to do about the calls of the model's newest reply: first those that need no one outside
/// (wrong calls are answered, our own tools add their entries), then all looks together, then the
/// acts one by one, so that looks see the world as it was; last the one that the customer has to
/// approve, as its question ends the turn.
final class Calling {
  private Calling() {}

  /// Empty when the reply has no call that is still to be run.
  static Optional<Step> next(Agent agent, Turn turn, Log log) {
    List<Call> calls = turn.newCalls();
    if (calls.isEmpty()) return Optional.empty();
    List<Entry> inside = inside(agent, turn, log, calls);
    if (!inside.isEmpty()) return Optional.of(new Add(inside));
    List<Looking> looks = looks(agent, turn, log, calls);
    if (!looks.isEmpty()) return Optional.of(new Look(looks));
    return Optional.of(
        calls.stream()
            .filter(call -> !isAsked(agent, call))
            .findFirst()
            .map(call -> act(agent, turn, log, call))
            .orElseGet(() -> show(agent, turn, log, calls.getFirst())));
  }

  private static List<Entry> inside(Agent agent, Turn turn, Log log, List<Call> calls) {
    var entries = new ArrayList<Entry>();
    for (Call call : calls) {
      Optional<LogTool> own = agent.logTool(call.tool());
      switch (Arguments.check(agent, call)) {
        case Arguments.Wrong(var outcome) -> entries.add(returned(call, outcome));
        case Arguments.Right(var arguments) when own.isPresent() ->
            entries.addAll(own.get().call(log.plus(entries), call, arguments));
        case Arguments.Right(var given) -> {
          Log now = log.plus(entries);
          entries.addAll(gathered(agent, turn, now, calls, call, given));
        }
      }
    }
    return entries;
  }

  /// What there is to note before the call can be made, or because it cannot.
  private static List<Entry> gathered(
      Agent agent, Turn turn, Log log, List<Call> calls, Call call, Json given) {
    if (Repeats.isOneTooMany(agent, turn, call, given)) {
      return List.of(returned(call, new Outcome.Refused(Repeats.WHY)));
    }
    return switch (Gathering.of(agent, turn, log, call, given)) {
      case Gathering.Waiting(var entries, var outcome) -> {
        var waits = new ArrayList<>(entries);
        waits.add(returned(call, OutcomeText.bounded(outcome)));
        yield waits;
      }
      case Gathering.Ready(var arguments, var entries) ->
          forbidden(agent, turn, calls, call, arguments)
              .<List<Entry>>map(why -> List.of(returned(call, new Outcome.Refused(why))))
              .orElse(entries);
    };
  }

  private static Json arguments(Agent agent, Turn turn, Log log, Call call) {
    if (Arguments.check(agent, call) instanceof Arguments.Right(var given)
        && Gathering.of(agent, turn, log, call, given)
            instanceof Gathering.Ready(var arguments, _)) {
      return arguments;
    }
    throw new IllegalStateException("A call that cannot be made was answered before");
  }

  /// Why an act must not be done now: the same one is in doubt, or the reply asks for it twice, or
  /// for two approvals at once.
  private static Optional<String> forbidden(
      Agent agent, Turn turn, List<Call> calls, Call call, Json arguments) {
    if (!acts(agent, call)) return Optional.empty();
    boolean inDoubt = turn.acts().stream().anyMatch(act -> same(act.intent(), call, arguments));
    if (inDoubt) {
      return Optional.of("the same request was made before and its outcome is not known yet");
    }
    List<Call> before =
        calls.stream().takeWhile(earlier -> !earlier.id().equals(call.id())).toList();
    if (isAsked(agent, call) && before.stream().anyMatch(earlier -> isAsked(agent, earlier))) {
      return Optional.of("the customer can approve one request at a time: make this one later");
    }
    boolean twice =
        before.stream()
            .filter(earlier -> earlier.tool().equals(call.tool()))
            .anyMatch(
                earlier -> Arguments.check(agent, earlier).equals(Arguments.check(agent, call)));
    return twice ? Optional.of("the same request stands twice in one reply") : Optional.empty();
  }

  private static boolean same(Intended intent, Call call, Json arguments) {
    return intent.tool().equals(call.tool()) && intent.arguments().equals(arguments);
  }

  private static List<Looking> looks(Agent agent, Turn turn, Log log, List<Call> calls) {
    var looks = new ArrayList<Looking>();
    for (Call call : calls) {
      if (acts(agent, call)) continue;
      Json arguments = arguments(agent, turn, log, call);
      agent.tool(call.tool()).ifPresent(tool -> looks.add(new Looking(tool, call, arguments)));
    }
    return looks;
  }

  /// A new act, with a key of its own: people do ask for the same thing twice.
  private static Step act(Agent agent, Turn turn, Log log, Call call) {
    Tool tool = agent.tool(call.tool()).orElseThrow();
    Json arguments = arguments(agent, turn, log, call);
    return new Act(
        tool,
        new Intended(
            call.id(),
            call.tool(),
            arguments,
            Json.NULL,
            IdempotencyKey.of(log.head().id(), call.id()),
            turn.principal(),
            1,
            turn.received().epoch(),
            Limits.ALLOWANCE,
            tool.spec().timeLimit()));
  }

  /// Only one preview is open at a time: a newer one takes the place of the one before.
  private static Step show(Agent agent, Turn turn, Log log, Call call) {
    if (turn.preview().isPresent()) {
      return new Add(
          List.of(
              returned(
                  turn.preview().get().call(),
                  new Outcome.Refused("another request was shown to the customer instead"))));
    }
    if (!(agent.tool(call.tool()).orElseThrow() instanceof WriteTool tool)) {
      throw new IllegalStateException("Only a call of a tool with previews comes so far");
    }
    Json arguments = arguments(agent, turn, log, call);
    return new Show(tool, call, arguments, turn.principal(), turn.received().epoch());
  }

  private static boolean isAsked(Agent agent, Call call) {
    return agent
        .tool(call.tool())
        .filter(tool -> tool.spec().approval() == ToolSpec.Approval.ASKED)
        .isPresent();
  }

  private static boolean acts(Agent agent, Call call) {
    return agent
        .tool(call.tool())
        .filter(tool -> tool.spec().effect() == ToolSpec.Effect.WRITE)
        .isPresent();
  }

  private static Entry returned(Call call, Outcome outcome) {
    return returned(call.id(), outcome);
  }

  private static Entry returned(CallId call, Outcome outcome) {
    return new Returned(call, 0, outcome);
  }
}
