package frontdesk.conversation;

import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Dropped;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.PersonWanted;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Shortened;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Summarised;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The older part of a log, folded: only the entries that still matter are kept, so that a load
/// stays short. Nothing is lost, the full log stays in the store; a worker just need not read it.
///
/// Kept are: who opened the conversation, which customer spoke last, what an operator did last,
/// the newest fact of each name, calls that wait for arguments, the newest hand-over with what
/// the agent was told then, everything about acts that are still open or wait for approval, the
/// newest act of each tool that was done (it is what the agent may claim), what failed and may be
/// tried again, what a model is still shown, within bounds, and everything since the last answer,
/// at most 500 entries: what a stopped turn did is not told to the customer yet. Where those
/// bounds cut off what was shown, a `Shortened` says so from then on.
///
/// @param through place of the newest entry that was folded
/// @param spent tokens up to there
public record Snapshot(long through, List<Logged> kept, Spent spent) {
  public static final Snapshot NONE = new Snapshot(0, List.of(), Spent.NONE);

  /// A log is folded when this many entries came since the last time.
  public static final int FOLD_AFTER = 100;

  /// While a person answers elsewhere, nothing is an answer, and yet a load has to stay short.
  private static final int UNANSWERED_MAX = 500;

  /// A model is shown less; this bounds what is kept while a person answers.
  private static final int SHOWN_MAX = 400;

  private static final int CHARACTERS_MAX = 160 * 1024;

  public Snapshot {
    kept = List.copyOf(kept);
  }

  /// Folds a timeline that begins with what this one kept and ends with a closed turn.
  public Snapshot fold(List<Logged> timeline) {
    if (timeline.isEmpty()) return this;
    Spent now = spent;
    for (Logged logged : timeline) if (logged.seq() > through) now = now.plus(logged);
    return new Snapshot(timeline.getLast().seq(), new Fold(timeline).kept(), now);
  }

  /// The place up to which a model is not shown any more what came, in a timeline: it got too long.
  public static long hidden(List<Logged> timeline) {
    long hidden = summary(timeline).map(Summarised::through).orElse(0L);
    for (Logged logged : timeline) {
      if (logged.entry() instanceof Shortened(var through)) hidden = Math.max(hidden, through);
    }
    return hidden;
  }

  /// The summary that stands for what is hidden. Of several the one of most counts, however late
  /// another came.
  public static Optional<Summarised> summary(List<Logged> timeline) {
    Optional<Summarised> longest = Optional.empty();
    for (Logged logged : timeline) {
      if (!(logged.entry() instanceof Received received)) continue;
      for (Arrived arrived : received.events()) {
        if (!(arrived.event().what() instanceof Summarised next)) continue;
        if (longest.filter(s -> s.through() > next.through()).isEmpty())
          longest = Optional.of(next);
      }
    }
    return longest;
  }

  private static final class Fold {
    private final List<Logged> timeline;
    private final Map<String, Long> newestFact = new HashMap<>();
    private final Set<CallId> openCalls = new HashSet<>();
    private final Set<Gathered> pending;
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
    private final Optional<Summarised> summary;
    private final long hidden;
    private boolean isCut;
    private Optional<Logged> newestCut = Optional.empty();
    private long mostHidden;
    private final Set<CallId> toldLate = new HashSet<>();
    private long shownFrom = Long.MAX_VALUE;

    Fold(List<Logged> timeline) {
      this.timeline = timeline;
      this.summary = summary(timeline);
      this.hidden = hidden(timeline);
      this.pending = Set.copyOf(PendingCalls.open(timeline, timeline.getLast().at()));
      for (Logged logged : timeline) {
        if (logged.entry() instanceof DeadLettered(var events, _)) failed.addAll(events);
      }
      measureShown();
      for (Logged logged : timeline) look(logged);
      int unanswered = Math.max(0, timeline.size() - UNANSWERED_MAX);
      newestAnswer = Math.max(newestAnswer, timeline.get(unanswered).seq());
      if (isCut) newestCut = newestBefore(Math.min(shownFrom, newestAnswer));
      for (Logged logged : timeline) {
        boolean shown = logged.seq() >= shownFrom;
        if (shown && logged.entry() instanceof Returned returned) toldLate.add(returned.call());
        if (shown && logged.entry() instanceof Escalated escalated) toldLate.add(escalated.call());
      }
    }

