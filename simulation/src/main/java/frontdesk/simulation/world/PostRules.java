package frontdesk.simulation.world;

import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.simulation.world.WitnessedOutbox.Claim;
import frontdesk.store.OutboxRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// G4 each message was written after a claim of its own was durable, once, and within its
/// allowance; I10 none of the agent's was claimed once a takeover, a hand-back or a stop was
/// accepted.
final class PostRules {
  private final Platform platform;
  private final Ledger ledger;
  private final Map<ConversationId, Story> stories = new HashMap<>();
  private final Map<Attempt, Claim> claims = new HashMap<>();
  private final Set<Attempt> written = new HashSet<>();

  private record Attempt(IdempotencyKey key, int number) {
    static Attempt of(Sending sending) {
      return new Attempt(sending.key(), sending.attempt());
    }
  }

  PostRules(List<Story> stories, Platform platform, Ledger ledger) {
    this.platform = platform;
    this.ledger = ledger;
    for (Story story : stories) this.stories.put(story.id(), story);
    for (Claim claim : ledger.claims()) claims.put(Attempt.of(claim.sending()), claim);
  }

  void check() {
    ledger.claims().forEach(this::check);
    platform.posts().forEach(this::check);
  }

  private void check(Claim claim) {
    Sending sending = claim.sending();
    Story story = stories.get(sending.conversation());
    if (story == null || isOfPerson(story, sending.entry())) return;
    if (new Epochs(story).of(sending.entry()) < claim.epoch()) {
      violated("I10", sending, "was claimed after a stop or a takeover");
    }
  }

  /// What a person says is stopped by nobody.
  private static boolean isOfPerson(Story story, long entry) {
    return story.entries().stream()
        .anyMatch(
            logged ->
                logged.seq() == entry
                    && logged.entry() instanceof Replied(_, var voice, _)
                    && voice == Voice.PERSON);
  }

  private void check(Post post) {
    Attempt attempt = Attempt.of(post.sending());
    Claim claim = claims.get(attempt);
    if (claim == null) {
      violated("G4", post.sending(), "was written without a durable claim");
    } else if (!written.add(attempt)) {
      violated("G4", post.sending(), "was written twice for one claim");
    } else if (post.writtenAt().isAfter(claim.asked().plus(OutboxRow.ALLOWANCE))) {
      violated("G4", post.sending(), "was written after its allowance");
    }
  }

  private void violated(String invariant, Sending sending, String what) {
    String which = "attempt " + sending.attempt() + " at the message of entry " + sending.entry();
    ledger.violated(invariant, sending.conversation(), which + " " + what);
  }
}
