package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.OutcomeArrived;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What to do next: a pure function of the log, and so the same after a crash as before it.
///
/// Read from the top: has the turn been stopped, has an outcome come in, is an act in doubt
/// ({@link Settling}), is there a call to run ({@link Calling}), and if not, what is there to say.
final class Next {
  private Next() {}

  /// The next step of the log's open turn.
  static Step next(Agent root, Log log) {
    Turn turn = Turn.of(log).orElseThrow(() -> new IllegalStateException("No turn is open"));
    Agent agent = root.speaking(log);
    // A stop raises the epoch at the moment it is accepted.
    if (turn.received().epoch() < log.head().epoch()) return superseded(agent, turn, log);
    return lateOutcome(turn, log)
        .or(() -> Settling.next(root, turn, log))
        .or(() -> Calling.next(agent, turn, log))
        .orElseGet(() -> speak(agent, turn, log));
  }

  /// The turn was stopped: what did not leave will not, what may have left is settled by the next
  /// turn, which also gets the events. What was noted stays noted.
  private static Step superseded(Agent agent, Turn turn, Log log) {
    var entries = new ArrayList<Entry>();
    for (Call call : turn.newCalls()) entries.add(stopped(call));
    entries.add(new Closed("superseded"));
    return new Rest(entries, Projection.superseded(agent, turn, log.plus(entries)));
  }

  private static Entry stopped(Call call) {
    return new Returned(call.id(), 0, new Outcome.Refused("stopped"));
  }

  /// Late outcomes are read at once, not only between turns: they may be what the turn waits for.
  private static Optional<Step> lateOutcome(Turn turn, Log log) {
    return Stream.concat(turn.received().events().stream(), log.open().stream())
        .flatMap(
            arrived -> arrived.event().what() instanceof OutcomeArrived o ? Stream.of(o) : null)
        .filter(late -> turn.acts().stream().anyMatch(act -> belongs(late, act)))
        .findFirst()
        .map(late -> new Returned(late.call(), late.attempt(), late.outcome()))
        .map(returned -> new Add(List.of(returned)));
  }

  private static boolean belongs(OutcomeArrived late, OpenAct act) {
    return act.intent().call().equals(late.call()) && act.takes(late.attempt(), late.outcome());
  }

  private static Step speak(Agent agent, Turn turn, Log log) {
    String locale = turn.received().locale();
    if (turn.modelFailed()) return apology(agent, turn, log, Sentences.modelFailed(locale));
    Optional<ModelSaid> said = turn.said();
    if (said.isPresent() && said.get().calls().isEmpty()) {
      return answer(agent, turn, log, said.get());
    }
    if (said.isEmpty() && !worthAWord(turn)) return silence(agent, turn, log);
    if (said.isEmpty() && onlyStopped(turn, log)) {
      return reply(agent, turn, log, Sentences.stopped(locale), false);
    }
    if (turn.modelCalls() >= agent.limits().modelCalls()) {
      return apology(agent, turn, log, Sentences.tooManySteps(locale));
    }
    return new AskModel();
  }

  /// The model's text, or a sentence of ours where it has none: the customer never gets a blank.
  private static Step answer(Agent agent, Turn turn, Log log, ModelSaid said) {
    if (said.ending() == Ending.REFUSED || said.text().isBlank()) {
      return reply(agent, turn, log, Sentences.noAnswer(turn.received().locale()), false);
    }
    List<String> missing = agent.facts().missing(Facts.known(log));
    if (missing.isEmpty()) return reply(agent, turn, log, said.text().strip(), false);
    return rest(agent, turn, log, new Asked(said.text().strip(), missing, turn.eventIds()));
  }

  private static Step apology(Agent agent, Turn turn, Log log, String sentence) {
    boolean acted = actedSinceLastAnswer(log);
    String text = acted ? Sentences.afterAct(turn.received().locale()) : sentence;
    return reply(agent, turn, log, text, true);
  }

  private static boolean worthAWord(Turn turn) {
    return turn.last(Returned.class).isPresent()
        || turn.events().stream()
            .anyMatch(
                what ->
                    switch (what) {
                      case Inbound.Said _, Inbound.Stopped _, Inbound.TimerFired _ -> true;
                      case Inbound.Opened _, OutcomeArrived _ -> false;
                    });
  }

  /// A stop, and nothing that was done since the last answer: there is nothing a model could add.
  private static boolean onlyStopped(Turn turn, Log log) {
    boolean stopIsLast =
        turn.events().stream()
                .filter(what -> what instanceof Inbound.Said || what instanceof Inbound.Stopped)
                .reduce((_, later) -> later)
                .orElse(null)
            instanceof Inbound.Stopped;
    return stopIsLast && turn.acts().isEmpty() && !actedSinceLastAnswer(log);
  }

  private static boolean actedSinceLastAnswer(Log log) {
    return log.timeline().reversed().stream()
        .map(Logged::entry)
        .takeWhile(entry -> !(entry instanceof Replied) && !(entry instanceof Asked))
        .anyMatch(Intended.class::isInstance);
  }

  private static Step silence(Agent agent, Turn turn, Log log) {
    return rest(agent, turn, log, new Closed("nothing to say"));
  }

  private static Step reply(Agent agent, Turn turn, Log log, String text, boolean apology) {
    return rest(agent, turn, log, new Replied(text, apology, turn.eventIds()));
  }

  private static Step rest(Agent agent, Turn turn, Log log, Entry last) {
    return new Rest(List.of(last), Projection.effects(agent, turn, log.plus(last)));
  }
}
