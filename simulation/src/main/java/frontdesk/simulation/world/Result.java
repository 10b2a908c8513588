package frontdesk.simulation.world;

import frontdesk.simulation.Trace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a run went.
///
/// @param counts how often what happened
/// @param strikes in their order; played again they give the same run
/// @param stories what the store has of each conversation
record Result(
    Plan plan,
    List<Violation> violations,
    Trace trace,
    Map<String, Integer> counts,
    List<Strike> strikes,
    List<Story> stories,
    Backend backend,
    Platform platform) {

  Result {
    violations = List.copyOf(violations);
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    strikes = List.copyOf(strikes);
    stories = List.copyOf(stories);
  }

  boolean violates(String invariant) {
    return violations.stream().anyMatch(found -> found.invariant().equals(invariant));
  }

  int steps() {
    return trace.size();
  }

  /// For whoever has to find out.
  String report() {
    return new Report(this).text();
  }
}
