package frontdesk.server.commands;

import frontdesk.edge.Edge;
import frontdesk.server.Console;
import frontdesk.server.ProviderCheck;
import frontdesk.server.RehearsalNotice;
import frontdesk.server.Server;
import frontdesk.server.Settings;
import frontdesk.server.SettingsFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Production.
@Command(
    name = "serve",
    description = "Runs the server of a configuration.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--config",
      description = "The settings (default: ${DEFAULT-VALUE}).",
      defaultValue = "frontdesk.yaml")
  private Path config = Path.of("frontdesk.yaml");

  public ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = SettingsFile.read(config, console.environment());
    Edge edge = Edge.real();
    Server server = Server.start(settings, "serve", edge);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Stopping.run(server, console), "stop"));
    RehearsalNotice.log(settings.model());
    console.out().println("Frontdesk is ready on http://" + settings.host() + ":" + server.port());
    ProviderCheck.beside(settings.model(), server.desk().agents().all(), edge);
    server.await();
    return 0;
  }
}
