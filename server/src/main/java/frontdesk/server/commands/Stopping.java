package frontdesk.server.commands;

import frontdesk.server.Console;
import frontdesk.server.Server;

/// What happens on Ctrl-C or SIGTERM. Told on standard error: the JDK's logging is gone by then.
final class Stopping {
  private Stopping() {}

  static void run(Server server, Console console) {
    console
        .err()
        .println("Stopping: what runs has 30 s to end, the rest goes on at the next start.");
    server.stop();
  }
}
