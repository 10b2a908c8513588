package frontdesk.conversation;

import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Noted;
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
/// Kept are: who opened the conversation, who spoke last, the newest fact of each name, the newest
/// hand-over with what the agent was told then, everything about acts that are still open, the
/// newest lines that were said, and everything since the last answer: what a stopped turn did is
/// not told to the customer yet.
///
/// @param through place of the newest entry that was folded
public record Snapshot(long through, List<Logged> kept) {
  public static final Snapshot NONE = new Snapshot(0, List.of());

  /// A log is folded when this many entries came since the last time.
  public static final int FOLD_AFTER = 100;

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
    private long newestHandOver = -1;
    private long newestAnswer;
    private long newestSpoken;
    private Set<CallId> handOver = Set.of();
    private long oldestLine = Long.MAX_VALUE;

    Fold(List<Logged> timeline) {
      this.timeline = timeline;
      for (Logged logged : timeline) look(logged);
      measureLines();
    }

    List<Logged> kept() {
      var kept = new ArrayList<Logged>();
      for (Logged logged : timeline) {
        if (keeps(logged)) kept.add(logged);
        else if (logged.entry() instanceof Received received && opens(received)) {
          kept.add(new Logged(logged.seq(), logged.at(), onlyOpening(received)));
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
        case Received received when spoken(received) -> newestSpoken = logged.seq();
        case Intended intended -> openCalls.add(intended.call());
        case Returned returned when returned.outcome().isFinal() ->
            openCalls.remove(returned.call());
        default -> {}
      }
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
        case Intended intended -> openCalls.contains(intended.call());
        case Escalated escalated -> openCalls.contains(escalated.call());
        case Returned returned -> besideOne(returned);
        case Entry.ModelFailed _, Entry.TimerSet _, Entry.Closed _ -> false;
      };
    }

    private boolean matters(CallId call) {
      return openCalls.contains(call) || handOver.contains(call);
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

    /// Somebody other than the server is in it: the one for whom a timer acts later.
    private static boolean spoken(Received received) {
      return received.events().stream()
          .anyMatch(a -> !(a.event().sender() instanceof Principal.Server));
    }

    private static boolean opens(Received received) {
      return received.events().stream().anyMatch(a -> a.event().what() instanceof Opened);
    }

    private static Received onlyOpening(Received received) {
      return new Received(
          received.events().stream().filter(a -> a.event().what() instanceof Opened).toList(),
          received.agent(),
          received.version(),
          received.epoch(),
          received.locale(),
          received.zone());
    }
  }
}
