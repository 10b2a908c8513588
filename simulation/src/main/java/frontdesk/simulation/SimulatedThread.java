package frontdesk.simulation;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// One thread of a node: a virtual thread that is parked unless it holds the baton. Its fields, but
/// for the hand-over flag, are read and written by whoever holds the baton.
final class SimulatedThread {
  static final long NEVER = Long.MAX_VALUE;

  private final Node node;
  private final String name;
  private final Thread thread;
  private volatile boolean hasBaton;
  private boolean begun;
  private long readyAt;
  private Object awaited = this;

  SimulatedThread(Node node, String name, Consumer<SimulatedThread> body) {
    this.node = node;
    this.name = name;
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> body.accept(this));
  }

  Node node() {
    return node;
  }

  String name() {
    return name;
  }

  boolean isCurrent() {
    return Thread.currentThread().equals(thread);
  }

  /// From now on it can go on at `moment`, or once `what` wakes it.
  void waits(long moment, Object what) {
    readyAt = moment;
    awaited = what;
  }

  void wakeIfAwaits(Object what, long now) {
    if (awaited.equals(what)) readyAt = now;
  }

  /// When it can go on, its node's pause counted.
  long readyAt() {
    return Math.max(readyAt, node.pausedUntil());
  }

  /// Gets the baton. Whoever calls this lets go of it.
  void resume() {
    // All that is written here comes before the baton is gone: afterwards the other one writes.
    boolean parked = begun;
    begun = true;
    hasBaton = true;
    if (parked) LockSupport.unpark(thread);
    else thread.start();
  }

  void parkUntilResumed() {
    while (!hasBaton) LockSupport.park(this);
  }

  void letGo() {
    hasBaton = false;
  }

  /// Where it is; for one that does not come back to a yield point.
  String stuckAt() {
    var frames = thread.getStackTrace();
    thread.interrupt();
    return name + (frames.length == 0 ? "" : " at " + frames[0]);
  }
}
