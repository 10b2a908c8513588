package frontdesk.simulation.world;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Decided;
import frontdesk.conversation.Inbound.Replayed;
import frontdesk.store.Records;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The people of the shop who look after what was left to them: they find out at the backend what
/// became of an act, and have what failed tried again.
final class BackOffice {
  private static final int REPLAYS_MAX = 2;

  private final Records records;
  private final Backend backend;
  private final Customers customers;
  private final Set<String> decided = new HashSet<>();
  private final Map<ConversationId, Long> replayed = new HashMap<>();

  BackOffice(Records records, Backend backend, Customers customers) {
    this.records = records;
    this.backend = backend;
    this.customers = customers;
  }

  void looksIn() {
    for (ConversationId id : customers.conversations()) {
      Story story = Story.of(id, records);
      undecided(story).forEach(call -> decide(id, call));
      mayReplay(story);
    }
  }

  /// Acts that were given to people and have no outcome.
  static List<CallId> undecided(Story story) {
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

  /// People say what is true. An act is theirs only once nothing of it can be flying any more.
  private void decide(ConversationId id, CallId call) {
    if (!decided.add(id + "/" + call)) return;
    customers.saw("acts settled by people");
    boolean happened = !backend.applied(IdempotencyKey.of(id, call)).isEmpty();
    tell(id, "decides-" + call, new Decided(call, happened));
  }

  private void mayReplay(Story story) {
    long dead = story.all(DeadLettered.class).count();
    long before = replayed.getOrDefault(story.id(), 0L);
    if (dead <= before || before >= REPLAYS_MAX) return;
    replayed.put(story.id(), dead);
    customers.saw("replays");
    tell(story.id(), "replays-" + dead, new Replayed());
  }

  private void tell(ConversationId id, String name, Inbound what) {
    var event = customers.of(Operator.PRINCIPAL, id, "operator-" + name, what);
    customers.start("operator", () -> customers.deliver(event, Duration.ZERO));
  }
}
