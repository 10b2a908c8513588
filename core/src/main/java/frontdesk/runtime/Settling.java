package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound.Decided;
import frontdesk.conversation.Inbound.OutcomeArrived;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.LookUp;
import frontdesk.runtime.Step.Rest;
import frontdesk.store.Effects;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What to do about an act that has an intent and no final outcome: what was heard of it since,
/// else its tool's declared recovery, never a blind call; bounded, then a person decides.
final class Settling {
  static final Json FOUND_BY_A_PERSON =
      Jsons.json(Jsons.object().put("status", "a person found that it happened"));

  private Settling() {}

  /// The next step for the oldest act in doubt; empty when there is none, or all of them wait for a
  /// person.
  static Optional<Step> next(Agent root, Turn turn, Log log) {
    return heard(turn, log)
        .or(
            () ->
                turn.acts().stream()
                    .filter(act -> !act.escalated())
                    .findFirst()
                    .map(act -> settle(root, turn, log, act)));
  }

  /// Late outcomes, and what people decided, are read at once, not only between turns: they may be
  /// what the turn waits for.
  private static Optional<Step> heard(Turn turn, Log log) {
    return events(turn, log)
        .flatMap(arrived -> turn.acts().stream().flatMap(act -> heard(arrived, act).stream()))
        .findFirst()
        .map(Settling::add);
  }

  /// What was heard of an act and settles it.
  static Optional<Returned> heard(Turn turn, Log log, OpenAct act) {
    return events(turn, log)
        .flatMap(arrived -> heard(arrived, act).stream())
        .filter(returned -> returned.outcome().isFinal())
        .findFirst();
  }

  private static Stream<Arrived> events(Turn turn, Log log) {
    return Stream.concat(turn.received().events().stream(), log.open().stream());
  }

  private static Optional<Returned> heard(Arrived arrived, OpenAct act) {
    CallId call = act.intent().call();
    return switch (arrived.event().what()) {
      case OutcomeArrived(var of, var attempt, var outcome)
          when of.equals(call) && act.takes(attempt, outcome) ->
          Optional.of(new Returned(call, attempt, outcome));
      case Decided(var of, var happened) when of.equals(call) && act.escalated() ->
          Optional.of(new Returned(call, act.intent().attempt(), decided(happened)));
      default -> Optional.empty();
    };
  }

  private static Outcome decided(boolean happened) {
    return happened
        ? new Outcome.Done(FOUND_BY_A_PERSON)
        : new Outcome.Failed("a person found that it did not happen", true);
  }

  private static Step settle(Agent root, Turn turn, Log log, OpenAct act) {
    Optional<Tool> tool = root.anyTool(act.intent().tool());
    if (tool.isEmpty()) return withoutTool(log, act);
    if (tool.get().spec().recovery().equals(Optional.of(Recovery.EXPIRES))) return expires(act);
    return act.notSent()
        ? attemptAgain(root.limits(), turn, log, act, tool.get())
        : findOut(root.limits(), log, act, tool.get());
  }

  private static Step expires(OpenAct act) {
    return close(act, new Outcome.Failed("what may have been done is undone by itself", false));
  }

  private static Step withoutTool(Log log, OpenAct act) {
    if (Holding.isPart(act.intent().call())) return expires(act);
    String why = "the tool is no longer configured";
    return act.notSent() && !act.earlierInDoubt()
        ? close(act, new Outcome.Failed(why, false))
        : escalate(log, act, why);
  }

  /// The attempt is known to have had no effect. Another one is a new intent with the same key,
  /// unless the customer stopped in the meantime.
  private static Step attemptAgain(Limits limits, Turn turn, Log log, OpenAct act, Tool tool) {
    int attempt = act.intent().attempt();
    boolean stopped = act.intent().epoch() < turn.received().epoch();
    if (stopped && !act.earlierInDoubt()) {
      return close(act, new Outcome.Refused("stopped before it was sent"));
    }
    if (attempt >= limits.attempts()) {
      return act.earlierInDoubt()
          ? escalate(log, act, "no answer")
          : close(act, new Outcome.Failed("could not be sent", true));
    }
    return afterPause(log, act, attempt - 1, new Act(tool, again(act.intent())));
  }

  /// It may have happened. A stop changes nothing about that: the customer is told what is true.
  private static Step findOut(Limits limits, Log log, OpenAct act, Tool tool) {
    return switch (tool.spec().recovery().orElse(Recovery.ASK_HUMAN)) {
      // The provider enforces the key, so the first request may still be flying; and asking for it
      // again is the only way to learn what became of it.
      case RETRY_WITH_KEY ->
          act.intent().attempt() >= limits.attempts()
              ? escalate(log, act, "no answer")
              : afterPause(log, act, act.doubts() - 1, new Act(tool, again(act.intent())));
      // The first doubt is the lost answer itself, so look-ups are one fewer than doubts. An agent
      // takes no tool of this recovery that cannot look up.
      case LOOK_UP_FIRST ->
          act.doubts() > limits.attempts()
              ? escalate(log, act, "the provider cannot tell")
              : afterLanding(
                  log,
                  act,
                  afterPause(log, act, act.doubts() - 1, new LookUp((LooksUp) tool, act.intent())));
      case EXPIRES -> expires(act);
      case ASK_HUMAN -> escalate(log, act, "nobody but a person can find out");
    };
  }

  /// While the first request may still be flying, "not there" proves nothing.
  private static Step afterLanding(Log log, OpenAct act, Step then) {
    return log.at().isBefore(act.landed()) ? wait(act.landed()) : then;
  }

  /// The first repetition comes at once, later ones after a pause that grows.
  private static Step afterPause(Log log, OpenAct act, int repetitions, Step then) {
    if (repetitions < 1) return then;
    Instant when = act.pausedUntil(repetitions);
    return log.at().isBefore(when) ? wait(when) : then;
  }

  /// Of the first attempt's epoch: a stop between the attempts stays visible.
  private static Intended again(Intended before) {
    return new Intended(
        before.call(),
        before.tool(),
        before.arguments(),
        before.bound(),
        before.key(),
        before.principal(),
        before.attempt() + 1,
        before.epoch(),
        Limits.ALLOWANCE,
        before.timeLimit());
  }

  private static Step close(OpenAct act, Outcome outcome) {
    return add(new Returned(act.intent().call(), act.intent().attempt(), outcome));
  }

  /// A person is asked what is true, and so not while it may still change.
  private static Step escalate(Log log, OpenAct act, String why) {
    return afterLanding(log, act, add(new Escalated(act.intent().call(), why)));
  }

  private static Step add(Entry entry) {
    return new Add(List.of(entry));
  }

  private static Step wait(Instant moment) {
    return new Rest(List.of(), Effects.waitUntil(moment));
  }
}
