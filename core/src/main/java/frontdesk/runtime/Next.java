package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Owner;
import frontdesk.runtime.Step.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What to do next: a pure function of the log, and so the same after a crash as before it.
///
/// Read from the top. First what ends a turn early: it was superseded, or it failed too often.
/// Then what is open: acts in doubt, a preview that waits for its approval, a stop further on in
/// the inbox. Then what may run: giving back what is held in vain, and the calls of the model. What
/// is left is to speak.
final class Next {
  private Next() {}

  /// The next step of the log's open turn.
  static Step next(Agent root, Log log) {
    Turn turn = Turn.of(log).orElseThrow(() -> new IllegalStateException("No turn is open"));
    Agent agent = root.speaking(log);
    // What takes effect when accepted raised the epoch at that moment.
    if (turn.received().epoch() < log.head().epoch()) return superseded(agent, turn, log);
    if (turn.interruptions() >= root.limits().attempts()) return GivingUp.next(agent, turn, log);
    return Settling.next(root, turn, log)
        .or(() -> stoppedLater(agent, turn, log))
        .or(() -> Approving.next(root, turn, log))
        .or(() -> WithPerson.next(agent, turn, log))
        .or(() -> Holding.next(root, turn, log))
        .or(() -> Calling.next(agent, turn, log))
        .orElseGet(() -> Speaking.next(agent, turn, log));
  }

  /// The turn was stopped, or a person took over: what did not leave will not, what may have left
  /// is settled by the next turn, which also gets the events. What was noted stays noted.
  private static Step superseded(Agent agent, Turn turn, Log log) {
    var entries = new ArrayList<>(closed(turn));
    entries.add(new Closed("superseded"));
    return new Rest(entries, Projection.superseded(agent, turn, log.plus(entries)));
  }

  /// A stop that the turn had no room for stops it all the same: it took effect when it was
  /// accepted. The next turns come to it.
  private static Optional<Step> stoppedLater(Agent agent, Turn turn, Log log) {
    boolean isWithPerson = log.head().owner() == Owner.PERSON || WithPerson.said(turn).isPresent();
    boolean stops =
        log.open().stream()
            .filter(arrived -> arrived.seq() > turn.consumes())
            .anyMatch(arrived -> arrived.event().what().stops());
    if (!stops || isWithPerson) return Optional.empty();
    String sentence = Sentences.notBegun(turn.received().locale());
    Entry last =
        turn.events().stream().anyMatch(Inbound::fromCustomer)
            ? new Replied(sentence, Voice.AGENT, turn.eventIds())
            : new Closed("stopped");
    return Optional.of(new Rest(List.of(last), Projection.effects(agent, turn, log.plus(last))));
  }

  /// Outcomes for the calls that will not run.
  static List<Entry> closed(Turn turn) {
    var entries = new ArrayList<Entry>();
    for (Call call : turn.newCalls()) {
      entries.add(new Returned(call.id(), 0, new Outcome.Refused(Sentences.STOPPED)));
    }
    return entries;
  }
}
