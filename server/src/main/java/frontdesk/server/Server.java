package frontdesk.server;

import static java.util.stream.Collectors.toSet;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Toolset;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.http.HttpHandler;
import frontdesk.json.InvalidSettings;
import frontdesk.model.ChatModel;
import frontdesk.model.provider.Account;
import frontdesk.server.http.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/// A whole server: settings in, desk and front up, down again in good order.
public final class Server implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Desk desk;
  private final Front front;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Server(Desk desk, Front front) {
    this.desk = desk;
    this.front = front;
  }

  /// Starts.
  ///
  /// @param purpose the command, told to whoever finds the data directory taken
  /// @throws InvalidSettings with one line for each problem
  public static Server start(Settings settings, String purpose, Edge edge) {
    return start(settings, purpose, edge, front -> front);
  }

  /// The same with something in front of all that it answers.
  public static Server start(
      Settings settings, String purpose, Edge edge, UnaryOperator<HttpHandler> before) {
    return start(settings, purpose, agents(settings, edge), edge, before);
  }

  /// The same with agents that are there already.
  static Server start(
      Settings settings,
      String purpose,
      Agents agents,
      Edge edge,
      UnaryOperator<HttpHandler> before) {
    var metrics = new Metrics();
    var failures = new ModelFailures(settings.data(), edge.clock());
    Account.Watch watch =
        (failure, opens) -> {
          metrics.modelFailed(failure.kind().name());
          failures.failed(failure, opens);
        };
    Model model = Models.open(settings.model(), edge, watch);
    return start(settings, purpose, agents, model, metrics, edge, before);
  }

  /// The same with agents and a model that are there already, whatever the settings name.
  static Server start(
      Settings settings, String purpose, Agents agents, ChatModel model, Edge edge) {
    return start(
        settings, purpose, agents, Model.plain(model), new Metrics(), edge, front -> front);
  }

  private static Server start(
      Settings settings,
      String purpose,
      Agents agents,
      Model model,
      Metrics metrics,
      Edge edge,
      UnaryOperator<HttpHandler> before) {
    Settings complete =
        settings.functions().isEmpty() ? settings.with(functions(agents)) : settings;
    Desk desk =
        Desk.open(
            settings.data(), purpose, agents, model, Channels.NONE, edge, new TurnMetrics(metrics));
    try {
      return new Server(desk, Front.open(complete, desk, model.problem(), metrics, edge, before));
    } catch (RuntimeException e) {
      desk.close();
      throw e;
    }
  }

  public int port() {
    return front.port();
  }

  public Desk desk() {
    return desk;
  }

  /// Drains and closes; what is still running after the grace goes on at the next start.
  public void stop() {
    stop(GRACE);
  }

  void stop(Duration grace) {
    front.drain(grace);
    close();
    stopped.countDown();
  }

  /// Waits until it was stopped.
  public void await() throws InterruptedException {
    stopped.await();
  }

  @Override
  public void close() {
    front.close();
  }

  private static Set<String> functions(Agents agents) {
    return agents.all().stream().filter(Agent::open).map(Agent::function).collect(toSet());
  }

  static Agents agents(Settings settings, Edge edge) {
    var problems = new ArrayList<String>();
    var agents = new ArrayList<Agent>();
    Toolset tools = settings.remotes().tools(edge);
    for (String name : settings.agents()) {
      try {
        agents.add(AgentSource.read(name, tools, settings.zone()));
      } catch (InvalidSettings e) {
        problems.addAll(e.problems());
      }
    }
    for (String function : settings.functions()) {
      if (agents.stream().noneMatch(agent -> agent.function().equals(function))) {
        problems.add("channels.rest.functions: no agent has the function " + function);
      }
    }
    if (problems.isEmpty()) return new Agents(List.copyOf(agents));
    throw new InvalidSettings(problems);
  }
}
