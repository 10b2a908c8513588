package frontdesk.model.provider;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Bounds the tokens that one account has in flight. Whoever comes first is served first, and a
/// conversation asks for one reply at a time: so none keeps the others out.
public final class Reservations {
  private final long most;
  private final Threads threads;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private long taken;

  private record Waiting(long tokens, Signal free) {}

  /// @param most the most that requests and the replies to them may take at one time
  public Reservations(long most, Threads threads) {
    this.most = most;
    this.threads = threads;
  }

  /// Takes this many, once they are free; what is more than all there are, once nothing else is in
  /// flight. To be given back.
  ///
  /// @throws ModelException they were not free by the deadline
  void take(long tokens, Deadline deadline) {
    Waiting waiting;
    synchronized (this) {
      if (queue.isEmpty() && fits(tokens)) {
        taken += tokens;
        return;
      }
      waiting = new Waiting(tokens, threads.signal());
      queue.add(waiting);
    }
    if (waiting.free().await(deadline) || !leaves(waiting)) return;
    throw new ModelException(
        Kind.RATE_LIMITED,
        "tokens_in_flight",
        "too many tokens are in flight for this account (model.tokens_in_flight)",
        Optional.empty());
  }

  void giveBack(long tokens) {
    served(tokens).forEach(Signal::raise);
  }

  /// Whether it was still waiting; those behind it may fit.
  private boolean leaves(Waiting waiting) {
    List<Signal> next;
    synchronized (this) {
      if (!queue.remove(waiting)) return false; // served at the last moment
      next = served(0);
    }
    next.forEach(Signal::raise);
    return true;
  }

  /// Those who got theirs; told without the lock, which they may want at once.
  private synchronized List<Signal> served(long givenBack) {
    taken -= givenBack;
    var served = new ArrayList<Signal>();
    while (!queue.isEmpty() && fits(queue.getFirst().tokens())) {
      Waiting next = queue.removeFirst();
      taken += next.tokens();
      served.add(next.free());
    }
    return served;
  }

  private boolean fits(long tokens) {
    return taken == 0 || taken + tokens <= most;
  }
}
