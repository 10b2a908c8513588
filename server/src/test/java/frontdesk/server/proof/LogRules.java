package frontdesk.server.proof;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.server.proof.Ledger.Taken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the log itself must be: I1 all that was accepted is in it, I2 once, I4 in the order of the
/// inbox, I7 answered, and nothing is left open.
record LogRules(Story story, Ledger ledger) {

  void check() {
    if (story.head().hasOpenEvents()) violated("I7", "events are open at the end");
    checkPlaces();
    Set<EventId> read = new HashSet<>();
    long place = 0;
    for (Story.Turn turn : story.turns()) {
      checkEnd(turn);
      for (Arrived arrived : turn.received().events()) {
        if (!read.add(arrived.event().id()))
          violated("I2", arrived.event().id() + " is read twice");
        if (arrived.seq() != ++place) violated("I4", "event " + place + " was skipped");
        place = arrived.seq();
      }
    }
    List<Taken> accepted = ledger.accepted(story.id());
    for (Taken taken : accepted) {
      EventId event = taken.event().id();
      if (!read.contains(event)) violated("I1", event + " was accepted and never read");
    }
    checkArrival(accepted);
  }

  private void checkArrival(List<Taken> accepted) {
    for (Taken one : accepted) {
      for (Taken other : accepted) {
        boolean overtaken = one.ended() < other.began() && one.place() >= other.place();
        if (overtaken) violated("I4", other.event().id() + " came before " + one.event().id());
      }
    }
  }

  private void checkPlaces() {
    long place = 0;
    for (Logged logged : story.entries()) {
      if (logged.seq() != ++place) violated("I4", "entry " + place + " is missing");
    }
  }

  private void checkEnd(Story.Turn turn) {
    List<EventId> events = turn.received().events().stream().map(a -> a.event().id()).toList();
    boolean hasMessage =
        turn.received().events().stream().anyMatch(a -> a.event().what() instanceof Said);
    if (turn.end().isEmpty()) violated("I7", "a turn was never closed: " + events);
    else if (hasMessage && turn.text().isEmpty()) violated("I7", "no word came to " + events);
    List<EventId> named =
        turn.end()
            .map(
                end ->
                    switch (end.entry()) {
                      case Asked asked -> asked.answers();
                      case Replied replied -> replied.answers();
                      case Object _ -> events;
                    })
            .orElse(events);
    if (!named.equals(events)) violated("I2", "an answer to " + events + " names " + named);
  }

  private void violated(String rule, String what) {
    ledger.violated(rule, story.id() + ": " + what);
  }
}
