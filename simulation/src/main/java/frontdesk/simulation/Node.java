package frontdesk.simulation;

import frontdesk.engine.Threads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// One simulated process: its threads, its wall clock, and what befalls it. A crashed node stays
/// dead; {@link Simulation#node} starts another.
public final class Node {
  /// The wall time of a run's begin, by a clock that is right.
  public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private final String name;
  private final Baton baton;
  private final Threads threads;
  private final Map<String, Integer> names = new HashMap<>();
  private Duration skew = Duration.ZERO;
  private long pausedUntil;
  private boolean alive = true;
  private boolean keepsUnsynced;

  Node(String name, Baton baton) {
    this.name = name;
    this.baton = baton;
    this.threads = new SimulatedThreads(this, baton);
  }

  public Threads threads() {
    return threads;
  }

  /// This node's wall clock: simulated time and the node's skew.
  public InstantSource clock() {
    return () -> BEGINNING.plusNanos(baton.now()).plus(skew);
  }

  /// Sets how far the wall clock is off; it jumps.
  public void skew(Duration off) {
    skew = off;
  }

  /// The wall clock jumps, forwards or backwards.
  public void jump(Duration by) {
    skew = skew.plus(by);
    note("its clock jumps by " + by);
  }

  /// Starts a thread without a yield: for what happens at another thread's yield point.
  public void begin(String thread, Runnable body) {
    baton.start(this, unique(thread), body);
  }

  /// A line of the trace about this node.
  public void note(String what) {
    baton.note(name, what);
  }

  public boolean alive() {
    return alive;
  }

  /// The process dies: each of its threads ends at the yield point where it stands, before any
  /// other thread runs, by a {@link Crashed}.
  public void crash(boolean keepsUnsynced) {
    if (!alive) return;
    alive = false;
    this.keepsUnsynced = keepsUnsynced;
    note(keepsUnsynced ? "crashes, keeps what it wrote" : "crashes");
  }

  /// None of its threads run for this long; time goes on for all others.
  public void pause(Duration time) {
    pausedUntil = Math.max(pausedUntil, baton.now() + time.toNanos());
    note("pauses " + time);
  }

  long pausedUntil() {
    // A dead node is not paused: its threads have to end.
    return alive ? pausedUntil : 0;
  }

  Crashed crashed() {
    return new Crashed(name, keepsUnsynced);
  }

  /// A name for a thread that no other thread of the run has.
  String unique(String thread) {
    int count = names.merge(thread, 1, Integer::sum);
    return name + "/" + thread + (count == 1 ? "" : "." + count);
  }

  @Override
  public String toString() {
    return name;
  }
}
