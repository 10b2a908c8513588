package frontdesk.simulation;

/// Ends a thread whose process died, or whose simulation is over. An error, and thrown again from
/// each later yield point, so that no catch-all goes on as if nothing had happened.
public final class Crashed extends Error {
  private static final long serialVersionUID = 1;

  private final boolean keepsUnsynced;

  Crashed(String node, boolean keepsUnsynced) {
    // Without a stack trace: there are thousands of these in a run.
    super("The process of node " + node + " ended", null, false, false);
    this.keepsUnsynced = keepsUnsynced;
  }

  /// Whether what the process was writing became durable all the same.
  public boolean keepsUnsynced() {
    return keepsUnsynced;
  }
}
