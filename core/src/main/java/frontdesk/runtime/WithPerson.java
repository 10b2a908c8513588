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
    // What a person said is passed on even if it was handed back right after.
    return said(turn)
        .or(() -> silence(log))
        .map(last -> new Rest(List.of(last), Projection.effects(agent, turn, log.plus(last))));
  }

  /// A turn ends with the first thing that a person says (Receiving), so there is one at most.
  static Optional<Entry> said(Turn turn) {
    for (Inbound event : turn.events()) {
      if (event instanceof PersonSaid(var text)) {
        return Optional.of(new Replied(text, Voice.PERSON, turn.eventIds()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Entry> silence(Log log) {
    return log.head().owner() == Owner.PERSON
        ? Optional.of(new Closed("a person answers"))
        : Optional.empty();
  }
}
