package frontdesk.simulation.world;

import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// M13 an answer that says that something was done is true: the backend did it. The check is about
/// kinds of acts, not about each one: an act of the tool in this turn decides, else an earlier one
/// or something that was looked up in this turn will do, for the answer may be about that.
final class ClaimRules {
  private final Story story;
  private final Backend backend;
  private final Ledger ledger;

  /// What each word is about, and all acts of the conversation so far.
  private final Map<CallId, String> words = new HashMap<>();

  /// Acts that this turn made or heard of, and whether it looked something up.
  private final Set<CallId> inTurn = new HashSet<>();

  private boolean looked;

  ClaimRules(Story story, Backend backend, Ledger ledger) {
    this.story = story;
    this.backend = backend;
    this.ledger = ledger;
  }

  void check() {
    for (Logged logged : story.entries()) {
      switch (logged.entry()) {
        case Received _ -> {
          inTurn.clear();
          looked = false;
        }
        case Intended intended -> {
          words.put(intended.call(), Shop.claim(intended.tool()));
          inTurn.add(intended.call());
        }
        case Returned(var call, var attempt, var outcome) -> {
          if (words.containsKey(call)) inTurn.add(call);
          looked |= attempt == 0 && outcome instanceof Outcome.Done;
        }
        case Replied(var text, _, _) -> check(text, logged);
        case Asked(var text, _, var approval, _) -> {
          if (approval.isEmpty()) check(text, logged);
        }
        default -> {}
      }
    }
  }

  private void check(String text, Logged logged) {
    for (String word : Shop.CLAIMS) {
      if (text.contains(" is " + word + ".") && !isTrue(word)) {
        ledger.violated("M13", story.id(), "entry " + logged.seq() + " is not true: " + text);
      }
    }
  }

  private boolean isTrue(String word) {
    Set<CallId> ofTurn = new HashSet<>(inTurn);
    ofTurn.removeIf(call -> !word.equals(words.get(call)));
    if (!ofTurn.isEmpty()) return ofTurn.stream().anyMatch(this::happened);
    return looked
        || words.keySet().stream()
            .filter(call -> word.equals(words.get(call)))
            .anyMatch(this::happened);
  }

  private boolean happened(CallId call) {
    return !backend.applied(IdempotencyKey.of(story.id(), call)).isEmpty();
  }
}
