package frontdesk.server;

import java.util.Objects;

/// Whether a person sits at this process.
public final class Terminals {
  private Terminals() {}

  /// Both input and output are a terminal.
  public static boolean isTerminal() {
    return Objects.requireNonNull(System.console()).isTerminal();
  }
}
