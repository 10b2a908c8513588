package frontdesk.simulation.world;

import java.util.Set;

/// Bounds of a run, to make it smaller than its seed would.
///
/// @param absent customers who do not come
/// @param messages of each customer
/// @param stormSeconds how long the weather may be bad
record Scale(Set<String> absent, int messages, int stormSeconds) {
  static final Scale FULL = new Scale(Set.of(), Integer.MAX_VALUE, Integer.MAX_VALUE);

  Scale {
    absent = Set.copyOf(absent);
  }
}
