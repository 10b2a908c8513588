package frontdesk.server.proof;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.edge.Edge;
import frontdesk.engine.Threads;
import frontdesk.http.HttpHandler;
import frontdesk.http.Secret;
import frontdesk.model.ChatModel;
import frontdesk.server.Environment;
import frontdesk.server.ModelSettings;
import frontdesk.server.Remotes;
import frontdesk.server.Settings;
import frontdesk.server.SimulatedServer;
import frontdesk.server.http.Metrics;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Chaos.Decision;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.simulation.SimulationFailed;
import frontdesk.store.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/// A play in a storm: two servers over one store, clients on a bad wire. It rages for a while, then
/// the weather clears, what is left must come to rest by itself, each customer looks once more, and
/// the oracle judges.
final class World {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int REST_WITHIN_SECONDS = 900;
  private static final Metrics METRICS = new Metrics();

  /// The usual limits, and such that clients of a storm feel.
  private static final List<Integer> REQUESTS_PER_SECOND = List.of(20, 20, 2);

  private final long seed;
  private final Fitting fitting;
  private final Weather weather;
  private final Simulation simulation;
  private final Chance chance;
  private final Node home;
  private final MemoryJournal journal;
  private final Settings settings;
  private final Ledger ledger = new Ledger();
  private final Chronicle chronicle;
  private final Fleet fleet;
  private final Play play;
  private final Street street;

  private World(long seed, Fitting fitting, Function<Stage, Play> script) {
    this.seed = seed;
    this.fitting = fitting;
    this.weather = new Weather(new Chance(seed).named("weather"));
    this.simulation = new Simulation(seed, this::befalls);
    this.chance = simulation.chance().named("world");
    this.home = simulation.node("home");
    this.journal = new MemoryJournal(home.clock(), simulation, true);
    int requestsPerSecond = chance.pick(REQUESTS_PER_SECOND);
    this.chronicle = new Chronicle(home.threads());
    this.play =
        script.apply(new Stage(seed, simulation, weather, journal, ledger, chronicle, fitting));
    this.settings = settings(play, requestsPerSecond);
    this.fleet = new Fleet(simulation.chance().named("fleet"));
    Threads outside = simulation.node("street").threads();
    var wire = new Wire(outside, weather, ledger, chronicle);
    Chance choices = simulation.chance().named("customers");
    var client = new Client(fleet, wire, outside, ledger, chronicle, choices);
    this.street = new Street(outside, client, ledger, choices, play);
  }

  /// Runs a world whose servers are fitted with something, such as a bug.
  static Result run(long seed, Fitting fitting, Function<Stage, Play> script) {
    return new World(seed, fitting, script).result();
  }

  private Result result() {
    try {
      simulation.run(home, this::live);
      Oracle.judge(journal, ledger, play);
    } catch (SimulationFailed failed) {
      ledger.violated("run", String.valueOf(failed.getMessage()));
    }
    return new Result(
        seed,
        ledger.violations(),
        ledger.counts(weather.crashes(), weather.pauses(), play.deeds()),
        chronicle.toString(),
        simulation.trace());
  }

  private void live() {
    fleet.tend(this::server);
    street.arrive();
    for (int second = chance.pick(play.stormSeconds()); second > 0; second--) {
      home.threads().sleep(SECOND);
      fleet.tend(this::server);
    }
    weather.clears();
    chronicle.add("weather", "clears");
    fleet.tend(this::server);
    if (weather.pauses() > 0) home.threads().sleep(Weather.LONGEST_PAUSE);
    awaitRest();
    street.lookBack();
  }

  private void awaitRest() {
    for (int second = 0; second < REST_WITHIN_SECONDS; second++) {
      home.threads().sleep(SECOND);
      boolean works = journal.conversations(Oracle.ALL).stream().anyMatch(h -> h.hasOpenEvents());
      if (street.isQuiet() && !works) return;
    }
    ledger.violated("I7", "the world did not come to rest");
  }

  private Decision befalls(Node node, String thread, String what) {
    if (weather.strikesStore(what)) {
      journal.forgetUnsynced();
      chronicle.add("store", "dies and starts again");
    }
    Decision decision = weather.at(node, thread, what);
    if (!(decision instanceof Decision.Nothing)) {
      chronicle.add(node.toString(), decision + " before \"" + what + "\"");
    }
    return decision;
  }

  private Server server(String name) {
    Node node = simulation.node(name);
    node.skew(Duration.ofSeconds(chance.below(600) - 300));
    var edge = new Edge(node.threads(), node.clock(), this::newId, new SplittableRandom(seed));
    Journal witness = new Witness(journal, node, ledger, chronicle);
    Chance moods = simulation.chance().named("model");
    ChatModel model = fitting.model().apply(play.model());
    HttpHandler handler =
        SimulatedServer.start(
            settings,
            fitting.journal().apply(witness),
            fitting.records().apply(journal),
            journal,
            play.agents(node),
            new WatchedModel(model, node.threads(), moods, ledger),
            METRICS,
            edge);
    return new Server(
        node, fitting.handler().apply(handler, journal), simulation, ledger, play.function());
  }

  private String newId() {
    Chance ids = simulation.chance().named("ids");
    long most = (long) ids.below(Integer.MAX_VALUE) << 32 | ids.below(Integer.MAX_VALUE);
    long least = (long) ids.below(Integer.MAX_VALUE) << 32 | ids.below(Integer.MAX_VALUE);
    return new UUID(most, least).toString();
  }

  private static Settings settings(Play play, int requestsPerSecond) {
    List<ApiKey> keys =
        Street.accounts().stream()
            .map(name -> new ApiKey(name, new Secret(Street.secret(name)), ApiKey.Role.CLIENT))
            .toList();
    return new Settings(
        "127.0.0.1",
        0,
        Path.of("no-data"),
        ModelSettings.of(new Environment(Map.of())),
        Remotes.NONE,
        "UTC",
        List.of(play.agent()),
        Set.of(play.function()),
        keys,
        requestsPerSecond,
        5 * requestsPerSecond);
  }
}
