package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Log;
import frontdesk.conversation.Owner;
import frontdesk.runtime.Step.Rest;
import frontdesk.store.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What to do about a turn that failed again and again: its events are set aside, with a word to
/// the customer, so that the conversation goes on. A person finds them (`waiting`) and may have
/// them tried again. Asks for as little as can be, as anything may be what fails.
final class GivingUp {
  private GivingUp() {}

  /// All in one step: what comes between would look as if the turn had come any further.
  static Step next(Agent agent, Turn turn, Log log) {
    var entries = new ArrayList<Entry>();
    for (OpenAct act : turn.acts()) {
      Optional<Returned> heard = Settling.heard(turn, log, act);
      if (heard.isEmpty() && act.escalated()) continue;
      // A person is asked what is true, and so not while it may still change.
      if (heard.isEmpty() && log.at().isBefore(act.landed())) {
        return new Rest(List.of(), Effects.waitUntil(act.landed()));
      }
      entries.add(
          heard
              .<Entry>map(returned -> returned)
              .orElseGet(() -> new Escalated(act.intent().call(), "the turn failed")));
    }
    entries.addAll(Next.closed(turn));
    entries.add(deadLettered(turn));
    entries.add(last(turn, log));
    return new Rest(entries, Projection.deadLettered(agent, turn, log));
  }

  private static Entry deadLettered(Turn turn) {
    String why = turn.last(Interrupted.class).map(Interrupted::why).orElse("");
    return new DeadLettered(turn.eventIds(), why);
  }

  private static Entry last(Turn turn, Log log) {
    boolean agentAnswers = log.head().owner() == Owner.AGENT;
    boolean saidSomething = turn.events().stream().anyMatch(Inbound::fromCustomer);
    String sentence = Sentences.gaveUp(turn.received().locale());
    // What a person said is no part of what failed.
    return WithPerson.said(turn)
        .orElseGet(
            () ->
                agentAnswers && saidSomething
                    ? new Replied(sentence, Voice.APOLOGY, turn.eventIds())
                    : new Closed("gave up"));
  }
}
