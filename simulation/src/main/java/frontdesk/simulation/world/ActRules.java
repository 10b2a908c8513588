package frontdesk.simulation.world;

import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound.Decided;
import frontdesk.conversation.Inbound.OutcomeArrived;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// I11 a recorded outcome is what the backend did; G5 nothing is left in doubt unless a person was
/// asked, and no act starts while the same one is in doubt.
final class ActRules {
  private static final Outcome FOUND_BY_A_PERSON =
      new Outcome.Done(new Json("{\"status\":\"a person found that it happened\"}"));

  private final Story story;
  private final Backend backend;
  private final Ledger ledger;
  private final Map<CallId, Intended> inDoubt = new LinkedHashMap<>();
  private final Map<CallId, Instant> landed = new HashMap<>();
  private final Set<CallId> acts = new HashSet<>();
  private final Set<CallId> closed = new HashSet<>();
  private final Set<CallId> withPeople = new HashSet<>();

  ActRules(Story story, Backend backend, Ledger ledger) {
    this.story = story;
    this.backend = backend;
    this.ledger = ledger;
  }

  void check() {
    for (Logged logged : story.entries()) follow(logged);
    for (CallId call : inDoubt.keySet()) {
      if (!withPeople.contains(call)) violated("G5", call, "is in doubt and nobody finds out");
    }
    ledger.accepted().forEach(this::checkTaken);
  }

  private void follow(Logged logged) {
    switch (logged.entry()) {
      case Intended intended -> {
        landed.put(
            intended.call(), logged.at().plus(intended.allowance()).plus(intended.timeLimit()));
        intended(intended);
      }
      case Escalated escalated -> {
        if (logged.at().isBefore(landed.getOrDefault(escalated.call(), Instant.MAX))) {
          violated("G5", escalated.call(), "was given to a person while it could be flying");
        }
        withPeople.add(escalated.call());
      }
      case Returned returned when returned.outcome().isFinal() -> returned(returned);
      default -> {}
    }
  }

  /// What became of it is known, and so it may not stay in doubt.
  private void checkTaken(InboundEvent event) {
    if (!event.conversation().equals(story.id())) return;
    if (event.what() instanceof OutcomeArrived late
        && late.outcome() instanceof Outcome.Done
        && inDoubt.containsKey(late.call())) {
      violated("G5", late.call(), "is in doubt though its outcome came in");
    }
    if (event.what() instanceof Decided(var call, _) && inDoubt.containsKey(call)) {
      violated("G5", call, "is in doubt though a person decided");
    }
  }

  private void intended(Intended intended) {
    boolean doubled =
        inDoubt.values().stream()
            .filter(other -> !other.call().equals(intended.call()))
            .filter(other -> other.tool().equals(intended.tool()))
            .anyMatch(other -> other.arguments().equals(intended.arguments()));
    if (doubled) violated("G5", intended.call(), "began while the same act was in doubt");
    acts.add(intended.call());
    inDoubt.put(intended.call(), intended);
  }

  private void returned(Returned returned) {
    CallId call = returned.call();
    inDoubt.remove(call);
    if (!closed.add(call)) violated("I11", call, "has two outcomes");
    List<Outcome> effects = backend.applied(IdempotencyKey.of(story.id(), call));
    boolean done = returned.outcome() instanceof Outcome.Done && acts.contains(call);
    if (done && effects.isEmpty()) violated("I11", call, "is recorded as done and did not happen");
    if (!done && !effects.isEmpty()) {
      violated("I11", call, "happened and is recorded as " + returned.outcome());
    }
    boolean byReceipt = done && !returned.outcome().equals(FOUND_BY_A_PERSON);
    if (byReceipt && !effects.isEmpty() && !effects.getFirst().equals(returned.outcome())) {
      violated("I11", call, "is recorded with the receipt of another act");
    }
  }

  private void violated(String invariant, CallId call, String what) {
    ledger.violated(invariant, story.id(), "call " + call + " " + what);
  }
}
