package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.runtime.Step.Act;
import frontdesk.tool.Hold;
import frontdesk.tool.Tool;
import frontdesk.tool.WriteTool;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What is held at a provider while a customer decides about a preview: taken before the preview
/// is shown, given back when it came to nothing. Both are acts with an intent, made by no model;
/// their ids follow from that of the call that they are held for.
///
/// Holding is a courtesy. When it fails the preview is shown all the same, and what cannot be
/// given back is free again by itself.
final class Holding {
  private static final String TAKE = "/hold";
  private static final String GIVE_BACK = "/give-back";

  private Holding() {}

  /// Whether a call is one of ours, and not of a model.
  static boolean isPart(CallId call) {
    return call.value().endsWith(TAKE) || call.value().endsWith(GIVE_BACK);
  }

  /// To be done before the preview is shown; empty when it was tried, or the tool holds nothing.
  static Optional<Step> take(Tool tool, Previewed preview, Turn turn, Log log) {
    CallId call = part(preview.call(), TAKE);
    if (turn.takenUp().contains(call)) return Optional.empty();
    return hold(tool).map(hold -> act(hold.take(), call, preview.bound(), preview, turn, log));
  }

  /// Why what the preview is about cannot be had.
  static Optional<Outcome> refused(Log log, CallId previewed) {
    return outcome(log, part(previewed, TAKE))
        .filter(o -> o instanceof Outcome.Refused || o instanceof Outcome.NeedsInput);
  }

  /// What is held for a call: what the hold was done with, empty when it may have been done or
  /// not, `Json.NULL` when it was not tried.
  static Json of(Log log, CallId previewed) {
    CallId call = part(previewed, TAKE);
    if (intents(log).noneMatch(intended -> intended.call().equals(call))) return Json.NULL;
    return outcome(log, call)
        .map(outcome -> outcome instanceof Outcome.Done(var content) ? content : Json.EMPTY)
        .orElse(Json.EMPTY);
  }

  /// Gives back what is held for a call that came to nothing. What is older than a preview stands
  /// is free again by itself.
  static Optional<Step> next(Agent root, Turn turn, Log log) {
    Instant since = log.at().minus(Limits.PREVIEW_STANDS);
    return log.timeline().reversed().stream()
        .takeWhile(logged -> logged.at().isAfter(since))
        .map(Logged::entry)
        .flatMap(entry -> entry instanceof Previewed preview ? Stream.of(preview) : null)
        .flatMap(preview -> giveBack(root, preview, turn, log).stream())
        .findFirst();
  }

  private static Optional<Step> giveBack(Agent root, Previewed preview, Turn turn, Log log) {
    CallId call = part(preview.call(), GIVE_BACK);
    boolean inVain =
        outcome(log, preview.call()).filter(o -> !(o instanceof Outcome.Done)).isPresent();
    if (!inVain || turn.takenUp().contains(call)) return Optional.empty();
    return outcome(log, part(preview.call(), TAKE))
        .flatMap(
            o -> o instanceof Outcome.Done(var content) ? Optional.of(content) : Optional.empty())
        .flatMap(
            held ->
                root.anyTool(preview.tool())
                    .flatMap(Holding::hold)
                    .map(hold -> act(hold.giveBack(), call, held, preview, turn, log)));
  }

  private static Step act(
      Tool tool, CallId call, Json arguments, Previewed preview, Turn turn, Log log) {
    return new Act(
        tool,
        new Intended(
            call,
            tool.spec().name(),
            arguments,
            Json.NULL,
            IdempotencyKey.of(log.head().id(), call),
            preview.principal(),
            1,
            turn.received().epoch(),
            Limits.ALLOWANCE,
            tool.spec().timeLimit()));
  }

  private static Optional<Hold> hold(Tool tool) {
    return tool instanceof WriteTool acts ? acts.hold() : Optional.empty();
  }

  private static CallId part(CallId call, String part) {
    return new CallId(call.value() + part);
  }

  private static Stream<Intended> intents(Log log) {
    return log.timeline().stream()
        .flatMap(l -> l.entry() instanceof Intended intended ? Stream.of(intended) : null);
  }

  /// The final one.
  private static Optional<Outcome> outcome(Log log, CallId call) {
    return log.timeline().stream()
        .flatMap(l -> l.entry() instanceof Returned returned ? Stream.of(returned) : null)
        .filter(returned -> returned.call().equals(call) && returned.outcome().isFinal())
        .map(Returned::outcome)
        .reduce((_, later) -> later);
  }
}
