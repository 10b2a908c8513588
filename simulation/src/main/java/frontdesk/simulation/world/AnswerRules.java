package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import java.util.Optional;

/// I7 every message of a customer gets a word: an answer, a question, an apology. While a person
/// answers it may wait for theirs, and once it is handed back the agent's is due; what failed too
/// often waits for a person, who finds it.
final class AnswerRules {
  private final Story story;
  private final Epochs epochs;
  private final Ledger ledger;

  AnswerRules(Story story, Ledger ledger) {
    this.story = story;
    this.epochs = new Epochs(story);
    this.ledger = ledger;
  }

  void check() {
    Optional<Received> turn = Optional.empty();
    for (Logged logged : story.entries()) {
      if (logged.entry() instanceof Received received) turn = Optional.of(received);
      boolean silent = logged.entry() instanceof Closed(var why) && !why.equals("superseded");
      if (silent) turn.ifPresent(begun -> checkSilence(begun, logged));
    }
  }

  private void checkSilence(Received turn, Logged closed) {
    for (Arrived arrived : turn.events()) {
      Inbound what = arrived.event().what();
      if (!(what instanceof Said)) continue;
      if (epochs.owner(turn.epoch()) == Owner.AGENT) {
        violated(arrived, "was closed without a word");
      } else if (epochs.last() == Owner.AGENT && !isAnsweredAfter(closed.seq())) {
        violated(arrived, "was handed back and never answered");
      }
    }
  }

  private boolean isAnsweredAfter(long seq) {
    return story.entries().stream()
        .filter(logged -> logged.seq() > seq)
        .map(Logged::entry)
        .anyMatch(AnswerRules::isWord);
  }

  private static boolean isWord(Entry entry) {
    return entry instanceof Replied || entry instanceof Asked || entry instanceof DeadLettered;
  }

  private void violated(Arrived arrived, String what) {
    ledger.violated("I7", story.id(), arrived.event().id() + " " + what);
  }
}
