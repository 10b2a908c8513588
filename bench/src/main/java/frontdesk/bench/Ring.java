package frontdesk.bench;

import com.sun.management.OperatingSystemMXBean;
import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.runtime.Listener;
import frontdesk.server.Desk;
import frontdesk.server.Environment;
import frontdesk.server.Front;
import frontdesk.server.Model;
import frontdesk.server.ModelSettings;
import frontdesk.server.Settings;
import frontdesk.server.http.Listen;
import frontdesk.server.http.Metrics;
import frontdesk.server.logs.Logs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The process of one contestant. Prints the port it listens on (0: none), then answers each line
/// of standard input with one line: `usage` with its CPU nanoseconds, commits and writes, `run
/// SECONDS` with the turns it made by itself. Ends when its input does.
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
  /// @param arguments contestant, work, data directory
  public static void main(String[] arguments) throws IOException {
    // Without it the JDK's server answers late, and measures its own wait.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Logs.install("WARNING", System.err, false);
    Work work = Work.valueOf(arguments[1]);
    Ring ring = open(Contestant.valueOf(arguments[0]), work, Path.of(arguments[2]));
    System.out.println(ring.port);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(ring.answer(line));
    }
    System.exit(0);
  }

  private static Ring open(Contestant contestant, Work work, Path data) throws IOException {
    Edge edge = Edge.real();
    var bare = new BareLoop(work);
    return switch (contestant) {
      case BARE -> new Ring(Optional.empty(), load(work, edge, bare), 0);
      case BARE_JDK -> new Ring(Optional.empty(), Optional.empty(), BareFront.onJdk(bare));
      case BARE_REST ->
          new Ring(Optional.empty(), Optional.empty(), BareFront.onHelidon(bare, edge));
      case SPINE -> {
        Desk desk = desk(work, data, edge);
        var talks = new SpineTalks(desk, work.agent().name(), edge);
        yield new Ring(Optional.of(desk), load(work, edge, talks), 0);
      }
      case SPINE_REST -> {
        Desk desk = desk(work, data, edge);
        Front front = Front.open(settings(work, data), desk, Optional::empty, new Metrics(), edge);
        yield new Ring(Optional.of(desk), Optional.empty(), front.port());
      }
    };
  }

  private static Optional<Load> load(Work work, Edge edge, Talks talks) {
    return Optional.of(new Load(work, edge.threads(), () -> talks));
  }

  private static Desk desk(Work work, Path data, Edge edge) {
    var agents = new Agents(List.of(work.agent()));
    return Desk.open(
        data, "bench", agents, Model.plain(work.model()), Channels.NONE, edge, Listener.NONE);
  }

  private static Settings settings(Work work, Path data) {
    ModelSettings none = ModelSettings.of(new Environment(Map.of()));
    return new Settings(
        Listen.LOOPBACK, 0, data, none, "UTC", List.of(), Set.of(work.function()), List.of(), 0, 1);
  }

  private String answer(String line) {
    if (line.equals("usage")) return usage();
    Duration time = Duration.ofSeconds(Integer.parseInt(line.substring(4)));
    return String.valueOf(load.orElseThrow().run(time));
  }

  private String usage() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%d %d %d"
        .formatted(
            system.getProcessCpuTime(),
            desk.map(d -> d.journal().commits()).orElse(0L),
            desk.map(d -> d.journal().writes()).orElse(0L));
  }
}
