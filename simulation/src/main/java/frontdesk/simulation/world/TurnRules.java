package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.EventId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// I1 no event vanishes, I6 none gets into another conversation, I2 none is answered twice, I4
/// turns follow one another in the order of the inbox, I7 none is left open.
final class TurnRules {
  private final Story story;
  private final Ledger ledger;
  private final Map<EventId, Logged> answeredBy = new HashMap<>();
  private Optional<Received> turn = Optional.empty();
  private long consumed;
  private long place;

  TurnRules(Story story, Ledger ledger) {
    this.story = story;
    this.ledger = ledger;
  }

  void check() {
    for (Logged logged : story.entries()) follow(logged);
    if (turn.isPresent()) violated("I4", "its last turn was never closed");
    if (story.head().hasOpenEvents()) violated("I7", "events are open at the end");
    ledger.accepted().stream()
        .filter(event -> event.conversation().equals(story.id()))
        .forEach(this::checkAnswered);
  }

  private void follow(Logged logged) {
    Entry entry = logged.entry();
    Canary.foreign(story.id(), entry.toString())
        .ifPresent(canary -> violated("I6", "entry " + logged.seq() + " has " + canary));
    if (logged.seq() != ++place) violated("I4", "entry " + place + " is missing");
    if (entry instanceof Received received) begins(received, logged);
    else if (turn.isEmpty()) violated("I4", "entry " + place + " stands outside of a turn");
    else if (entry.closesTurn()) ends(turn.get(), logged);
  }

  private void begins(Received received, Logged logged) {
    if (turn.isPresent()) violated("I4", "turns overlap at entry " + logged.seq());
    long expected = consumed;
    for (Arrived arrived : received.events()) {
      if (arrived.seq() != ++expected) {
        violated("I4", "entry " + logged.seq() + " skips event " + expected);
        expected = arrived.seq();
      }
    }
    turn = Optional.of(received);
  }

  private void ends(Received received, Logged logged) {
    turn = Optional.empty();
    List<EventId> events = received.events().stream().map(a -> a.event().id()).toList();
    switch (logged.entry()) {
      case Replied replied -> answers(replied.answers(), events, logged);
      case Asked asked -> answers(asked.answers(), events, logged);
      case Closed(var why) when why.equals("superseded") -> {
        return;
      }
      case Entry _ -> {}
    }
    consumed = received.events().getLast().seq();
    for (EventId event : events) {
      if (answeredBy.put(event, logged) != null) violated("I2", event + " led to two turns");
    }
  }

  private void answers(List<EventId> named, List<EventId> events, Logged logged) {
    if (!named.equals(events)) violated("I2", "entry " + logged.seq() + " names other events");
  }

  private void checkAnswered(InboundEvent event) {
    Logged answer = answeredBy.get(event.id());
    if (answer == null) violated("I1", event.id() + " was accepted and never read");
    ledger
        .shown(event.id())
        .filter(seq -> answer == null || answer.seq() != seq)
        .ifPresent(seq -> violated("I2", "entry " + seq + " was shown for " + event.id()));
  }

  private void violated(String invariant, String what) {
    ledger.violated(invariant, story.id(), what);
  }
}
