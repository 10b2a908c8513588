package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.PersonSaid;
import frontdesk.conversation.Log;
import frontdesk.conversation.Owner;
import frontdesk.runtime.Step.Rest;
import java.util.List;
import java.util.Optional;

/// What to do while a person answers: pass on what they say, and add nothing to it.
final class WithPerson {
  private WithPerson() {}

  /// Empty when the agent answers.
  static Optional<Step> next(Agent agent, Turn turn, Log log) {
    if (log.head().owner() == Owner.AGENT) return Optional.empty();
    // A turn ends with the first thing that a person says (Receiving), so there is one at most.
    Entry last = new Closed("a person answers");
    for (Inbound event : turn.events()) {
      if (event instanceof PersonSaid(var text)) {
        last = new Replied(text, Voice.PERSON, turn.eventIds());
      }
    }
    return Optional.of(new Rest(List.of(last), Projection.effects(agent, turn, log.plus(last))));
  }
}
