package frontdesk.server.logs;

import java.io.PrintStream;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Sets up the JDK's logging, which `System.Logger` writes to. Our own loggers log from the level
/// that is asked for; libraries warnings and errors only, since their finer lines show what peers
/// sent.
public final class Logs {
  // Held, or the JDK forgets its level together with the logger.
  private static final Logger OURS = Logger.getLogger("frontdesk");

  /// Logs with a trace what our server tells in one line: that its address is taken.
  private static final Logger START = Logger.getLogger("io.helidon.webserver.LoomServer");

  private Logs() {}

  /// From now on each record is one line on `out`.
  ///
  /// @param level value of `LOGLEVEL`
  /// @param readable text for a person at a terminal; otherwise a JSON object for each record
  /// @throws IllegalArgumentException with one line that says which levels there are
  public static void install(String level, PrintStream out, boolean readable) {
    Level from = level(level);
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(from.intValue() > Level.WARNING.intValue() ? from : Level.WARNING);
    root.addHandler(new Printer(out, readable));
    OURS.setLevel(from);
    START.setLevel(Level.OFF);
  }

  /// CRITICAL is the same as ERROR: we have nothing above errors.
  private static Level level(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "DEBUG" -> Level.FINE;
      case "INFO" -> Level.INFO;
      case "WARNING", "WARN" -> Level.WARNING;
      case "ERROR", "CRITICAL" -> Level.SEVERE;
      default ->
          throw new IllegalArgumentException(
              "LOGLEVEL: no such level; set DEBUG, INFO, WARNING, ERROR or CRITICAL");
    };
  }

  private static final class Printer extends Handler {
    private final PrintStream out;

    private Printer(PrintStream out, boolean readable) {
      this.out = out;
      setFormatter(new Lines(readable));
    }

    @Override
    public void publish(LogRecord entry) {
      if (!isLoggable(entry)) return;
      out.print(getFormatter().format(entry));
      out.flush();
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
