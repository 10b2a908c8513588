package frontdesk.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tables in memory that behave like those on a disk: a write is seen by later writes at once, but
/// is durable, and seen by readers, only when synced. One sync takes all writes before it along.
///
/// Not safe for use by many threads: the journal's lock guards it.
final class Disk {
  private final Deque<Change> unsynced = new ArrayDeque<>();

  /// What one commit writes; a commit that found nothing to write waits for its sync all the same,
  /// as what it found may not be durable yet.
  static final class Change {
    private final List<Runnable> undo = new ArrayList<>();
    private final List<Runnable> sync = new ArrayList<>();
    private long number;
    private boolean forgotten;

    /// How many commits were before it.
    long number() {
      return number;
    }

    void number(long commitsBefore) {
      number = commitsBefore;
    }

    boolean isEmpty() {
      return sync.isEmpty();
    }

    boolean isForgotten() {
      return forgotten;
    }
  }

  /// A table of immutable rows.
  static final class Table<K, V> {
    private final Map<K, V> seen = new HashMap<>();
    private final Map<K, V> synced = new HashMap<>();

    /// As writers see it.
    Optional<V> seen(K key) {
      return Optional.ofNullable(seen.get(key));
    }

    Collection<V> allSeen() {
      return Collections.unmodifiableCollection(seen.values());
    }

    /// As readers see it.
    Optional<V> synced(K key) {
      return Optional.ofNullable(synced.get(key));
    }

    Collection<V> allSynced() {
      return Collections.unmodifiableCollection(synced.values());
    }

    void put(K key, V row, Change change) {
      Optional<V> before = Optional.ofNullable(seen.put(key, row));
      change.undo.add(() -> before.ifPresentOrElse(v -> seen.put(key, v), () -> seen.remove(key)));
      change.sync.add(() -> synced.put(key, row));
    }

    void remove(K key, Change change) {
      Optional<V> before = Optional.ofNullable(seen.remove(key));
      change.undo.add(() -> before.ifPresent(v -> seen.put(key, v)));
      change.sync.add(() -> synced.remove(key));
    }
  }

  void written(Change change) {
    unsynced.add(change);
  }

  /// All that is written becomes durable.
  void sync() {
    for (Change change : unsynced) change.sync.forEach(Runnable::run);
    unsynced.clear();
  }

  /// All that is not synced is gone, as when the store's process dies.
  void forget() {
    while (!unsynced.isEmpty()) forgetLast();
  }

  /// This write is gone, as its writer died; but not if another was written on top of it.
  void forget(Change change) {
    if (change.equals(unsynced.peekLast())) forgetLast();
  }

  private void forgetLast() {
    Change change = unsynced.removeLast();
    change.forgotten = true;
    change.undo.reversed().forEach(Runnable::run);
  }
}
