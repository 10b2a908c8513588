package frontdesk.simulation.world;

import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Logged;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// I3 no act happens twice; G5 each request was written after its intent was durable and within its
/// allowance, and nobody looks an act up while its first request may still be flying.
final class RequestRules {
  private final Backend backend;
  private final Ledger ledger;
  private final Map<IdempotencyKey, List<Logged>> intents = new HashMap<>();
  private final Set<IdempotencyKey> keys = new HashSet<>();

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
    backend.requests().stream().filter(this::isFirst).forEach(this::checkOnce);
    backend.lookUps().forEach(this::check);
  }

  private void check(Backend.Request request) {
    Instant at = request.writtenAt();
    if (!anIntent(request.key(), logged -> !logged.at().isAfter(at))) {
      ledger.violated("G5", request.conversation(), "a request was written without an intent");
    } else if (!anIntent(request.key(), logged -> allows(logged, at))) {
      ledger.violated("G5", request.conversation(), "a request was written after its allowance");
    }
  }

  private boolean isFirst(Backend.Request request) {
    return keys.add(request.key());
  }

  private void checkOnce(Backend.Request request) {
    int effects = backend.applied(request.key()).size();
    if (effects > 1)
      ledger.violated("I3", request.conversation(), "an act happened " + effects + " times");
  }

  private void check(Backend.LookedUp lookUp) {
    if (!anIntent(lookUp.key(), logged -> hasLanded(logged, lookUp.at()))) {
      ledger.violated("G5", lookUp.conversation(), "an act was looked up while it could be flying");
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
