package frontdesk.simulation;

import org.jspecify.annotations.Nullable;

/// A run that did not end well: an exception in a thread, nobody able to go on, too many steps. The
/// message ends with the newest lines of the trace; the seed repeats the run.
public final class SimulationFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int TAIL_LINES = 40;

  SimulationFailed(long seed, String why, Trace trace, @Nullable Throwable cause) {
    super("Seed " + seed + ": " + why + "\n" + trace.tail(TAIL_LINES), cause);
  }
}
