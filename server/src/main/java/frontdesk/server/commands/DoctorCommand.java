package frontdesk.server.commands;

import frontdesk.edge.Edge;
import frontdesk.json.InvalidSettings;
import frontdesk.server.AgentSource;
import frontdesk.server.Console;
import frontdesk.server.Environment;
import frontdesk.server.Models;
import frontdesk.server.Settings;
import frontdesk.server.SettingsFile;
import frontdesk.server.Stores;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Asks each dependency whether it works, and says what to do when it does not.
@Command(
    name = "doctor",
    description = "Checks settings, data directory, agents, model and port.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--config", paramLabel = "FILE", description = "Check these settings.")
  private Optional<Path> config = Optional.empty();

  private boolean healthy = true;

  public DoctorCommand(Console console) {
    this.console = console;
  }

  /// Something to be checked: returns what is well about it, or throws.
  private interface Check {
    String run() throws Exception;
  }

  @Override
  public Integer call() {
    Environment environment = console.environment();
    check("settings", () -> config.map(f -> "read from " + f).orElse("none: those of the demo"));
    Path data = environment.data().resolve("demo");
    String model = environment.get("FRONTDESK_MODEL").orElse(Models.DEFAULT);
    List<String> agents = AgentSource.BUNDLED;
    int port = Settings.PORT;
    Optional<Settings> settings = settings(environment);
    if (settings.isPresent()) {
      data = settings.get().data();
      model = settings.get().model();
      agents = settings.get().agents();
      port = settings.get().port();
    }
    all(environment, data, model, agents, port);
    return healthy ? 0 : 1;
  }

  private void all(
      Environment environment, Path data, String model, List<String> agents, int port) {
    Edge edge = Edge.real();
    check("java", () -> Runtime.version().toString());
    check("data", () -> Stores.check(data, edge));
    for (String agent : agents) {
      check(
          "agent " + agent,
          () -> "version " + AgentSource.read(agent, environment.zone()).version());
    }
    check("model", () -> Models.named(model, edge).getClass().getSimpleName() + " (" + model + ")");
    check("port", () -> port(port));
  }

  private Optional<Settings> settings(Environment environment) {
    try {
      return config.map(file -> SettingsFile.read(file, environment));
    } catch (InvalidSettings e) {
      e.problems().forEach(problem -> report(false, "settings", problem));
      return Optional.empty();
    }
  }

  private void check(String name, Check check) {
    try {
      report(true, name, check.run());
    } catch (InvalidSettings e) {
      e.problems().forEach(problem -> report(false, name, problem));
    } catch (Exception e) {
      report(false, name, String.valueOf(e.getMessage()));
    }
  }

  private void report(boolean well, String name, String text) {
    healthy &= well;
    console.out().printf("%-6s %-16s %s%n", well ? "ok" : "FAILS", name, text);
  }

  private static String port(int port) throws Exception {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort() + " is free";
    } catch (BindException e) {
      throw new IllegalStateException(
          port + " is taken: stop what listens there, or choose another", e);
    }
  }
}
