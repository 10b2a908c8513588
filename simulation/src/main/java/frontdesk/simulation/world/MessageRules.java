package frontdesk.simulation.world;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.Inbound.Undelivered;
import frontdesk.conversation.Logged;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the customer got of a conversation over a platform: I7 each answer, or it is known that it
/// did not arrive; I4 in the order of the log; I11 what is known of it is true; G7 not twice.
final class MessageRules {
  private static final String NOBODY_KNOWS = "nobody knows whether it arrived";
  private static final String WITHDRAWN = "it was withdrawn before it was sent";

  private final Story story;
  private final Ledger ledger;
  private final Map<Long, List<Post>> delivered;
  private final List<Post> inOrder;

  MessageRules(Story story, Platform platform, Ledger ledger) {
    this.story = story;
    this.ledger = ledger;
    this.inOrder =
        platform.delivered().stream()
            .filter(post -> post.conversation().equals(story.id()))
            .toList();
    this.delivered =
        inOrder.stream()
            .collect(groupingBy(p -> p.sending().entry(), LinkedHashMap::new, toList()));
  }

  void check() {
    if (!ShopChannel.NAMES.contains(story.id().channel())) return;
    for (Logged logged : story.entries()) {
      switch (logged.entry()) {
        case Replied(var text, var voice, _) -> {
          check(logged.seq(), text);
          if (voice == Voice.PERSON) checkNotWithdrawn(logged.seq());
        }
        case Asked(var text, _, var question, _) -> {
          check(logged.seq(), text);
          question.ifPresent(call -> checkShown(logged.seq(), new Shown(call)));
        }
        default -> {}
      }
    }
    checkOrder();
  }

  private void check(long entry, String text) {
    List<Post> got = delivered.getOrDefault(entry, List.of());
    Optional<String> why = undelivered(entry);
    if (got.isEmpty() && why.isEmpty()) violated("I7", entry, "never arrived, and nobody knows");
    // The platform has no key and cannot be asked: one duplicate is possible.
    int most = story.id().channel().equals(ShopChannel.WITHOUT_REMEDY) ? 2 : 1;
    if (got.size() > most) violated("G7", entry, "arrived " + got.size() + " times");
    if (got.size() > 1 && got.size() <= most) ledger.saw("duplicates that nobody could prevent");
    if (!got.isEmpty() && why.filter(w -> !w.equals(NOBODY_KNOWS)).isPresent()) {
      violated("I11", entry, "arrived, and is recorded as undelivered: " + why.get());
    }
    for (Post post : got) {
      Canary.foreign(story.id(), post.sending().text())
          .ifPresent(canary -> violated("I6", entry, "has " + canary));
      if (!post.sending().text().equals(text)) violated("I11", entry, "arrived with another text");
    }
  }

  /// What a person says is stopped by nobody.
  private void checkNotWithdrawn(long entry) {
    if (undelivered(entry).filter(WITHDRAWN::equals).isPresent()) {
      violated("I1", entry, "is a person's, and was withdrawn");
    }
  }

  /// What was sent before the question arrived cannot be its answer: from when on it can be must
  /// be known.
  private void checkShown(long entry, Shown shown) {
    boolean isKnown = story.events().stream().anyMatch(a -> a.event().what().equals(shown));
    if (!isKnown && undelivered(entry).isEmpty()) violated("G9", entry, "is not known to be shown");
  }

  private Optional<String> undelivered(long entry) {
    return story.events().stream()
        .flatMap(a -> a.event().what() instanceof Undelivered u ? Optional.of(u).stream() : null)
        .filter(undelivered -> undelivered.entry() == entry)
        .map(Undelivered::why)
        .findFirst();
  }

  /// One that was withdrawn while it might still be flying, for a person took over or the customer
  /// stopped, may arrive until its time is over (guarantee 10), after what was said since.
  private void checkOrder() {
    var arrived = new HashSet<Long>();
    long newest = 0;
    for (Post post : inOrder) {
      long entry = post.sending().entry();
      if (arrived.add(entry) && entry < newest && !mayBeWithdrawn(entry)) {
        violated("I4", entry, "arrived after entry " + newest);
      }
      newest = Math.max(newest, entry);
    }
  }

  /// Given up, and not before its epoch was over.
  private boolean mayBeWithdrawn(long entry) {
    long epoch = new Epochs(story).of(entry);
    return story
        .all(Received.class)
        .filter(received -> received.epoch() > epoch)
        .flatMap(received -> received.events().stream())
        .anyMatch(a -> a.event().what() instanceof Undelivered(var of, _) && of == entry);
  }

  private void violated(String invariant, long entry, String what) {
    ledger.violated(invariant, story.id(), "the message of entry " + entry + " " + what);
  }
}