    List<Logged> kept() {
      var kept = new ArrayList<Logged>();
      for (Logged logged : timeline) {
        if (keeps(logged)) kept.add(logged);
        else if (logged.entry() instanceof Received received && holds(received)) {
          kept.add(new Logged(logged.seq(), logged.at(), onlyHeld(received)));
        }
        if (newestCut.equals(Optional.of(logged))) kept.add(shortened(logged));
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
        case Shortened(var through) when through == hidden -> mostHidden = logged.seq();
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
        // A model that is still shown the replay is shown what was replayed there.
        if (replays(arrived.event()) && seq < shownFrom) deadLetters.clear();
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

    /// Whole turns only: a reply is kept with the outcomes of its calls.
    private void measureShown() {
      int shown = 0;
      int characters = 0;
      for (Logged logged : timeline.reversed()) {
        if (logged.seq() <= hidden) return;
        characters += length(logged.entry());
        isCut = ++shown > SHOWN_MAX || characters > CHARACTERS_MAX;
        if (isCut) return;
        if (logged.entry() instanceof Received) shownFrom = logged.seq();
      }
    }

    private Optional<Logged> newestBefore(long seq) {
      return timeline.reversed().stream()
          .filter(logged -> logged.seq() < seq)
          .findFirst()
          .filter(logged -> logged.seq() > hidden);
    }

    /// A model is told that something is left out, instead of never having been told it.
    private static Logged shortened(Logged cut) {
      return new Logged(cut.seq(), cut.at(), new Shortened(cut.seq()));
    }

    private boolean keeps(Logged logged) {
      if (logged.seq() >= newestAnswer || logged.seq() == newestSpoken) return true;
      return switch (logged.entry()) {
        case Replied _, Asked _ -> logged.seq() >= shownFrom;
        case Received _ -> logged.seq() >= shownFrom;
        case Noted noted -> newestFact.getOrDefault(noted.name(), 0L) == logged.seq();
        case HandedTo _ -> logged.seq() == newestHandOver;
        case ModelSaid said ->
            logged.seq() >= shownFrom || said.calls().stream().anyMatch(c -> matters(c.id()));
        case Gathered gathered -> pending.contains(gathered);
        case Dropped _ -> false;
        case Previewed previewed -> openCalls.contains(previewed.call());
        case Approved approved -> openCalls.contains(approved.call());
        case Intended intended -> matters(intended.call());
        case Escalated escalated ->
            logged.seq() >= shownFrom || openCalls.contains(escalated.call());
        case Returned returned -> logged.seq() >= shownFrom || besideOne(returned);
        case DeadLettered dead -> deadLetters.containsAll(dead.events());
        case PersonWanted _ -> logged.seq() == personWanted;
        case Shortened _ -> logged.seq() == mostHidden && newestCut.isEmpty();
        case Entry.ModelFailed _, Entry.TimerSet _, Entry.Closed _, Entry.Interrupted _ -> false;
      };
    }

    private boolean matters(CallId call) {
      return openCalls.contains(call)
          || handOver.contains(call)
          || newestDone.containsValue(call)
          || toldLate.contains(call);
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
        case ModelSaid said ->
            said.calls().stream().mapToInt(call -> call.arguments().length()).sum()
                + said.made().items().stream().mapToInt(item -> item.text().length()).sum();
        case Returned(_, _, Outcome.Done(Json(var text))) -> text.length();
        default -> 0;
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
        case Summarised one -> summary.equals(Optional.of(one));
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
