package frontdesk.simulation.world;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound.Pressed;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.simulation.world.Ledger.Seen;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// G9 each act that needs an approval is exactly what the newest preview showed, after the customer
/// whose approval counts saw it and said yes to it, once, while it stood; and it is done at the
/// price that was shown.
final class ApprovalRules {
  private final Story story;
  private final Backend backend;
  private final Ledger ledger;
  private final Map<CallId, Previewed> previews = new HashMap<>();
  private final Map<CallId, Approved> approvals = new HashMap<>();
  private Optional<Previewed> newest = Optional.empty();
  private long epoch;

  ApprovalRules(Story story, Backend backend, Ledger ledger) {
    this.story = story;
    this.backend = backend;
    this.ledger = ledger;
  }

  void check() {
    for (Logged logged : story.entries()) follow(logged);
    backend.requests().stream()
        .filter(request -> request.conversation().equals(story.id()))
        .forEach(this::check);
  }

  private void follow(Logged logged) {
    switch (logged.entry()) {
      case Received received -> epoch = received.epoch();
      case Previewed previewed -> {
        previews.put(previewed.call(), previewed);
        newest = Optional.of(previewed);
      }
      case Approved approved -> {
        if (approvals.put(approved.call(), approved) != null) violated(approved.call(), "has two");
      }
      case Intended intended when isAsked(intended) && intended.attempt() == 1 -> check(intended);
      default -> {}
    }
  }

  private static boolean isAsked(Intended intended) {
    return intended.tool().equals(PricedTool.NAME);
  }

  private void check(Intended act) {
    Previewed shown = previews.get(act.call());
    Approved approved = approvals.get(act.call());
    if (shown == null || approved == null) {
      violated(act.call(), "is none: it was never asked for or never given");
      return;
    }
    boolean same =
        act.arguments().equals(shown.arguments())
            && act.bound().equals(shown.bound())
            && act.principal().equals(shown.principal());
    if (!same) violated(act.call(), "is of something else");
    if (!newest.equals(Optional.of(shown))) violated(act.call(), "is of an older preview");
    if (shown.epoch() != epoch) violated(act.call(), "is from before a stop or a takeover");
    check(approved, shown);
  }

  private void check(Approved approved, Previewed shown) {
    CallId call = shown.call();
    Optional<Arrived> by =
        story.events().stream().filter(a -> a.event().id().equals(approved.by())).findFirst();
    Optional<InboundEvent> sent = ledger.accepted(approved.by());
    Optional<Instant> seen = sent.flatMap(event -> seen(event, call));
    if (by.isEmpty() || sent.isEmpty() || seen.isEmpty()) {
      violated(call, "is by nothing that was sent, or of something that nobody saw");
      return;
    }
    if (!isYes(sent.get(), call)) violated(call, "is no yes: " + sent.get().what());
    if (!sent.get().sender().equals(shown.principal())) violated(call, "is somebody else's");
    Instant at = sent.get().at().orElseThrow();
    if (at.isBefore(seen.get())) violated(call, "is older than what it approves");
    // It has to be given in time; what follows from it may take the time that a turn takes.
    if (!by.get().at().isBefore(shown.expires())) violated(call, "came too late");
    boolean asShown =
        ledger.seen(story.id(), call).stream().allMatch(s -> s.text().startsWith(shown.text()));
    if (!asShown) violated(call, "is of another text");
  }

  /// From when on the customer could see the question. Where answers are fetched, a question counts
  /// as shown just before its response is written (guarantee 9), and nobody knows whether that was
  /// read: a typed yes may be to something older. A button names its question.
  private Optional<Instant> seen(InboundEvent yes, CallId call) {
    boolean isFetched = !ShopChannel.NAMES.contains(story.id().channel());
    if (!isFetched || yes.what() instanceof Pressed) {
      return ledger.seen(story.id(), call).map(Seen::at);
    }
    return story.events().stream()
        .filter(arrived -> arrived.event().what().equals(new Shown(call)))
        .map(Arrived::at)
        .findFirst();
  }

  private static boolean isYes(InboundEvent event, CallId call) {
    return switch (event.what()) {
      case Pressed(var question, var yes) -> yes && question.equals(call);
      case Said(var text) -> text.equals(Decision.YES);
      default -> false;
    };
  }

  private void check(Backend.Request request) {
    for (Previewed shown : previews.values()) {
      boolean ofThis = request.key().equals(IdempotencyKey.of(story.id(), shown.call()));
      if (ofThis && !request.bound().equals(shown.bound())) {
        violated(shown.call(), "is of another price than was asked for");
      }
    }
  }

  private void violated(CallId call, String what) {
    ledger.violated("G9", story.id(), "the approval of call " + call + " " + what);
  }
}
