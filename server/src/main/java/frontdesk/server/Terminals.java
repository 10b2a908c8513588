package frontdesk.server;

import java.io.Console;
import java.util.Optional;

/// Whether a person sits at this process.
public final class Terminals {
  private Terminals() {}

  /// Both input and output are a terminal.
  public static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
