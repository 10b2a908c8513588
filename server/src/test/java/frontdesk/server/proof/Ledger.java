package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.InboundEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the oracle knows beside the store: who asked and was answered what, what the store
/// acknowledged, and what went wrong in plain sight. No lock guards it: whoever holds the
/// simulation's baton writes.
final class Ledger {
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<Call, Long> firstSent = new LinkedHashMap<>();
  private final Map<Call, Integer> deliveries = new HashMap<>();
  private final List<Taken> accepted = new ArrayList<>();
  private final Map<ConversationId, Character> owners = new HashMap<>();
  private final Set<EventId> handedIn = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();
  private int bursts;
  private int requests;
  private int retries;
  private int lostRequests;
  private int lostAnswers;

  /// A customer is about to say everything at once.
  void burst() {
    bursts++;
  }

  void sent(Call call, int attempt, long now) {
    requests++;
    if (attempt > 1) retries++;
    firstSent.putIfAbsent(call, now);
  }

  /// A request reached a server, dead or alive.
  void delivered(Call call) {
    deliveries.merge(call, 1, Integer::sum);
  }

  void lostRequest() {
    lostRequests++;
  }

  void lostAnswer() {
    lostAnswers++;
  }

  void answered(Call call, Answer answer, long sent, long now) {
    exchanges.add(new Exchange(call, answer, sent, now));
  }

  /// The conversation was made for this customer.
  void belongs(ConversationId id, char customer) {
    Optional<Character> before = Optional.ofNullable(owners.put(id, customer));
    if (before.filter(other -> other != customer).isPresent()) {
      violated("I6", id + " was given to " + before.get() + " and to " + customer);
    }
  }

  /// An event that the store said is durable: its place in the inbox, and when it was handed in and
  /// when that came back.
  record Taken(InboundEvent event, long place, long began, long ended) {}

  /// A server is about to have the store keep the event; whether it will is not known.
  void handedIn(EventId event) {
    handedIn.add(event);
  }

  boolean wasHandedIn(EventId event) {
    return handedIn.contains(event);
  }

  void accepted(Taken taken) {
    accepted.add(taken);
  }

  void violated(String rule, String what) {
    violations.add(new Violation(rule, what));
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /// When a call was made for the first time.
  long firstSent(Call call) {
    return firstSent.getOrDefault(call, Long.MAX_VALUE);
  }

  List<Call> calls() {
    return List.copyOf(firstSent.keySet());
  }

  /// How often a call reached a server.
  int deliveries(Call call) {
    return deliveries.getOrDefault(call, 0);
  }

  /// Whether the owner of the conversation sent this message there.
  boolean wasSentTo(ConversationId id, String text) {
    return firstSent.keySet().stream()
        .anyMatch(
            call ->
                call.kind() == Call.Kind.WRITE
                    && !call.isForeign()
                    && call.conversation().equals(id)
                    && call.text().equals(text));
  }

  List<Taken> accepted(ConversationId id) {
    return accepted.stream().filter(t -> t.event().conversation().equals(id)).toList();
  }

  /// Whose conversation it is; empty for one whose answer never reached its client.
  Optional<Character> owner(ConversationId id) {
    return Optional.ofNullable(owners.get(id));
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  Counts counts(int crashes, int pauses, Map<String, Integer> deeds) {
    var answers = new TreeMap<Integer, Integer>();
    for (Exchange exchange : exchanges) answers.merge(exchange.answer().status(), 1, Integer::sum);
    return new Counts(
        1,
        bursts,
        requests,
        retries,
        lostRequests,
        lostAnswers,
        crashes,
        pauses,
        violations.size(),
        answers,
        deeds);
  }
}
