package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.PersonWanted;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Shortened;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Replayed;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.model.Message;
import frontdesk.model.ModelException.Kind;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What to say once nothing is left to do: ask the model, or end the turn with its text, with a
/// sentence of ours, or without a word.
final class Speaking {
  private final Agent agent;
  private final Turn turn;
  private final Log log;
  private final String locale;

  private Speaking(Agent agent, Turn turn, Log log) {
    this.agent = agent;
    this.turn = turn;
    this.log = log;
    this.locale = turn.received().locale();
  }

  static Step next(Agent agent, Turn turn, Log log) {
    return new Speaking(agent, turn, log).next();
  }

  private Step next() {
    Optional<ModelFailed> failed = turn.modelFailed();
    if (failed.isPresent()) return afterFailure(failed.get());
    Optional<ModelSaid> said = turn.said();
    if (said.isPresent() && said.get().calls().isEmpty()) return answered(said.get());
    if (said.isEmpty() && isPressedInVain()) {
      return rest(reply(Sentences.notOpen(locale), Voice.AGENT));
    }
    if (said.isEmpty() && !isWorthAWord()) return rest(new Closed("nothing to say"));
    if (said.isEmpty() && isOnlyStopped()) {
      return rest(reply(Sentences.stopped(locale), Voice.AGENT));
    }
    if (!hasStepsLeft() || Repeats.found(turn)) {
      return rest(
          new PersonWanted("the model came to no end"), apology(Sentences.tooManySteps(locale)));
    }
    if (!hasTokensLeft()) {
      return rest(
          new PersonWanted("the conversation took its tokens of the day (limits.tokens_per_day)"),
          apology(Sentences.enoughForToday(locale)));
    }
    return ask(messages -> messages);
  }

  /// An answer that was to be worded again is better than none. What was too long for the provider
  /// is shortened, once: its own count may differ from ours.
  private Step afterFailure(ModelFailed failed) {
    Optional<ModelSaid> said = turn.said().filter(before -> before.calls().isEmpty());
    if (said.isPresent()) return rest(answer(said.get()));
    return tooLong(failed).orElseGet(() -> rest(apology(sentence(failed))));
  }

  private Optional<Step> tooLong(ModelFailed failed) {
    boolean isFirst = turn.entries().stream().filter(ModelFailed.class::isInstance).count() == 1;
    if (!isFirst || !failed.kind().equals(Kind.CONTEXT_TOO_LONG.name())) return Optional.empty();
    Prompt.Shown shown = Prompt.shown(log);
    return shortened(shown, Shortening.tokens(shown.messages()) - 1);
  }

  /// Nobody is asked to try again where that will not help.
  private String sentence(ModelFailed failed) {
    boolean refused =
        Stream.of(Kind.QUOTA, Kind.UNAUTHORISED, Kind.NO_SUCH_MODEL)
            .anyMatch(kind -> kind.name().equals(failed.kind()));
    return refused ? Sentences.wentWrong(locale) : Sentences.modelFailed(locale);
  }

  private static Optional<Step> shortened(Prompt.Shown shown, long tokensMax) {
    OptionalLong through = Shortening.through(shown, tokensMax);
    return through.isEmpty()
        ? Optional.empty()
        : Optional.of(new Add(List.of(new Shortened(through.getAsLong()))));
  }

  private Step answered(ModelSaid said) {
    boolean again = Wording.isToBeAskedAgain(turn, said) && hasStepsLeft() && hasTokensLeft();
    return again ? ask(messages -> Wording.again(turn, messages, said)) : rest(answer(said));
  }

  /// Asks with what is shown of the conversation, once that is short enough.
  private Step ask(UnaryOperator<List<Message>> completed) {
    Prompt.Shown shown = Prompt.shown(log);
    return shortened(shown, agent.limits().promptTokens())
        .orElseGet(() -> new AskModel(completed.apply(shown.messages())));
  }

  private boolean hasStepsLeft() {
    return turn.modelCalls() < agent.limits().modelCalls();
  }

  private boolean hasTokensLeft() {
    return log.spent().on(log.at()) < agent.limits().tokensPerDay();
  }

