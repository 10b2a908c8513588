package frontdesk.server.proof;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// While it is open, keeps what the servers log about the failures that they are made to have out
/// of the test's output.
final class Quiet implements AutoCloseable {
  // Held, for a logger that nobody holds forgets its level.
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("frontdesk.adapters.calcom.Client"),
          Logger.getLogger("frontdesk.engine.Lanes"),
          Logger.getLogger("frontdesk.runtime.Running"),
          Logger.getLogger("frontdesk.runtime.TurnLoop"));

  private final List<Runnable> backAgain =
      LOGGERS.stream().map(logger -> backTo(logger.getLevel(), logger)).toList();

  Quiet() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @Override
  public void close() {
    backAgain.forEach(Runnable::run);
  }

  private static Runnable backTo(@Nullable Level before, Logger logger) {
    return () -> logger.setLevel(before);
  }
}
