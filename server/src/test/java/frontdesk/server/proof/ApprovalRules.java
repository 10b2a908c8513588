package frontdesk.server.proof;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `yes`: what acts was shown to the customer as it is, and approved by a yes of theirs that came
/// in after it was shown; one yes approves one act. `said`: whatever is shown for approval was
/// said by the customer or told to them. What is only held needs no yes.
record ApprovalRules(Story story, Ledger ledger) {

  void check() {
    Map<CallId, Previewed> previews = new HashMap<>();
    Map<CallId, Approved> approvals = new HashMap<>();
    Set<EventId> used = new HashSet<>();
    var told = new StringBuilder();
    for (Logged logged : story.entries()) {
      switch (logged.entry()) {
        case Entry.Received received ->
            received.events().forEach(arrived -> hear(arrived.event().what(), told));
        case Returned(_, _, Outcome.Done(var content)) -> told.append(content.text()).append('\n');
        case Returned(_, _, Outcome.NeedsInput needs) -> told.append(needs.offers()).append('\n');
        case Previewed preview -> {
          previews.put(preview.call(), preview);
          checkSaid(preview, told.toString());
        }
        case Approved approved -> {
          approvals.put(approved.call(), approved);
          if (!used.add(approved.by())) violated(approved.call(), "is by a yes to something else");
          checkYes(approved);
        }
        case Intended hold when MeetingRules.isHold(hold) -> checkHold(hold, previews);
        case Intended intended -> check(intended, previews, approvals);
        default -> {}
      }
    }
  }

  private static void hear(Inbound what, StringBuilder told) {
    if (what instanceof Said(var text)) told.append(text).append('\n');
  }

  private void check(
      Intended act, Map<CallId, Previewed> previews, Map<CallId, Approved> approvals) {
    Previewed shown = previews.get(act.call());
    boolean same =
        shown != null
            && approvals.containsKey(act.call())
            && act.arguments().equals(shown.arguments())
            && act.bound().equals(shown.bound())
            && act.principal().equals(shown.principal());
    if (!same) violated(act.call(), "is none, or of something else");
  }

  /// What is held is what was made ready to be shown.
  private void checkHold(Intended hold, Map<CallId, Previewed> previews) {
    boolean takes = hold.tool().equals("hold_slot");
    boolean shown = previews.values().stream().anyMatch(p -> p.bound().equals(hold.arguments()));
    if (takes && !shown) violated(hold.call(), "is of a hold of something else");
  }

  private void checkYes(Approved approved) {
    Optional<Arrived> yes = events().filter(a -> a.event().id().equals(approved.by())).findFirst();
    Optional<Arrived> shown =
        events().filter(a -> a.event().what().equals(new Shown(approved.call()))).findFirst();
    boolean isYes =
        yes.filter(a -> a.event().what() instanceof Said(var s) && Wishes.YES.contains(s))
            .isPresent();
    if (!isYes) violated(approved.call(), "is no yes");
    boolean later = shown.isPresent() && yes.isPresent() && shown.get().seq() < yes.get().seq();
    if (!later) violated(approved.call(), "was given before it was shown what for");
  }

  /// What came in, as far as any server handed it in.
  private Stream<Arrived> events() {
    return story.turns().stream()
        .flatMap(turn -> turn.received().events().stream())
        .filter(arrived -> ledger.wasHandedIn(arrived.event().id()));
  }

  private void checkSaid(Previewed preview, String told) {
    for (var argument : Jsons.parseObject(preview.arguments().text()).properties()) {
      if (told.contains(argument.getValue().asString())) continue;
      ledger.violated("said", story.id() + ": nobody said the " + argument);
    }
  }

  private void violated(CallId call, String what) {
    ledger.violated("yes", story.id() + ": the approval of " + call + " " + what);
  }
}
