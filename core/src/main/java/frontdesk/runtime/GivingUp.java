package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Log;
import frontdesk.conversation.Owner;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.Rest;
import frontdesk.store.Effects;
import java.util.ArrayList;
import java.util.List;

/// What to do about a turn that failed again and again: its events are set aside, with a word to
/// the customer, so that the conversation goes on. A person finds them (`waiting`) and may have
/// them tried again. Asks for as little as can be, as anything may be what fails.
final class GivingUp {
  private GivingUp() {}

  static Step next(Agent agent, Turn turn, Log log) {
    for (OpenAct act : turn.acts()) {
      if (act.escalated()) continue;
      // A person is asked what is true, and so not while it may still change.
      if (log.at().isBefore(act.landed())) {
        return new Rest(List.of(), Effects.waitUntil(act.landed()));
      }
      return new Add(List.of(new Escalated(act.intent().call(), "the turn failed")));
    }
    return new Rest(entries(turn, log), Projection.deadLettered(agent, turn, log));
  }

  private static List<Entry> entries(Turn turn, Log log) {
    String why = turn.last(Interrupted.class).map(Interrupted::why).orElse("");
    var entries = new ArrayList<>(Next.closed(turn));
    entries.add(new DeadLettered(turn.eventIds(), why));
    boolean agentAnswers = log.head().owner() == Owner.AGENT;
    boolean saidSomething = turn.events().stream().anyMatch(Inbound::fromCustomer);
    String sentence = Sentences.gaveUp(turn.received().locale());
    entries.add(
        agentAnswers && saidSomething
            ? new Replied(sentence, Voice.APOLOGY, turn.eventIds())
            : new Closed("gave up"));
    return entries;
  }
}
