package frontdesk.simulation;

/// A yield point inside what journals, tools and wires do. In a simulation others may run here, and
/// the process may die here; outside of one nothing happens.
@FunctionalInterface
public interface Steps {
  Steps NONE = _ -> {};

  /// `what`: what the caller is about to do, in a few words that are the same in each run.
  void step(String what);
}
