package frontdesk.simulation;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;

/// The threads of one node. Each operation is a yield point: first the others may run and the node
/// may die, then it is done.
final class SimulatedThreads implements Threads {
  private final Node node;
  private final Baton baton;

  SimulatedThreads(Node node, Baton baton) {
    this.node = node;
    this.baton = baton;
  }

  @Override
  public void start(String name, Runnable body) {
    baton.pass("start " + name);
    if (node.alive()) baton.start(node, node.unique(name), body);
    else baton.note(node.toString(), "is dead, does not start " + name);
  }

  @Override
  public void sleep(Duration time) {
    baton.pass("sleep " + time, new Deadline(baton.now() + time.toNanos()), this);
  }

  @Override
  public Signal signal() {
    return new BatonSignal();
  }

  @Override
  public long nanos() {
    return baton.now();
  }

  private final class BatonSignal implements Signal {
    private boolean raised;

    @Override
    public void raise() {
      baton.pass("raise");
      raised = true;
      baton.wake(this);
    }

    @Override
    public boolean await(Deadline deadline) {
      if (raised) baton.pass("await");
      // A loop, for another thread may have awaited the same signal and been faster.
      while (!raised && !deadline.passed(SimulatedThreads.this)) {
        baton.pass("await", deadline, this);
      }
      boolean was = raised;
      raised = false;
      return was;
    }
  }
}
