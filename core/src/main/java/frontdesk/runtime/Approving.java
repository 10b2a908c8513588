package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Dropped;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.EventId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound.Pressed;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.Rest;
import frontdesk.tool.Tool;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What to do about the preview that waits for the customer's approval. There is at most one, so a
/// "yes" has one meaning.
///
/// It is void when anything that it stands for has changed, and when there is any doubt about what
/// the customer meant nothing is done.
final class Approving {
  private final Turn turn;
  private final Log log;
  private final Previewed preview;

  private Approving(Turn turn, Log log, Previewed preview) {
    this.turn = turn;
    this.log = log;
    this.preview = preview;
  }

  /// Empty when there is no preview, or the customer has not decided about it.
  static Optional<Step> next(Agent root, Turn turn, Log log) {
    return turn.preview().flatMap(p -> new Approving(turn, log, p).next(root));
  }

  private Optional<Step> next(Agent root) {
    Optional<Tool> tool = root.anyTool(preview.tool());
    if (turn.entries().contains(preview)) return Optional.of(begin(root, tool));
    Optional<String> why = voidBecause(tool);
    if (why.isPresent()) return Optional.of(close(why.get()));
    if (isApproved()) return Optional.of(act(tool.orElseThrow()));
    if (turnsDown()) return Optional.of(close("the customer said no"));
    return approval()
        .<Step>map(by -> new Add(List.of(new Approved(preview.call(), by))))
        .or(() -> asksAgain(root.speaking(log)));
  }

  /// A plain yes that answers something else is no approval, but may be meant as one (X09).
  private Optional<Step> asksAgain(Agent agent) {
    boolean onlySaid =
        turn.received().events().stream().allMatch(a -> a.event().what() instanceof Said);
    boolean yes =
        onlySaid
            && theirs()
                .map(a -> a.event().what())
                .anyMatch(
                    what -> what instanceof Said(var text) && Consent.of(text) == Consent.YES);
    return yes && saidNothingElse() && asksSomethingElse() && turn.said().isEmpty()
        ? Optional.of(ask(agent))
        : Optional.empty();
  }

  /// What it is about is held first, where that can be.
  private Step begin(Agent root, Optional<Tool> tool) {
    return tool.flatMap(t -> Holding.take(t, preview, turn, log))
        .or(() -> Holding.refused(log, preview.call()).map(this::close))
        .orElseGet(() -> ask(root.speaking(log)));
  }

  /// The turn ends with the preview: what the tool says, and whether to do it.
  private Step ask(Agent agent) {
    String held = Jsons.parse(Holding.of(log, preview.call())).path("text").asString("");
    String question = Sentences.approve(turn.received().locale());
    var asked =
        new Asked(
            preview.text() + (held.isEmpty() ? "" : "\n" + held) + "\n\n" + question,
            List.of(),
            Optional.of(preview.call()),
            turn.eventIds());
    return new Rest(List.of(asked), Projection.effects(agent, turn, log.plus(asked)));
  }

  private Optional<String> voidBecause(Optional<Tool> tool) {
    if (preview.epoch() < turn.received().epoch()) return Optional.of(Sentences.STOPPED);
    if (!log.at().isBefore(preview.expires())) return Optional.of("the approval came too late");
    if (isDropped()) return Optional.of("the customer does not want it any more");
    boolean same =
        tool.filter(t -> Previews.hash(t.spec(), preview).equals(preview.hash())).isPresent();
    if (!same) return Optional.of("it has changed since it was shown to the customer");
    return Optional.empty();
  }

  private boolean isDropped() {
    var dropped = new HashSet<CallId>();
    for (Logged logged : log.timeline()) {
      if (logged.entry() instanceof Dropped(var pending, _)) dropped.add(pending);
    }
    return log.timeline().stream()
        .anyMatch(
            l ->
                l.entry() instanceof Gathered gathered
                    && gathered.call().equals(preview.call())
                    && dropped.contains(gathered.pending()));
  }

  private boolean isApproved() {
    return log.timeline().stream()
        .anyMatch(l -> l.entry() instanceof Approved(var call, _) && call.equals(preview.call()));
  }

  /// A new act of what was shown: nothing in it comes from a model any more.
  private Step act(Tool tool) {
    return new Act(
        tool,
        new Intended(
            preview.call(),
            preview.tool(),
            preview.arguments(),
            preview.bound(),
            IdempotencyKey.of(log.head().id(), preview.call()),
            preview.principal(),
            1,
            turn.received().epoch(),
            Limits.ALLOWANCE,
            tool.spec().timeLimit()));
  }

  private boolean turnsDown() {
    return theirs()
        .anyMatch(
            arrived ->
                switch (arrived.event().what()) {
                  case Pressed(var question, var yes) -> isThis(question) && !yes;
                  case Said said -> isAsked() && Consent.of(said.text()) == Consent.NO;
                  default -> false;
                });
  }

  /// The event that approves. Who says anything else beside it may mean something else.
  private Optional<EventId> approval() {
    if (!saidNothingElse()) return Optional.empty();
    return theirs().filter(this::approves).map(arrived -> arrived.event().id()).findFirst();
  }

  private boolean saidNothingElse() {
    return theirs()
        .flatMap(a -> a.event().what() instanceof Said said ? Stream.of(said) : null)
        .allMatch(said -> Consent.of(said.text()) == Consent.YES);
  }

  private boolean approves(Arrived arrived) {
    return switch (arrived.event().what()) {
      case Pressed(var question, var yes) -> isThis(question) && yes;
      case Said _ -> isAsked() && shown().filter(shown -> isLater(arrived, shown)).isPresent();
      default -> false;
    };
  }

  /// What was sent before the question was seen cannot be its answer, even if it came in later.
  private static boolean isLater(Arrived said, Arrived shown) {
    return said.seq() > shown.seq() && said.sentAt().isAfter(shown.at());
  }

  /// A plain word answers what was said last.
  private boolean isAsked() {
    return log.timeline().reversed().stream()
        .map(Logged::entry)
        .filter(entry -> entry instanceof Asked || entry instanceof Replied)
        .findFirst()
        .filter(
            last ->
                last instanceof Asked asked && asked.approval().filter(this::isThis).isPresent())
        .isPresent();
  }

  private boolean asksSomethingElse() {
    return log.timeline().reversed().stream()
        .map(Logged::entry)
        .filter(entry -> entry instanceof Asked || entry instanceof Replied)
        .findFirst()
        .filter(
            last -> last instanceof Asked asked && asked.approval().filter(this::isThis).isEmpty())
        .isPresent();
  }

  private Optional<Arrived> shown() {
    return log.timeline().stream()
        .map(Logged::entry)
        .flatMap(entry -> entry instanceof Received received ? received.events().stream() : null)
        .filter(a -> a.event().what() instanceof Shown(var question) && isThis(question))
        .findFirst();
  }

  /// Nobody else's word counts.
  private Stream<Arrived> theirs() {
    return turn.received().events().stream()
        .filter(arrived -> arrived.event().sender().equals(preview.principal()));
  }

  private boolean isThis(CallId question) {
    return question.equals(preview.call());
  }

  private Step close(String why) {
    return close(new Outcome.Refused(why));
  }

  private Step close(Outcome why) {
    return new Add(List.of(new Returned(preview.call(), 0, why)));
  }
}
