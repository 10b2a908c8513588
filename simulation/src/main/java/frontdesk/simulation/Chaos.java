package frontdesk.simulation;

import java.time.Duration;

/// What goes wrong, and where. Asked at each yield point of each thread, with the thread's name
/// and what it is about to do. Uniform chaos is too rare for the worst cases, so an
/// implementation weighs by `what`: a pause right after an intent finds more than a thousand
/// elsewhere.
@FunctionalInterface
public interface Chaos {
  Chaos NONE = (_, _, _) -> new Decision.Nothing();

  Decision at(Node node, String thread, String what);

  /// What happens to the node at this point.
  sealed interface Decision {

    record Nothing() implements Decision {}

    /// The node's process dies. `keepsUnsynced`: what it was writing reached the disk all the same,
    /// though nobody was told.
    record Crash(boolean keepsUnsynced) implements Decision {}

    /// None of the node's threads run for this long: a long garbage collection, a suspended
    /// machine.
    record Pause(Duration time) implements Decision {}
  }
}
