package frontdesk.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts what a stand-in does. Beyond 100,000 keys the oldest is forgotten.
public final class Effects {
  private static final int KEYS_MAX = 100_000;

  private record Deed(String kind, String key) {}

  private final Map<Deed, Long> counts = new LinkedHashMap<>();

  public synchronized void did(String kind, String key) {
    counts.merge(new Deed(kind, key), 1L, Long::sum);
    if (counts.size() > KEYS_MAX) counts.remove(counts.keySet().iterator().next());
  }

  /// In the order in which they were first done.
  public synchronized List<Effect> all() {
    var all = new ArrayList<Effect>();
    counts.forEach((deed, count) -> all.add(new Effect(deed.kind(), deed.key(), count)));
    return all;
  }

  public synchronized void reset() {
    counts.clear();
  }
}
