package frontdesk.simulation.world;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.simulation.Chance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks after what was left to people: finds out at the backend what became of an act, and has
/// what failed tried again, mostly after the fault was mended. Some things nobody looks after.
final class BackOffice {
  private static final int REPLAYS_MAX = 2;

  private final Operators operators;
  private final Backend backend;
  private final Poison poison;
  private final Chance chance;
  private final Set<IdempotencyKey> seen = new HashSet<>();
  private final Map<ConversationId, Integer> replayed = new HashMap<>();

  BackOffice(Operators operators, Backend backend, Poison poison, Chance chance) {
    this.operators = operators;
    this.backend = backend;
    this.poison = poison;
    this.chance = chance;
  }

  void looksAt(Story story) {
    for (CallId call : undecided(story)) decide(story.id(), call);
    mayReplay(story);
  }

  /// Acts that were given to people and have no outcome.
  private static List<CallId> undecided(Story story) {
    Set<CallId> known =
        story
            .all(Returned.class)
            .filter(returned -> returned.outcome().isFinal())
            .map(Returned::call)
            .collect(Collectors.toSet());
    return story
        .all(Escalated.class)
        .map(Escalated::call)
        .filter(call -> !known.contains(call))
        .toList();
  }

  /// People say what is true: nothing of an act flies any more once it was given to them.
  private void decide(ConversationId id, CallId call) {
    IdempotencyKey key = IdempotencyKey.of(id, call);
    if (!seen.add(key) || chance.named(id.value()).oneIn(4)) return;
    operators.decide(id, call, !backend.applied(key).isEmpty());
  }

  private void mayReplay(Story story) {
    int dead = (int) story.all(DeadLettered.class).count();
    int before = replayed.getOrDefault(story.id(), 0);
    if (dead <= before || before >= REPLAYS_MAX) return;
    replayed.put(story.id(), dead);
    if (!chance.named(story.id().value()).oneIn(3)) poison.cure(story.id());
    operators.replay(story.id());
  }
}
