package frontdesk.simulation.world;

import frontdesk.agent.Limits;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.TimerSet;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.store.Records;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// All that the store has of one conversation.
record Story(ConversationId id, Head head, List<Logged> entries) {
  private static final int ENTRIES_MAX = 100_000;

  static Story of(ConversationId id, Records records) {
    Head head = records.head(id).orElseGet(() -> Head.fresh(id));
    return new Story(id, head, records.entries(id, 0, ENTRIES_MAX));
  }

  <T extends Entry> Stream<T> all(Class<T> kind) {
    return entries.stream().map(Logged::entry).filter(kind::isInstance).map(kind::cast);
  }

  int count(Class<? extends Entry> kind) {
    return (int) all(kind).count();
  }

  /// How often a button was pressed of a question that had found its end.
  int pressesInVain() {
    var ended = new HashSet<CallId>();
    int presses = 0;
    for (Logged logged : entries) {
      if (logged.entry() instanceof Entry.Returned returned) ended.add(returned.call());
      if (!(logged.entry() instanceof Entry.Received received)) continue;
      for (Arrived arrived : received.events()) {
        boolean inVain =
            arrived.event().what() instanceof Inbound.Pressed(var question, _)
                && ended.contains(question);
        if (inVain) presses++;
      }
    }
    return presses;
  }

  /// Whether nothing is left to be done, for now and by itself: scans have had the time to find
  /// what is due.
  boolean rests(Instant now) {
    Instant scanned = now.minus(Server.SCAN_EVERY.multipliedBy(2));
    return !head.hasOpenEvents()
        && entries.stream().allMatch(logged -> logged.at().isBefore(scanned))
        && all(TimerSet.class).allMatch(timer -> timer.at().isBefore(scanned));
  }

  /// The events of its turns; those that were left to a later turn once.
  List<Arrived> events() {
    return all(Entry.Received.class)
        .flatMap(received -> received.events().stream())
        .distinct()
        .toList();
  }

  /// How many turns took as many events as a turn takes, and left others to the next one.
  int turnsFullByNumber() {
    return (int) turns().filter(turn -> turn.size() == Limits.EVENTS_PER_TURN).count();
  }

  /// How many turns left events to the next one, as these would have made them too long.
  int turnsFullByLength() {
    List<List<Arrived>> turns = turns().toList();
    int full = 0;
    for (int i = 1; i < turns.size(); i++) {
      long together = bytes(turns.get(i - 1)) + bytes(turns.get(i).subList(0, 1));
      if (together > Limits.BYTES_PER_TURN) full++;
    }
    return full;
  }

  private Stream<List<Arrived>> turns() {
    return all(Entry.Received.class).map(Entry.Received::events);
  }

  private static long bytes(List<Arrived> events) {
    return events.stream()
        .mapToLong(arrived -> arrived.event().what() instanceof Said said ? said.keptBytes() : 0)
        .sum();
  }

  /// Names of the timers that came in as events; a turn that was closed and begun again is one.
  List<String> firedTimers() {
    return events().stream()
        .flatMap(a -> a.event().what() instanceof Inbound.TimerFired f ? Stream.of(f.name()) : null)
        .toList();
  }
}
