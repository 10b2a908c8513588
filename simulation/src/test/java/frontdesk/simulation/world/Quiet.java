package frontdesk.simulation.world;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps what the servers log about the failures that they are made to have out of the test's
/// output.
final class Quiet {
  // Held, for a logger that nobody holds forgets its level.
  private static final Logger FRONTDESK = Logger.getLogger("frontdesk");

  private Quiet() {}

  static void please() {
    FRONTDESK.setLevel(Level.OFF);
  }
}