  /// The model's text, or a sentence of ours where it has none that can be said.
  private Entry answer(ModelSaid said) {
    if (said.ending() == Ending.REFUSED || said.text().isBlank()) {
      return reply(Sentences.noAnswer(locale), Voice.AGENT);
    }
    String text = said.text().strip();
    if (said.ending() == Ending.CUT) text = Texts.marked(text);
    if (!Claims.areProven(agent, turn, log, text)) {
      return reply(Sentences.unproven(locale), Voice.AGENT);
    }
    text = Wording.announced(log, said, text, locale);
    List<String> missing = Pending.asked(agent, log);
    if (missing.isEmpty()) missing = agent.facts().missing(Facts.known(log));
    if (missing.isEmpty()) return reply(text, Voice.AGENT);
    return new Asked(text, missing, Optional.empty(), turn.eventIds());
  }

  private Entry apology(String sentence) {
    return reply(didAct() ? Sentences.afterAct(locale) : sentence, Voice.APOLOGY);
  }

  private boolean isWorthAWord() {
    return turn.last(Returned.class).isPresent()
        || turn.events().stream()
            .anyMatch(
                what ->
                    switch (what) {
                      case Said _, Inbound.Stopped _, Inbound.TimerFired _ -> true;
                      case Inbound.HandedBack _ -> isOwedAnAnswer();
                      case Replayed _ -> deadLettersRemain();
                      case Inbound.Opened _, Inbound.Pressed _, Inbound.Shown _ -> false;
                      case Inbound.OutcomeArrived _, Inbound.Decided _ -> false;
                      case Inbound.Summarised _ -> false;
                      case Inbound.Undelivered _, Inbound.TakenOver _, Inbound.PersonSaid _ ->
                          false;
                    });
  }

  /// The customer wrote something since anybody answered, or what failed is to be tried again.
  private boolean isOwedAnAnswer() {
    return sinceLastAnswer()
        .flatMap(entry -> entry instanceof Received r ? r.events().stream() : Stream.of())
        .map(Arrived::event)
        .anyMatch(event -> event.what() instanceof Said || event.what() instanceof Replayed);
  }

  private boolean deadLettersRemain() {
    return log.timeline().stream().anyMatch(l -> l.entry() instanceof DeadLettered);
  }

  /// Only a button was pressed, of a question that is not open any more. A second press of one that
  /// was approved is no news, and one by somebody else is not theirs to decide.
  private boolean isPressedInVain() {
    boolean onlyPressed = turn.events().stream().allMatch(what -> what instanceof Inbound.Pressed);
    return onlyPressed
        && turn.preview().isEmpty()
        && turn.last(Returned.class).isEmpty()
        && turn.events().stream()
            .noneMatch(
                what -> what instanceof Inbound.Pressed(var question, _) && didAct(question));
  }

  private boolean didAct(CallId call) {
    return log.timeline().stream()
        .anyMatch(l -> l.entry() instanceof Intended intended && intended.call().equals(call));
  }

  /// A stop, and nothing that was done since the last answer: there is nothing a model could add.
  private boolean isOnlyStopped() {
    Optional<Inbound> last =
        turn.events().stream()
            .filter(what -> what instanceof Said || what instanceof Inbound.Stopped)
            .reduce((_, later) -> later);
    boolean stops =
        last.filter(
                what ->
                    what instanceof Inbound.Stopped
                        // As a word it may also mean something else, if there was nothing to stop.
                        || (what instanceof Said said && said.isStop() && didStop()))
            .isPresent();
    return stops && turn.acts().isEmpty() && !didAct();
  }

  private boolean didStop() {
    return sinceLastAnswer()
        .anyMatch(
            entry ->
                entry instanceof Closed
                    || (entry instanceof Returned(_, _, Outcome.Refused(var why))
                        && why.equals(Sentences.STOPPED)));
  }

  private boolean didAct() {
    return sinceLastAnswer()
        .anyMatch(e -> e instanceof Intended intended && !Holding.isPart(intended.call()));
  }

  private Stream<Entry> sinceLastAnswer() {
    return log.timeline().reversed().stream()
        .map(Logged::entry)
        .takeWhile(entry -> !(entry instanceof Replied) && !(entry instanceof Asked));
  }

  /// Nobody but a person can reach the customer otherwise.
  private static boolean isLost(Inbound what) {
    return what instanceof Inbound.Undelivered undelivered && !undelivered.wasWithdrawn();
  }

  private Replied reply(String text, Voice voice) {
    return new Replied(text, voice, turn.eventIds());
  }

  private Step rest(Entry... entries) {
    var last = new ArrayList<Entry>();
    if (turn.events().stream().anyMatch(Speaking::isLost)) {
      last.add(new PersonWanted("a message may not have reached the customer"));
    }
    last.addAll(List.of(entries));
    return new Rest(last, Projection.effects(agent, turn, log.plus(last)));
  }
}
