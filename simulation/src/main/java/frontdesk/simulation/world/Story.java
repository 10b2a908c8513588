package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.TimerSet;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Logged;
import frontdesk.store.Records;
import java.time.Instant;
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

  /// Whether nothing is left to be done, for now and by itself: scans have had the time to find
  /// what is due.
  boolean rests(Instant now) {
    Instant scanned = now.minus(Server.SCAN_EVERY.multipliedBy(2));
    return !head.hasOpenEvents()
        && entries.stream().allMatch(logged -> logged.at().isBefore(scanned))
        && all(TimerSet.class).allMatch(timer -> timer.at().isBefore(scanned));
  }

  /// Names of the timers that came in as events; a turn that was closed and begun again is one.
  List<String> firedTimers() {
    return all(Entry.Received.class)
        .flatMap(received -> received.events().stream())
        .distinct()
        .flatMap(a -> a.event().what() instanceof Inbound.TimerFired f ? Stream.of(f.name()) : null)
        .toList();
  }
}
