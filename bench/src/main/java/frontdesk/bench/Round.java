package frontdesk.bench;

import java.util.List;

/// One round: how many turns, in what time, for what CPU time of the contestant's process alone.
///
/// @param told the turns as the customers saw them; empty where the contestant made them by itself
record Round(
    long turns, double seconds, double cpuSeconds, long commits, long writes, List<Told> told) {
  Round {
    told = List.copyOf(told);
  }

  double perSecond() {
    return turns / seconds;
  }

  double cpuPerThousand() {
    return 1_000 * cpuSeconds / turns;
  }

  double commitsPerTurn() {
    return (double) commits / turns;
  }

  double writesPerTurn() {
    return (double) writes / turns;
  }

  /// Turns that were answered, and rightly.
  long answered() {
    return told.stream().filter(Told::isAnswered).count();
  }
}
