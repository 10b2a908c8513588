package frontdesk.server.proof;

import frontdesk.simulation.Trace;
import java.util.List;
import java.util.stream.Collectors;

/// How a run went.
///
/// @param chronicle the run as a person reads it
/// @param trace each step of each thread
record Result(long seed, List<Violation> violations, Counts counts, String chronicle, Trace trace) {
  Result {
    violations = List.copyOf(violations);
  }

  /// For whoever has to find out: the seed, what was violated, and what led to it.
  String report() {
    return violations.stream()
        .map(Violation::toString)
        .collect(Collectors.joining("\n  ", "Seed " + seed + "\n  ", "\n" + chronicle));
  }
}
