package frontdesk.simulation.world;

/// What many runs came to, in one line.
final class Tally {
  private long seeds;
  private long steps;
  private long crashes;
  private long pauses;
  private long stops;
  private long effects;
  private long violations;

  void add(Result result) {
    seeds++;
    steps += result.trace().size();
    crashes += result.crashes();
    pauses += result.pauses();
    stops += result.stops();
    effects += result.effects();
    violations += result.violations().size();
  }

  /// Whether the runs were rough enough to prove something.
  boolean reachedEverything() {
    return crashes > seeds && pauses > seeds && stops > seeds && effects > seeds;
  }

  @Override
  public String toString() {
    return "simulation: %d seeds, %d steps, %d crashes, %d pauses, %d stops, %d effects, %d violations"
        .formatted(seeds, steps, crashes, pauses, stops, effects, violations);
  }
}
