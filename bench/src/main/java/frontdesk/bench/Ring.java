package frontdesk.bench;

import com.sun.management.OperatingSystemMXBean;
import frontdesk.agent.Agents;
import frontdesk.bench.outside.Control;
import frontdesk.bench.peers.BareFront;
import frontdesk.bench.peers.BareLoop;
import frontdesk.bench.peers.LangChain;
import frontdesk.bench.peers.Places;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.runtime.Listener;
import frontdesk.server.Desk;
import frontdesk.server.Environment;
import frontdesk.server.Front;
import frontdesk.server.Model;
import frontdesk.server.ModelSettings;
import frontdesk.server.Remotes;
import frontdesk.server.Settings;
import frontdesk.server.http.Listen;
import frontdesk.server.http.Metrics;
import frontdesk.server.logs.Logs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The process of one contestant, which listens on a port (0: on none). Answers the lines `usage`
/// with its CPU nanoseconds, commits and writes, `heap` with the bytes that its live objects take,
/// and `run SECONDS` with the turns it made by itself.
final class Ring {
  private final Optional<Desk> desk;
  private final Optional<Load> load;
  private final int port;

  private Ring(Optional<Desk> desk, Optional<Load> load, int port) {
    this.desk = desk;
    this.load = load;
    this.port = port;
  }

  /// Runs until the standard input ends.
  ///
  /// @param arguments contestant, work, data directory, ports of model and backend
  public static void main(String[] arguments) throws IOException {
    // LangChain4j warns at length of every retry; its peers do not, and it is no part of the turn.
    Logs.install("ERROR", System.err, false);
    var places = new Places(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    Work work = Work.valueOf(arguments[1]);
    Ring ring = open(Contestant.valueOf(arguments[0]), work, Path.of(arguments[2]), places);
    Control.run(ring.port, ring::answer);
  }

  private static Ring open(Contestant contestant, Work work, Path data, Places places)
      throws IOException {
    return switch (contestant) {
      case BARE -> peer(BareFront.start(new BareLoop(places)));
      case LANGCHAIN -> peer(BareFront.start(new LangChain(places)));
      case SPINE -> {
        Edge edge = Edge.real();
        Desk desk = desk(work, data, places, edge);
        var talks = new SpineTalks(desk, work.agent(places).name(), edge);
        var load = new Load(work, Load.CONVERSATIONS, edge.threads(), () -> talks);
        yield new Ring(Optional.of(desk), Optional.of(load), 0);
      }
      case FRONTDESK -> {
        Edge edge = Edge.real();
        Desk desk = desk(work, data, places, edge);
        Front front =
            Front.open(
                settings(work, data),
                desk,
                Optional::empty,
                new Metrics(),
                edge,
                UnaryOperator.identity());
        yield new Ring(Optional.of(desk), Optional.empty(), front.port());
      }
    };
  }

  private static Ring peer(int port) {
    return new Ring(Optional.empty(), Optional.empty(), port);
  }

  private static Desk desk(Work work, Path data, Places places, Edge edge) {
    var agents = new Agents(List.of(work.agent(places)));
    Model model = work.model(places, edge);
    return Desk.open(data, "bench", agents, model, Channels.NONE, edge, Listener.NONE);
  }

  private static Settings settings(Work work, Path data) {
    ModelSettings none = ModelSettings.of(new Environment(Map.of()));
    return new Settings(
        Listen.LOOPBACK,
        0,
        data,
        none,
        Remotes.NONE,
        "UTC",
        List.of(),
        Set.of(work.function()),
        List.of(),
        0,
        1);
  }

  private String answer(String line) {
    return switch (line) {
      case "usage" -> usage();
      case "heap" -> heap();
      default -> {
        Duration time = Duration.ofSeconds(Integer.parseInt(line.substring("run ".length())));
        yield String.valueOf(load.orElseThrow().run(time).size());
      }
    };
  }

  private String usage() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%d %d %d"
        .formatted(
            system.getProcessCpuTime(),
            desk.map(d -> d.journal().commits()).orElse(0L),
            desk.map(d -> d.journal().writes()).orElse(0L));
  }

  private static String heap() {
    System.gc();
    System.gc(); // what the first one only made reachable for its cleaners
    return String.valueOf(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
