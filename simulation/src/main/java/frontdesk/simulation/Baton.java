package frontdesk.simulation;

import frontdesk.engine.Deadline;
import frontdesk.simulation.Chaos.Decision.Crash;
import frontdesk.simulation.Chaos.Decision.Nothing;
import frontdesk.simulation.Chaos.Decision.Pause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scheduler: there is one baton, and only who holds it runs. At each yield point the holder
/// says what it is about to do, and the seed decides who goes on. Time moves by small amounts, and
/// leaps when nobody can go on before a later moment.
///
/// No lock guards its fields: the baton does, and handing it over publishes them.
final class Baton {
  private static final int TICK_NANOS = 20_000;

  /// In some runs threads take turns at each step, in others they run for long stretches: these
  /// find different faults.
  private static final List<Integer> STRETCHES = List.of(1, 1, 2, 4, 16);

  private final Trace trace;
  private final Chaos chaos;
  private final Chance chance;
  private final int stretch;
  private final int stepsMax;
  private final Ending ending;

  /// Those that have not ended, in the order of their start.
  private final List<SimulatedThread> threads = new ArrayList<>();

  private final List<SimulatedThread> ready = new ArrayList<>();
  private volatile @Nullable SimulatedThread holder;
  private volatile int steps;
  private long now;

  Baton(Trace trace, Chaos chaos, Chance chance, int stepsMax, Ending ending) {
    this.trace = trace;
    this.chaos = chaos;
    this.chance = chance;
    this.stretch = chance.pick(STRETCHES);
    this.stepsMax = stepsMax;
    this.ending = ending;
  }

  long now() {
    return now;
  }

  int steps() {
    return steps;
  }

  @Nullable SimulatedThread holder() {
    return holder;
  }

  void note(String who, String what) {
    trace.add(now, who, what);
  }

  /// A new thread; it runs when its turn comes.
  void start(Node node, String name, Runnable body) {
    var thread = new SimulatedThread(node, name, me -> run(me, body));
    SimulatedThread parent = holder;
    if (parent != null) trace.started(parent.name(), name);
    thread.waits(now, thread);
    threads.add(thread);
  }

  /// Gives the baton to the first thread. It comes back through {@link Ending#done}.
  void begin() {
    handTo(next());
  }

  void wake(Object awaited) {
    for (SimulatedThread thread : threads) thread.wakeIfAwaits(awaited, now);
  }

  /// A yield point without a wait.
  void pass(String what) {
    pass(what, new Deadline(now), this);
  }

  /// A yield point. Returns when the deadline has come or `awaited` was woken, and the seed picks
  /// this thread. Before and after a run there is nobody to yield to.
  void pass(String what, Deadline deadline, Object awaited) {
    SimulatedThread me = holder;
    if (me == null) return;
    if (!me.isCurrent()) throw new IllegalStateException("Not a thread of this simulation");
    endIfDead(me);
    trace.add(now, me.name(), what);
    befall(me, what);
    count();
    me.waits(moment(deadline), awaited);
    SimulatedThread next = next();
    if (next != me) {
      me.letGo();
      handTo(next);
      me.parkUntilResumed();
    }
    endIfDead(me);
  }

  private void run(SimulatedThread me, Runnable body) {
    try {
      endIfDead(me);
      body.run();
    } catch (Crashed crashed) {
      if (!isDead(me)) ending.fail(me.name() + " caught the end of another process", crashed);
    } catch (Throwable failure) {
      if (!isDead(me)) ending.fail(me.name() + " failed: " + failure, failure);
    }
    note(me.name(), "ends");
    threads.remove(me);
    if (!threads.isEmpty()) {
      handTo(next());
      return;
    }
    holder = null;
    ending.done();
  }

  private boolean isDead(SimulatedThread thread) {
    return ending.isNear() || !thread.node().alive();
  }

  private void endIfDead(SimulatedThread me) {
    if (isDead(me)) throw me.node().crashed();
  }

  private void befall(SimulatedThread me, String what) {
    Node node = me.node();
    switch (chaos.at(node, me.name(), what)) {
      case Nothing _ -> {}
      case Crash(boolean keepsUnsynced) -> node.crash(keepsUnsynced);
      case Pause(var time) -> node.pause(time);
    }
  }

  private void count() {
    int step = steps + 1;
    steps = step;
    if (step >= stepsMax) ending.fail("no end after " + step + " steps");
  }

  private long moment(Deadline deadline) {
    long left = Math.max(0, deadline.nanos() - now);
    return left > SimulatedThread.NEVER - now ? SimulatedThread.NEVER : now + left;
  }

  private void handTo(SimulatedThread next) {
    holder = next;
    next.resume();
  }

  /// Who goes on. The dead come first, so that a crash ends all threads of a node at once.
  private SimulatedThread next() {
    now += chance.below(TICK_NANOS);
    for (SimulatedThread thread : threads) if (isDead(thread)) return thread;
    long first = SimulatedThread.NEVER;
    for (SimulatedThread thread : threads) first = Math.min(first, thread.readyAt());
    if (first == SimulatedThread.NEVER) {
      ending.fail("nobody can go on: " + threads.stream().map(SimulatedThread::name).toList());
      return threads.getFirst();
    }
    now = Math.max(now, first);
    return pick();
  }

  private SimulatedThread pick() {
    ready.clear();
    for (SimulatedThread thread : threads) if (thread.readyAt() <= now) ready.add(thread);
    SimulatedThread last = holder;
    if (last != null && stretch > 1 && ready.contains(last) && !chance.oneIn(stretch)) return last;
    return chance.pick(ready);
  }
}
