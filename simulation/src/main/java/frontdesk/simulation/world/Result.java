package frontdesk.simulation.world;

import frontdesk.simulation.Trace;
import java.util.List;
import java.util.stream.Collectors;

/// How a run went.
///
/// @param stops of customers
/// @param effects what the backend did
public record Result(
    long seed,
    List<Violation> violations,
    Trace trace,
    int crashes,
    int pauses,
    int stops,
    int effects) {
  private static final int TAIL_LINES = 60;

  public Result {
    violations = List.copyOf(violations);
  }

  /// For whoever has to find out: the seed, what was violated, and the newest steps.
  public String report() {
    return violations.stream()
            .map(Violation::toString)
            .collect(Collectors.joining("\n  ", "Seed " + seed + "\n  ", "\n"))
        + trace.tail(TAIL_LINES);
  }
}
