package frontdesk.simulation.world;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.simulation.world.WitnessedOutbox.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/// What the oracle knows beside the store: what was acknowledged, and what went wrong in plain
/// sight. No lock guards it: whoever holds the baton writes.
final class Ledger {
  private final Map<EventId, InboundEvent> accepted = new LinkedHashMap<>();
  private final Map<EventId, Long> answers = new LinkedHashMap<>();
  private final Map<ConversationId, Long> epochs = new HashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Map<Question, Seen> questions = new HashMap<>();
  private final Set<Version> versions = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final IntSupplier step;

  /// What a customer saw of a question for approval, and from when on, by the clock of the street.
  record Seen(String text, Instant at) {}

  private record Question(ConversationId id, CallId call) {}

  private record Version(ConversationId id, long version) {}

  /// @param step how far the run is
  Ledger(IntSupplier step) {
    this.step = step;
  }

  /// It happened, once more; for tests that ask whether a case was reached.
  void saw(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  Map<String, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /// The store said that this event is durable.
  void accepted(InboundEvent event) {
    boolean isNew = accepted.putIfAbsent(event.id(), event) == null;
    if (isNew && event.what().raisesEpoch()) epochs.merge(event.conversation(), 1L, Long::sum);
  }

  /// The conversation's epoch, as far as the store has said so.
  long epoch(ConversationId id) {
    return epochs.getOrDefault(id, 0L);
  }

  /// The epochs of all conversations, as far as the store has said so.
  Map<ConversationId, Long> epochs() {
    return Collections.unmodifiableMap(epochs);
  }

  /// The store said that an attempt at a message is durable, and this worker's.
  void claimed(Claim claim) {
    claims.add(claim);
  }

  List<Claim> claims() {
    return List.copyOf(claims);
  }

  /// A customer sees a question for approval. False when it was seen before.
  boolean sees(ConversationId id, CallId question, Seen seen) {
    return questions.putIfAbsent(new Question(id, question), seen) == null;
  }

  Optional<Seen> seen(ConversationId id, CallId question) {
    return Optional.ofNullable(questions.get(new Question(id, question)));
  }

  Optional<InboundEvent> accepted(EventId event) {
    return Optional.ofNullable(accepted.get(event));
  }

  /// The store said that this version of a conversation is durable, and this worker's.
  void appended(ConversationId id, long version) {
    if (!versions.add(new Version(id, version))) {
      violated("I4", id, "two workers got version " + version);
    }
  }

  /// A customer was shown this entry as the answer to an event.
  void answered(InboundEvent event, Logged answer) {
    Optional<Long> before = Optional.ofNullable(answers.put(event.id(), answer.seq()));
    if (before.filter(seq -> seq != answer.seq()).isPresent()) {
      String both = "by entry " + before.get() + " and by " + answer.seq();
      violated("I2", event.conversation(), event.id() + " was answered " + both);
    }
  }

  void violated(String invariant, ConversationId about, String what) {
    violations.add(new Violation(invariant, Optional.of(about), step.getAsInt(), what));
  }

  /// Of the run as a whole.
  void violated(String invariant, String what) {
    violations.add(new Violation(invariant, Optional.empty(), step.getAsInt(), what));
  }

  List<InboundEvent> accepted() {
    return List.copyOf(accepted.values());
  }

  /// Place in the log of what a customer was shown as the answer to an event; empty: nothing.
  Optional<Long> shown(EventId event) {
    return Optional.ofNullable(answers.get(event));
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }
}
