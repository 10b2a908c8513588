package frontdesk.adapters.calcom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;

/// Many starts in few words: `09:00–11:30, 14:00`.
final class Runs {
  // Fewer stand one by one.
  private static final int RUN_MIN = 3;

  private Runs() {}

  /// The smallest distance between two starts.
  ///
  /// @param otherwise minutes, where there are no two
  static Duration step(NavigableSet<Instant> starts, int otherwise) {
    Duration smallest = Duration.ofDays(1);
    Iterator<Instant> all = starts.iterator();
    if (!all.hasNext()) return Duration.ofMinutes(otherwise);
    for (Instant before = all.next(); all.hasNext(); ) {
      Instant next = all.next();
      Duration between = Duration.between(before, next);
      if (between.compareTo(smallest) < 0) smallest = between;
      before = next;
    }
    return smallest.equals(Duration.ofDays(1)) ? Duration.ofMinutes(otherwise) : smallest;
  }

  /// Those of one day, in order.
  static String text(Written written, Collection<Instant> starts, Duration step) {
    var parts = new ArrayList<String>();
    var run = new ArrayList<Instant>();
    for (Instant start : starts) {
      boolean goesOn = !run.isEmpty() && run.getLast().plus(step).equals(start);
      if (!goesOn) end(written, run, parts);
      run.add(start);
    }
    end(written, run, parts);
    return String.join(", ", parts);
  }

  private static void end(Written written, List<Instant> run, List<String> parts) {
    if (run.size() >= RUN_MIN) {
      parts.add(written.clock(run.getFirst()) + "–" + written.clock(run.getLast()));
    } else {
      run.forEach(start -> parts.add(written.clock(start)));
    }
    run.clear();
  }
}
