package frontdesk.simulation.world;

import frontdesk.agent.Agents;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Chaos.Decision;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.simulation.SimulationFailed;
import frontdesk.store.Journal;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// The spine in a storm: two servers over one store, customers, a backend. It rages for a while,
/// then the weather clears, and what is left must come to rest by itself; then the oracle judges.
public final class World {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<Integer> STORM_SECONDS = List.of(15, 30, 60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final int REST_WITHIN_SECONDS = 900;

  private final long seed;
  private final UnaryOperator<Journal> fitting;
  private final Weather weather;
  private final Simulation simulation;
  private final Chance chance;
  private final Node home;
  private final MemoryJournal journal;
  private final Ledger ledger = new Ledger();
  private final Fleet fleet;
  private final Backend backend;
  private final Customers customers;
  private final Agents agents;

  private World(long seed, UnaryOperator<Journal> fitting) {
    this.seed = seed;
    this.fitting = fitting;
    this.weather = new Weather(new Chance(seed).named("weather"));
    this.simulation = new Simulation(seed, (node, what) -> befalls(node, what));
    this.chance = simulation.chance().named("world");
    this.home = simulation.node("home");
    this.journal = new MemoryJournal(home.clock(), simulation, true);
    this.fleet = new Fleet(simulation.chance().named("fleet"));
    this.backend = new Backend(simulation.chance().named("backend"), home.threads(), home.clock());
    this.customers =
        new Customers(
            simulation.node("street"), fleet, ledger, simulation.chance().named("customers"));
    this.agents = Shop.agents(backend, customers, simulation.chance().named("tools"));
  }

  public static Result run(long seed) {
    return run(seed, UnaryOperator.identity());
  }

  /// Runs a world whose servers have their journal fitted with something, such as a bug.
  public static Result run(long seed, UnaryOperator<Journal> fitting) {
    return new World(seed, fitting).result();
  }

  private Result result() {
    try {
      simulation.run(home, this::live);
      Oracle.judge(customers.conversations(), journal, backend, ledger);
    } catch (SimulationFailed failed) {
      ledger.violated("run", String.valueOf(failed.getMessage()));
    }
    return new Result(
        seed,
        ledger.violations(),
        simulation.trace(),
        weather.crashes(),
        weather.pauses(),
        customers.stops(),
        backend.effects());
  }

  private void live() {
    fleet.tend(this::server);
    customers.arrive();
    for (int second = chance.pick(STORM_SECONDS); second > 0; second--) {
      threads().sleep(SECOND);
      fleet.tend(this::server);
    }
    weather.clears();
    fleet.tend(this::server);
    threads().sleep(LONGEST_PAUSE);
    awaitRest();
  }

  private void awaitRest() {
    for (int second = 0; second < REST_WITHIN_SECONDS; second += 5) {
      threads().sleep(SECOND.multipliedBy(5));
      if (isAtRest()) return;
    }
    ledger.violated("I7", "the world did not come to rest");
  }

  private boolean isAtRest() {
    return customers.areDone()
        && backend.lastAnswer().passed(threads())
        && customers.conversations().stream()
            .allMatch(id -> Story.of(id, journal).rests(home.clock().instant()));
  }

  private Decision befalls(Node node, String what) {
    if (weather.strikesStore(what)) journal.forgetUnsynced();
    return weather.at(node, what);
  }

  private Server server(String name) {
    Node node = simulation.node(name);
    node.skew(Duration.ofSeconds(chance.below(600) - 300));
    Threads threads = node.threads();
    Journal fitted = fitting.apply(new Witness(journal, ledger));
    var model = new FickleModel(threads, simulation.chance().named("model"), ledger);
    return new Server(node, fitted, journal, agents, model);
  }

  private Threads threads() {
    return home.threads();
  }
}
