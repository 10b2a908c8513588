package frontdesk.conversation;

import frontdesk.conversation.Entry.Dropped;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The calls of a log that wait for something: for arguments, or for the customer's yes.
///
/// One is open until it was done, was dropped, or is forgotten. While its act is under way it is
/// not open, and it is again when the act came to nothing: a customer whose time was taken need
/// not say everything once more.
public final class PendingCalls {
  private final Map<CallId, Gathered> pending = new LinkedHashMap<>();
  private final Map<CallId, CallId> newest = new LinkedHashMap<>();
  private final Map<CallId, Boolean> underWay = new LinkedHashMap<>();

  private PendingCalls() {}

  /// Those that are open at this time, oldest first.
  public static List<Gathered> open(List<Logged> timeline, Instant at) {
    var calls = new PendingCalls();
    for (Logged logged : timeline) calls.take(logged.entry());
    var open = new ArrayList<Gathered>();
    for (Gathered gathered : calls.pending.values()) {
      boolean acts = calls.underWay.getOrDefault(gathered.call(), false);
      if (!acts && at.isBefore(gathered.expires())) open.add(gathered);
    }
    return open;
  }

  private void take(Entry entry) {
    switch (entry) {
      case Gathered gathered -> {
        pending.put(gathered.pending(), gathered);
        newest.put(gathered.call(), gathered.pending());
      }
      case Dropped(var dropped, _) -> pending.remove(dropped);
      case Intended intended -> underWay.put(intended.call(), true);
      case Returned returned when returned.outcome().isFinal() -> {
        underWay.remove(returned.call());
        CallId of = newest.get(returned.call());
        if (of != null && returned.outcome() instanceof Outcome.Done) pending.remove(of);
      }
      default -> {}
    }
  }
}
