package frontdesk.simulation;

import frontdesk.conversation.Entry;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Snapshot;
import frontdesk.store.EntryFormat;
import frontdesk.store.Fences;
import java.util.List;
import java.util.function.Function;

/// What the content of entries, events and snapshots becomes by being kept. Through the format:
/// each is written and read again, as by a store on a disk, at the price of some CPU. Else the
/// objects themselves are kept, and sizes are those of their names and values.
record Bodies(boolean throughFormat) {

  List<InboundEvent> asRead(List<InboundEvent> events) {
    return asRead(events, EntryFormat::write, EntryFormat::readEvent);
  }

  Log asRead(Log log) {
    List<Entry> unsaved = asRead(log.unsaved(), EntryFormat::write, EntryFormat::readEntry);
    return new Log(log.head(), log.snapshot(), log.entries(), unsaved, log.open(), log.at());
  }

  Snapshot asRead(Snapshot snapshot) {
    return throughFormat ? EntryFormat.readSnapshot(EntryFormat.write(snapshot)) : snapshot;
  }

  private <T> List<T> asRead(List<T> items, Function<T, String> write, Function<String, T> read) {
    List<String> bodies =
        throughFormat
            ? items.stream().map(write).toList()
            : items.stream().map(Object::toString).toList();
    Fences.checkSizes(bodies);
    return throughFormat ? bodies.stream().map(read).toList() : items;
  }
}
