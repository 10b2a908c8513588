package frontdesk.server.commands;

import frontdesk.server.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Which version this is.
@Command(name = "version", description = "Prints the version.", mixinStandardHelpOptions = true)
public final class VersionCommand implements Callable<Integer> {
  private final Console console;

  public VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String version =
        Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");
    console.out().println("frontdesk " + version + " on Java " + Runtime.version());
    return 0;
  }
}
