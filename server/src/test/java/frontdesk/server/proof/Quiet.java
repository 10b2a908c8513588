package frontdesk.server.proof;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps what the servers log about the failures that they are made to have out of the test's
/// output.
final class Quiet {
  // Held, for a logger that nobody holds forgets its level.
  private static final Logger LANES = Logger.getLogger("frontdesk.engine.Lanes");
  private static final Logger LOOP = Logger.getLogger("frontdesk.runtime.TurnLoop");

  private Quiet() {}

  static void please() {
    LANES.setLevel(Level.OFF);
    LOOP.setLevel(Level.OFF);
  }
}
