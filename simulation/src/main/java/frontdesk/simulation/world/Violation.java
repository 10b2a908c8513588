package frontdesk.simulation.world;

/// An invariant that did not hold in a run.
///
/// @param invariant its name: `I1`, …; `run` when the run itself did not end well
public record Violation(String invariant, String what) {
  @Override
  public String toString() {
    return invariant + ": " + what;
  }
}
