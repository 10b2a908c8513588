package frontdesk.sandbox;

import java.util.ArrayList;
import java.util.List;

/// The faults that are still to happen, oldest first.
final class Faults {
  private static final int WAITING_MAX = 1_000;

  private final List<Fault> waiting = new ArrayList<>();

  synchronized void add(List<Fault> faults) {
    if (waiting.size() + faults.size() > WAITING_MAX) {
      throw new WrongControl(
          "faults: more than " + WAITING_MAX + " would wait; use \"times\", or reset");
    }
    waiting.addAll(faults);
  }

  /// What goes wrong with this request, which uses it up.
  synchronized Trouble next(String method, String path) {
    for (int i = 0; i < waiting.size(); i++) {
      Fault fault = waiting.get(i);
      if (!fault.fits(method, path)) continue;
      if (fault.times() > 1) waiting.set(i, fault.oneLess());
      else waiting.remove(i);
      return fault.trouble();
    }
    return new Trouble.None();
  }

  synchronized void reset() {
    waiting.clear();
  }
}
