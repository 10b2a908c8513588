package frontdesk.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What happened in a conversation, as one worker sees it: read, added to, appended. Immutable.
///
/// @param snapshot the older entries, folded
/// @param entries the saved entries since the snapshot
/// @param unsaved what this worker added since its last append
/// @param open events accepted and not yet consumed when this was loaded
/// @param at the store's time of this load or append
public record Log(
    Head head,
    Snapshot snapshot,
    List<Logged> entries,
    List<Entry> unsaved,
    List<Arrived> open,
    Instant at) {
  public Log {
    entries = List.copyOf(entries);
    unsaved = List.copyOf(unsaved);
    open = List.copyOf(open);
  }

  public Log plus(List<? extends Entry> more) {
    if (more.isEmpty()) return this;
    var added = new ArrayList<Entry>(unsaved);
    added.addAll(more);
    return new Log(head, snapshot, entries, added, open, at);
  }

  public Log plus(Entry entry) {
    return plus(List.of(entry));
  }

  /// The same with other unsaved entries: to append them in slices.
  public Log withUnsaved(List<? extends Entry> others) {
    return new Log(head, snapshot, entries, List.copyOf(others), open, at);
  }

  /// Place of the newest entry, saved or not.
  public long lastSeq() {
    return (entries.isEmpty() ? snapshot.through() : entries.getLast().seq()) + unsaved.size();
  }

  /// The tokens that its models have taken.
  public Spent spent() {
    Spent spent = snapshot.spent();
    for (Logged logged : entries) spent = spent.plus(logged);
    for (Entry entry : unsaved) spent = spent.plus(new Logged(0, at, entry));
    return spent;
  }

  /// Everything known, oldest first: what the snapshot kept, the saved entries, the unsaved ones as
  /// if they had been appended now.
  public List<Logged> timeline() {
    var all = new ArrayList<Logged>(snapshot.kept().size() + entries.size() + unsaved.size());
    all.addAll(snapshot.kept());
    all.addAll(entries);
    long seq = lastSeq() - unsaved.size();
    for (Entry entry : unsaved) all.add(new Logged(++seq, at, entry));
    return all;
  }
}
