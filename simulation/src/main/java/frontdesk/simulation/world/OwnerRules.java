package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound.PersonSaid;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import java.util.List;
import java.util.Optional;

/// I10 while a person answers, the agent says nothing and begins no act; I1 what a person says is
/// said to the customer, as it is, and nobody else speaks for them; G10 what was stopped before it
/// was begun is not begun.
final class OwnerRules {
  private final Story story;
  private final Epochs epochs;
  private final Ledger ledger;

  OwnerRules(Story story, Ledger ledger) {
    this.story = story;
    this.epochs = new Epochs(story);
    this.ledger = ledger;
  }

  void check() {
    Optional<Received> turn = Optional.empty();
    for (Logged logged : story.entries()) {
      if (logged.entry() instanceof Received received) turn = Optional.of(received);
      else turn.ifPresent(begun -> check(begun, logged));
    }
  }

  private void check(Received turn, Logged logged) {
    Entry entry = logged.entry();
    if (epochs.owner(turn.epoch()) == Owner.PERSON && isOfAgent(entry)) {
      violated("I10", "entry " + logged.seq() + " is the agent's while a person answers");
    }
    boolean begins =
        entry instanceof ModelSaid
            || (entry instanceof Intended intended && intended.attempt() == 1);
    if (begins && epochs.isStoppedLater(turn)) {
      violated("G10", "entry " + logged.seq() + " is of a turn that was stopped before it began");
    }
    boolean goesOn = entry instanceof Closed(var why) && why.equals("superseded");
    if (entry.closesTurn() && !goesOn) checkWords(turn, entry);
  }

  /// Settling what began before goes on: another attempt at an act in doubt is no new act.
  private static boolean isOfAgent(Entry entry) {
    return switch (entry) {
      case Replied(_, var voice, _) -> voice != Voice.PERSON;
      case Intended intended -> intended.attempt() == 1;
      case Asked _, Previewed _ -> true;
      default -> false;
    };
  }

  private void checkWords(Received turn, Entry last) {
    List<String> said =
        turn.events().stream()
            .map(Arrived::event)
            .flatMap(e -> e.what() instanceof PersonSaid(var text) ? List.of(text).stream() : null)
            .toList();
    List<String> passedOn =
        last instanceof Replied(var text, var voice, _) && voice == Voice.PERSON
            ? List.of(text)
            : List.of();
    if (!said.equals(passedOn)) {
      violated("I1", "people said " + said + ", and the customer got " + passedOn);
    }
  }

  private void violated(String invariant, String what) {
    ledger.violated(invariant, story.id(), what);
  }
}
