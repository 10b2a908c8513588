package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Chaos.Decision;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.simulation.SimulationFailed;
import frontdesk.simulation.world.Blow.Crash;
import frontdesk.simulation.world.Blow.Jump;
import frontdesk.simulation.world.Blow.Move;
import frontdesk.simulation.world.Blow.Pause;
import frontdesk.simulation.world.Blow.Stop;
import frontdesk.simulation.world.Blow.StoreDeath;
import frontdesk.simulation.world.Blow.StoreJump;
import frontdesk.simulation.world.Blow.TakeOver;
import frontdesk.tool.Tool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The spine in a storm: two servers over one store, customers, operators, a backend, a platform.
/// It rages for a while, then the weather clears, and what is left must come to rest by itself;
/// then the oracle judges.
final class World {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<Integer> STORM_SECONDS = List.of(15, 30, 60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /// Longer than a preview stands, and than somebody takes who answers too late.
  private static final int REST_WITHIN_SECONDS = 2_400;

  private final Plan plan;
  private final Bug bug;
  private final Simulation simulation;
  private final Chance chance;
  private final Ledger ledger;
  private final Node home;
  private final StoreTime storeTime;
  private final MemoryJournal journal;
  private final Assignment assignment;
  private final Fleet fleet;
  private final Backend backend;
  private final Customers customers;
  private final Operators operators;
  private final BackOffice backOffice;
  private final Platform platform;
  private final Poison poison = new Poison();
  private final List<Tool> tools;
  private final Weather weather;
  private int operations;

  private World(Plan plan) {
    this.plan = plan;
    this.bug = plan.bug().get();
    this.simulation = new Simulation(plan.seed(), this::befalls);
    this.chance = simulation.chance().named("world");
    this.ledger = new Ledger(simulation.trace()::size);
    this.home = simulation.node("home");
    this.storeTime = new StoreTime(home);
    this.journal = new MemoryJournal(storeTime, simulation, true);
    this.assignment = assignment();
    this.fleet = new Fleet(assignment);
    this.backend = new Backend(chance("backend"), home.threads(), storeTime, ledger);
    this.customers =
        new Customers(simulation.node("street"), fleet, ledger, chance("customers"), plan.scale());
    this.operators = new Operators(simulation.node("office"), fleet, ledger, chance("operators"));
    this.backOffice = new BackOffice(operators, backend, poison, chance("back office"));
    this.platform = new Platform(chance("platform"), home.threads(), storeTime, ledger, customers);
    this.tools = Shop.tools(backend, this::meddle, ledger, chance("tools"));
    this.weather = weather();
  }

  static Result run(long seed) {
    return run(Plan.of(seed));
  }

  static Result run(Plan plan) {
    return new World(plan).result();
  }

  private Weather weather() {
    return plan.strikes()
        .map(Weather::replaying)
        .orElseGet(() -> Weather.of(new Storm(chance("weather"), customers.conversations())));
  }

  private Assignment assignment() {
    Chance ofThis = chance("assignment");
    return new Assignment(home.threads(), ofThis, !ofThis.oneIn(4));
  }

  private Chance chance(String name) {
    return simulation.chance().named(name);
  }

  private Result result() {
    try {
      simulation.run(home, this::live);
      Oracle.judge(customers.conversations(), journal, backend, platform, ledger);
    } catch (SimulationFailed failed) {
      ledger.violated("run", String.valueOf(failed.getMessage()));
    }
    List<Story> stories = stories();
    return new Result(
        plan,
        ledger.violations(),
        simulation.trace(),
        counts(stories),
        weather.strikes(),
        stories,
        backend,
        platform);
  }

  private List<Story> stories() {
    return customers.conversations().stream().map(id -> Story.of(id, journal)).toList();
  }

  private Map<String, Integer> counts(List<Story> stories) {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("crashes", weather.count(Crash.class));
    counts.put("pauses", weather.count(Pause.class));
    counts.put("moves", assignment.moves());
    counts.put("clock jumps", weather.count(Jump.class) + weather.count(StoreJump.class));
    counts.put("deaths of the store", weather.count(StoreDeath.class));
    counts.put("stops", customers.stops());
    counts.put("dead letters", stories.stream().mapToInt(s -> s.count(DeadLettered.class)).sum());
    counts.put("previews", stories.stream().mapToInt(s -> s.count(Previewed.class)).sum());
    counts.put("presses in vain", stories.stream().mapToInt(Story::pressesInVain).sum());
    counts.put("approvals", stories.stream().mapToInt(s -> s.count(Approved.class)).sum());
    counts.put("effects", backend.effects());
    counts.put("moves in a pause after an intent", weather.movesAfterIntents());
    counts.put("full turns", stories.stream().mapToInt(Story::turnsFullByNumber).sum());
    counts.put("long turns", stories.stream().mapToInt(Story::turnsFullByLength).sum());
    counts.putAll(ledger.counts());
    return counts;
  }

  private void live() {
    fleet.tend(this::server);
    customers.arrive();
    int storm = Math.min(plan.scale().stormSeconds(), chance.pick(STORM_SECONDS));
    for (int second = storm; second > 0; second--) {
      threads().sleep(SECOND);
      fleet.tend(this::server);
      if (second % 4 == 0) stories().forEach(backOffice::looksAt);
    }
    weather.clears();
    fleet.tend(this::server);
    threads().sleep(LONGEST_PAUSE);
    awaitRest();
  }

  private void awaitRest() {
    for (int second = 0; second < REST_WITHIN_SECONDS; second += 5) {
      threads().sleep(SECOND.multipliedBy(5));
      fleet.tend(this::server);
      if (isAtRest()) return;
    }
    ledger.violated("I7", "the world did not come to rest");
  }

  private boolean isAtRest() {
    List<Story> stories = stories();
    stories.forEach(backOffice::looksAt);
    return customers.areDone()
        && operators.areDone()
        && backend.lastAnswer().passed(threads())
        && platform.lastAnswer().passed(threads())
        && stories.stream().allMatch(story -> story.rests(storeTime.instant()))
        && stories.stream().noneMatch(story -> journal.isSending(story.id()));
  }

  private void meddle(ConversationId id) {
    if (weather.isOver()) return;
    customers.mayStop(id);
    operators.mayTakeOver(id);
  }

  private Decision befalls(Node node, String thread, String what) {
    if (!node.toString().startsWith("server")) return new Decision.Nothing();
    for (Blow blow : weather.at(thread, what)) strike(node, blow);
    return new Decision.Nothing();
  }

  private void strike(Node node, Blow blow) {
    switch (blow) {
      case Crash(boolean keepsUnsynced) -> node.crash(keepsUnsynced);
      case Pause(Duration time) -> node.pause(time);
      case Move(ConversationId id) -> assignment.move(id);
      case Stop(ConversationId id) -> customers.stops(id);
      case TakeOver(ConversationId id) -> operators.takeOver(id);
      case Jump(Duration by) -> node.jump(by);
      case StoreJump(Duration by) -> home.jump(by);
      case StoreDeath() -> killStore();
    }
  }

  private void killStore() {
    home.note("the store dies");
    journal.forgetUnsynced();
    storeTime.restarts();
  }

  private Server server(String name) {
    Node node = simulation.node(name);
    node.skew(Duration.ofSeconds(chance.below(600) - 300));
    var ownership = new Ownership(node, assignment, chance("ownership"), simulation, ledger);
    return new Server(bug.in(parts(node)), ownership, () -> "op-" + ++operations);
  }

  private Parts parts(Node node) {
    return new Parts(
        node,
        new Witness(journal, ledger),
        journal,
        new WitnessedOutbox(journal, ledger, storeTime),
        ShopChannel.all(platform, this::meddle, node.threads(), chance("channels")),
        tools,
        new FickleModel(node, chance("model"), poison, ledger));
  }

  private Threads threads() {
    return home.threads();
  }
}
