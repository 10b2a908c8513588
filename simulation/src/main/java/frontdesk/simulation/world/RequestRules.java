package frontdesk.simulation.world;

import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Logged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// I3 no act happens twice; G5 each request was written after its intent was durable and within its
/// allowance, and nobody looks an act up while its first request may still be flying.
final class RequestRules {
  private final Backend backend;
  private final Ledger ledger;
  private final Map<IdempotencyKey, List<Logged>> intents = new HashMap<>();

  RequestRules(List<Story> stories, Backend backend, Ledger ledger) {
    this.backend = backend;
    this.ledger = ledger;
    for (Story story : stories) {
      for (Logged logged : story.entries()) {
        if (!(logged.entry() instanceof Intended intended)) continue;
        intents.merge(intended.key(), List.of(logged), RequestRules::both);
      }
    }
  }

  void check() {
    backend.requests().forEach(this::check);
    backend.requests().stream().map(Backend.Request::key).distinct().forEach(this::check);
    backend.lookUps().forEach(this::check);
  }

  private void check(Backend.Request request) {
    Instant at = request.writtenAt();
    if (!anIntent(request.key(), logged -> !logged.at().isAfter(at))) {
      ledger.violated("G5", "A request was written without an intent: " + request.key());
    } else if (!anIntent(request.key(), logged -> allows(logged, at))) {
      ledger.violated("G5", "A request was written after its allowance: " + request.key());
    }
  }

  private void check(IdempotencyKey key) {
    int effects = backend.applied(key).size();
    if (effects > 1) ledger.violated("I3", "An act happened " + effects + " times: " + key);
  }

  private void check(Backend.LookedUp lookUp) {
    if (!anIntent(lookUp.key(), logged -> hasLanded(logged, lookUp.at()))) {
      ledger.violated("G5", "An act was looked up while it could be flying: " + lookUp.key());
    }
  }

  private boolean anIntent(IdempotencyKey key, Predicate<Logged> fits) {
    return intents.getOrDefault(key, List.of()).stream().anyMatch(fits);
  }

  private static boolean allows(Logged intent, Instant at) {
    Instant notAfter = intent.at().plus(((Intended) intent.entry()).allowance());
    return !at.isBefore(intent.at()) && !at.isAfter(notAfter);
  }

  private static boolean hasLanded(Logged intent, Instant at) {
    var intended = (Intended) intent.entry();
    return !at.isBefore(intent.at().plus(intended.allowance()).plus(intended.timeLimit()));
  }

  private static List<Logged> both(List<Logged> some, List<Logged> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
