package frontdesk.conversation;

import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.PersonWanted;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound.Opened;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The older part of a log, folded: only the entries that still matter are kept, so that a load
/// stays short. Nothing is lost, the full log stays in the store; a worker just need not read it.
///
/// Kept are: who opened the conversation, which customer spoke last, what an operator did last,
/// the newest fact of each name, the newest hand-over with what the agent was told then,
/// everything about acts that are still open or wait for approval, the newest act of each tool
/// that was done (it is what the agent may claim), what failed and may be tried again, the newest
/// lines that were said, and everything since the last answer, at most 500 entries: what a
/// stopped turn did is not told to the customer yet.
///
/// @param through place of the newest entry that was folded
public record Snapshot(long through, List<Logged> kept) {
  public static final Snapshot NONE = new Snapshot(0, List.of());

  /// A log is folded when this many entries came since the last time.
  public static final int FOLD_AFTER = 100;

  /// While a person answers elsewhere, nothing is an answer, and yet a load has to stay short.
  private static final int UNANSWERED_MAX = 500;

  private static final int LINES_MAX = 60;
  private static final int CHARACTERS_MAX = 32 * 1024;

  public Snapshot {
    kept = List.copyOf(kept);
  }

  /// Folds a timeline that ends with a closed turn.
  public static Snapshot of(List<Logged> timeline) {
    if (timeline.isEmpty()) return NONE;
    return new Snapshot(timeline.getLast().seq(), new Fold(timeline).kept());
  }

  private static final class Fold {
    private final List<Logged> timeline;
    private final Map<String, Long> newestFact = new HashMap<>();
    private final Set<CallId> openCalls = new HashSet<>();
    private final Map<CallId, String> acts = new HashMap<>();
    private final Map<String, CallId> newestDone = new HashMap<>();
    private final Set<EventId> failed = new HashSet<>();
    private final Set<EventId> deadLetters = new HashSet<>();
    private long newestHandOver = -1;
    private long newestAnswer;
    private long newestSpoken;
    private long newestOfOperator;
    private long personWanted = -1;
    private Set<CallId> handOver = Set.of();
    private long oldestLine = Long.MAX_VALUE;

    Fold(List<Logged> timeline) {
      this.timeline = timeline;
      for (Logged logged : timeline) {
        if (logged.entry() instanceof DeadLettered(var events, _)) failed.addAll(events);
      }
      for (Logged logged : timeline) look(logged);
      int unanswered = Math.max(0, timeline.size() - UNANSWERED_MAX);
      newestAnswer = Math.max(newestAnswer, timeline.get(unanswered).seq());
      measureLines();
    }

    List<Logged> kept() {
      var kept = new ArrayList<Logged>();
      for (Logged logged : timeline) {
        if (keeps(logged)) kept.add(logged);
        else if (logged.entry() instanceof Received received && holds(received)) {
          kept.add(new Logged(logged.seq(), logged.at(), onlyHeld(received)));
        }
      }
      return kept;
    }

    private void look(Logged logged) {
      switch (logged.entry()) {
        case Noted noted -> newestFact.put(noted.name(), logged.seq());
        case HandedTo handed -> {
          newestHandOver = logged.seq();
          handOver = Set.of(handed.call());
        }
        case Replied _, Asked _ -> newestAnswer = logged.seq();
        case Received received -> received(received, logged.seq());
        case PersonWanted _ -> personWanted = logged.seq();
        case DeadLettered(var events, _) -> deadLetters.addAll(events);
        case Previewed previewed -> openCalls.add(previewed.call());
        case Intended intended -> {
          openCalls.add(intended.call());
          acts.put(intended.call(), intended.tool());
        }
        case Returned returned when returned.outcome().isFinal() -> returned(returned);
        default -> {}
      }
    }

    private void returned(Returned returned) {
      openCalls.remove(returned.call());
      boolean done = returned.outcome() instanceof Outcome.Done;
      if (done && acts.containsKey(returned.call())) {
        newestDone.put(acts.get(returned.call()), returned.call());
      }
    }

    private void received(Received received, long seq) {
      for (Arrived arrived : received.events()) {
        if (arrived.event().sender().converses()) newestSpoken = seq;
        if (replays(arrived.event())) deadLetters.clear();
        if (arrived.event().sender() instanceof Principal.Operator) {
          personWanted = -1;
          newestOfOperator = arrived.seq();
        }
      }
    }

    /// One that failed itself has replayed nothing.
    private boolean replays(InboundEvent event) {
      return event.what() instanceof Inbound.Replayed && !failed.contains(event.id());
    }

    private void measureLines() {
      var lines = new ArrayDeque<Integer>();
      int characters = 0;
      for (Logged logged : timeline.reversed()) {
        int length = length(logged.entry());
        if (length < 0) continue;
        characters += length;
        if (lines.size() == LINES_MAX || characters > CHARACTERS_MAX) return;
        lines.push(length);
        oldestLine = logged.seq();
      }
    }

    private boolean keeps(Logged logged) {
      if (logged.seq() >= newestAnswer || logged.seq() == newestSpoken) return true;
      return switch (logged.entry()) {
        case Received _, Replied _, Asked _ -> logged.seq() >= oldestLine;
        case Noted noted -> newestFact.getOrDefault(noted.name(), 0L) == logged.seq();
        case HandedTo _ -> logged.seq() == newestHandOver;
        case ModelSaid said -> said.calls().stream().anyMatch(c -> matters(c.id()));
        case Previewed previewed -> openCalls.contains(previewed.call());
        case Approved approved -> openCalls.contains(approved.call());
        case Intended intended -> matters(intended.call());
        case Escalated escalated -> openCalls.contains(escalated.call());
        case Returned returned -> besideOne(returned);
        case DeadLettered dead -> deadLetters.containsAll(dead.events());
        case PersonWanted _ -> logged.seq() == personWanted;
        case Entry.ModelFailed _, Entry.TimerSet _, Entry.Closed _, Entry.Interrupted _ -> false;
      };
    }

    private boolean matters(CallId call) {
      return openCalls.contains(call) || handOver.contains(call) || newestDone.containsValue(call);
    }

    /// A reply with such a call is kept whole, or a model would see calls without outcomes.
    private boolean besideOne(Returned returned) {
      return timeline.stream()
          .map(Logged::entry)
          .filter(ModelSaid.class::isInstance)
          .map(said -> ((ModelSaid) said).calls().stream().map(Call::id).toList())
          .anyMatch(
              calls -> calls.contains(returned.call()) && calls.stream().anyMatch(this::matters));
    }

    private static int length(Entry entry) {
      return switch (entry) {
        case Received received ->
            received.events().stream()
                .map(a -> a.event().what())
                .mapToInt(what -> what instanceof Inbound.Said said ? said.text().length() : 0)
                .sum();
        case Replied replied -> replied.text().length();
        case Asked asked -> asked.text().length();
        default -> -1;
      };
    }

    private boolean holds(Received received) {
      return received.events().stream().anyMatch(this::holds);
    }

    /// An event that is kept for itself: the first one, one that failed, and the newest act of an
    /// operator, which says that a person has been there since.
    private boolean holds(Arrived arrived) {
      return switch (arrived.event().what()) {
        case Opened _ -> true;
        default -> deadLetters.contains(arrived.event().id()) || arrived.seq() == newestOfOperator;
      };
    }

    private Received onlyHeld(Received received) {
      return new Received(
          received.events().stream().filter(this::holds).toList(),
          received.agent(),
          received.version(),
          received.epoch(),
          received.locale(),
          received.zone());
    }
  }
}
