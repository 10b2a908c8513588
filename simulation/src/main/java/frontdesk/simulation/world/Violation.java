package frontdesk.simulation.world;

/// An invariant that did not hold in a run.
///
/// @param invariant its name: `I1` … `I11` are the invariants of the whole product, `G5` and `G10`
///     the guarantees about acts and about stops, `timers` and `documents` what follows from a
///     log; `run` when the run itself did not end well
public record Violation(String invariant, String what) {
  @Override
  public String toString() {
    return invariant + ": " + what;
  }
}
