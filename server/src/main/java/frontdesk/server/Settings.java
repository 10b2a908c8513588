package frontdesk.server;

import static java.util.stream.Collectors.toSet;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.json.InvalidSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a server runs with, whatever it was read from.
///
/// @param remotes systems behind the tools of agents
/// @param agents bundled names or folders
/// @param functions those that clients may create; empty: those of public agents
/// @param keys who may use the API; without client keys everybody who reaches it may
/// @param requestsPerSecond for each key and address; 0 is no limit
public record Settings(
    String host,
    int port,
    Path data,
    ModelSettings model,
    Remotes remotes,
    String zone,
    List<String> agents,
    Set<String> functions,
    List<ApiKey> keys,
    double requestsPerSecond,
    int burst) {
  public static final int PORT = 8080;
  public static final int REQUESTS_PER_SECOND = 20;
  public static final int BURST = 100;

  /// What the demo runs with, and what is checked when no file is named.
  public static Settings demo(Environment environment) {
    return new Settings(
        "127.0.0.1",
        PORT,
        environment.data().resolve("demo"),
        ModelSettings.of(environment),
        Remotes.NONE,
        environment.zone(),
        AgentSource.BUNDLED,
        AgentSource.BUNDLED.stream().map(AgentSource::function).collect(toSet()),
        List.of(),
        environment.requestsPerSecond(),
        BURST);
  }

  /// What is checked when no file is named: the demo, with what the environment sets up in place of
  /// the sandboxes.
  public static Settings local(Environment environment) {
    var problems = new ArrayList<String>();
    Remotes remotes = Remotes.of(environment, false, false, problems);
    if (!problems.isEmpty()) throw new InvalidSettings(problems);
    Settings demo = demo(environment);
    List<String> agents = AgentSource.with(remotes);
    return new Settings(
        demo.host(),
        demo.port(),
        demo.data(),
        demo.model(),
        remotes,
        demo.zone(),
        agents,
        agents.stream().map(AgentSource::function).collect(toSet()),
        demo.keys(),
        demo.requestsPerSecond(),
        demo.burst());
  }

  /// The same on another port, with other data and another model.
  public Settings with(int otherPort, Path otherData, ModelSettings otherModel) {
    return new Settings(
        host,
        otherPort,
        otherData,
        otherModel,
        remotes,
        zone,
        agents,
        functions,
        keys,
        requestsPerSecond,
        burst);
  }

  /// The same with these remote systems.
  public Settings with(Remotes others) {
    return new Settings(
        host, port, data, model, others, zone, agents, functions, keys, requestsPerSecond, burst);
  }

  /// The same with these keys.
  public Settings with(List<ApiKey> others) {
    return new Settings(
        host,
        port,
        data,
        model,
        remotes,
        zone,
        agents,
        functions,
        others,
        requestsPerSecond,
        burst);
  }

  /// The same with these functions for clients.
  Settings with(Set<String> others) {
    return new Settings(
        host, port, data, model, remotes, zone, agents, others, keys, requestsPerSecond, burst);
  }

  public Settings {
    agents = List.copyOf(agents);
    functions = Set.copyOf(functions);
    keys = List.copyOf(keys);
  }
}
