package frontdesk.runtime;

import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An act that has an intent and no final outcome yet.
///
/// @param intent the newest attempt
/// @param intendedAt the store's time of the newest attempt
/// @param last what the newest attempt, or the newest look-up, came to; empty: nobody knows
/// @param lastAt the store's time of that, or of the intent
/// @param doubts how often an outcome or a look-up was unknown
/// @param earlierInDoubt an earlier attempt may have had its effect
/// @param escalated a person has been asked to decide
record OpenAct(
    Intended intent,
    Instant intendedAt,
    Optional<Outcome> last,
    Instant lastAt,
    int doubts,
    boolean earlierInDoubt,
    boolean escalated) {

  /// The act of this intent, which has no final outcome yet.
  static OpenAct of(Log log, Intended intent) {
    return of(log.timeline()).stream()
        .filter(act -> act.intent().call().equals(intent.call()))
        .findFirst()
        .orElseThrow();
  }

  /// All of a timeline, in the order of their first intents.
  static List<OpenAct> of(List<Logged> timeline) {
    var open = new LinkedHashMap<String, OpenAct>();
    for (Logged logged : timeline) {
      switch (logged.entry()) {
        case Intended intended ->
            open.compute(
                intended.call().value(),
                (_, before) ->
                    before == null
                        ? first(intended, logged.at())
                        : before.attemptedAgain(intended, logged.at()));
        case Returned returned -> returned(open, returned, logged.at());
        case Escalated escalated ->
            open.computeIfPresent(escalated.call().value(), (_, act) -> act.withEscalation());
        default -> {}
      }
    }
    return new ArrayList<>(open.values());
  }

  /// From when on the newest request can no longer be flying: it may be written within its
  /// allowance, and takes its time limit at most.
  Instant landed() {
    return intendedAt.plus(intent.allowance()).plus(intent.timeLimit());
  }

  /// Whether the newest attempt is known to have had no effect.
  boolean notSent() {
    return last.filter(Outcome.NotSent.class::isInstance).isPresent();
  }

  /// What the newest attempt's outcome says of the act. That an attempt did not happen, or was
  /// refused, proves nothing about an earlier one that may have: it may even be why.
  Outcome proven(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _, Outcome.NotSent _, Outcome.Unknown _ -> outcome;
      case Outcome.Refused _, Outcome.Failed _, Outcome.NeedsInput _ ->
          earlierInDoubt ? new Outcome.Unknown("an earlier attempt may have happened") : outcome;
    };
  }

  /// Whether an outcome that comes in late says something new and true. That it happened is true
  /// of every attempt; that it did not, only of the newest, and only while that one is in doubt;
  /// and it closes the act only if no earlier one is.
  boolean takes(int attempt, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> true;
      case Outcome.Unknown _ -> false;
      case Outcome.NotSent _ -> attempt == intent.attempt() && !notSent();
      case Outcome.Refused _, Outcome.Failed _, Outcome.NeedsInput _ ->
          attempt == intent.attempt() && !notSent() && !earlierInDoubt;
    };
  }

  /// A moment to wait before asking again, longer each time: 1 s, 2 s, 4 s … after what came last.
  Instant pausedUntil(int times) {
    return lastAt.plus(Duration.ofSeconds(1L << Math.min(Math.max(times - 1, 0), 5)));
  }

  private static OpenAct first(Intended intended, Instant at) {
    return new OpenAct(intended, at, Optional.empty(), at, 0, false, false);
  }

  private OpenAct attemptedAgain(Intended intended, Instant at) {
    boolean inDoubt = earlierInDoubt || !notSent();
    return new OpenAct(intended, at, Optional.empty(), at, doubts, inDoubt, escalated);
  }

  private static void returned(Map<String, OpenAct> open, Returned returned, Instant at) {
    if (returned.outcome().isFinal()) open.remove(returned.call().value());
    else
      open.computeIfPresent(returned.call().value(), (_, act) -> act.with(returned.outcome(), at));
  }

  private OpenAct with(Outcome outcome, Instant at) {
    int doubtsNow = outcome instanceof Outcome.Unknown ? doubts + 1 : doubts;
    return new OpenAct(
        intent, intendedAt, Optional.of(outcome), at, doubtsNow, earlierInDoubt, escalated);
  }

  private OpenAct withEscalation() {
    return new OpenAct(intent, intendedAt, last, lastAt, doubts, earlierInDoubt, true);
  }
}
