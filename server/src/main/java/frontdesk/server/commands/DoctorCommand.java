package frontdesk.server.commands;

import frontdesk.agent.Agent;
import frontdesk.agent.Toolset;
import frontdesk.edge.Edge;
import frontdesk.json.InvalidSettings;
import frontdesk.server.AgentSource;
import frontdesk.server.Console;
import frontdesk.server.Environment;
import frontdesk.server.ProviderCheck;
import frontdesk.server.Settings;
import frontdesk.server.SettingsFile;
import frontdesk.server.Stores;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final int WRONG = 2;

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
    Edge edge = Edge.real();
    check("java", () -> Runtime.version().toString());
    try {
      Settings settings =
          config
              .map(file -> SettingsFile.read(file, environment))
              .orElseGet(() -> Settings.local(environment));
      report(true, "settings", config.map(f -> "read from " + f).orElse("those of the demo"));
      all(settings, edge);
    } catch (InvalidSettings e) {
      e.problems().forEach(problem -> report(false, "settings", problem));
      return WRONG;
    }
    return healthy ? 0 : 1;
  }

  private void all(Settings settings, Edge edge) {
    check("data", () -> Stores.check(settings.data(), edge));
    var agents = new ArrayList<Agent>();
    Toolset tools = settings.remotes().tools(edge);
    for (String agent : settings.agents()) {
      check(
          "agent " + agent,
          () -> {
            agents.add(AgentSource.read(agent, tools, settings.zone()));
            return "version " + agents.getLast().version();
          });
    }
    ProviderCheck.models(settings.model(), agents)
        .forEach((name, by) -> check(by, () -> ProviderCheck.run(name, settings.model(), edge)));
    if (settings.remotes().calcom().get().isPresent()) {
      check("calcom", () -> settings.remotes().check(edge).orElseThrow());
    }
    check("listen", () -> listen(settings));
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

  private static String listen(Settings settings) throws Exception {
    InetAddress address = InetAddress.getByName(settings.host());
    try (var socket = new ServerSocket(settings.port(), 1, address)) {
      return settings.host() + ":" + socket.getLocalPort() + " is free";
    } catch (BindException e) {
      String where = settings.host() + ":" + settings.port();
      throw new IllegalStateException(
          where + " is taken or not ours: stop what listens there, or choose another", e);
    }
  }
}
