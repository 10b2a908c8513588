package frontdesk.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// One run of a whole system under a seed: nodes with threads and clocks, chance, chaos, a trace.
/// Two runs of the same program with the same seed and chaos have the same trace.
///
/// All waiting inside must go through {@link Node#threads}: a thread that blocks elsewhere keeps
/// the baton, and the run fails after some seconds, naming it.
public final class Simulation implements Steps {
  private static final int STEPS_MAX = 1_000_000;
  private static final Duration STUCK_AFTER = Duration.ofSeconds(20);

  private final long seed;
  private final Chance chance;
  private final Trace trace = new Trace();
  private final Ending ending = new Ending();
  private final Baton baton;
  private final Map<String, Integer> names = new HashMap<>();

  public Simulation(long seed) {
    this(seed, Chaos.NONE, STEPS_MAX);
  }

  public Simulation(long seed, Chaos chaos) {
    this(seed, chaos, STEPS_MAX);
  }

  public Simulation(long seed, Chaos chaos, int stepsMax) {
    this.seed = seed;
    this.chance = new Chance(seed);
    this.baton = new Baton(trace, chaos, chance.named("scheduler"), stepsMax, ending);
  }

  /// A new process. The second of a name is called `name.2`: the first one restarted.
  public Node node(String name) {
    int count = names.merge(name, 1, Integer::sum);
    return new Node(count == 1 ? name : name + "." + count, baton);
  }

  /// Runs `main` as a thread of `node`, and with it all that it starts. When it returns, the
  /// threads that are left end like those of a crash. For one run only.
  ///
  /// @throws SimulationFailed a thread threw, nobody can go on, or there were too many steps
  public void run(Node node, Runnable main) {
    if (ending.isNear()) throw new IllegalStateException("A simulation runs once");
    baton.start(node, node.unique("main"), () -> runToEnd(main));
    baton.begin();
    awaitEnd();
    ending.throwFailure(seed, trace);
  }

  /// A yield point of the running thread. Outside of a run nothing happens.
  @Override
  public void step(String what) {
    baton.pass(what);
  }

  /// The root of the run's random choices; use {@link Chance#named} streams of it.
  public Chance chance() {
    return chance;
  }

  public Trace trace() {
    return trace;
  }

  private void runToEnd(Runnable main) {
    try {
      main.run();
      ending.succeed();
    } catch (Crashed crashed) {
      ending.fail("the node of the main thread crashed", crashed);
      throw crashed;
    }
  }

  private void awaitEnd() {
    int before;
    do {
      before = baton.steps();
      if (ending.isDoneWithin(STUCK_AFTER)) return;
    } while (baton.steps() != before);
    var holder = baton.holder();
    String who = holder == null ? "nobody" : holder.stuckAt();
    throw new SimulationFailed(seed, "no yield for " + STUCK_AFTER + ": " + who, trace, null);
  }
}
