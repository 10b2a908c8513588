package frontdesk.model.provider;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Bounds the tokens that one account has in flight. Whoever comes first is served first, and a
/// conversation asks for one reply at a time: so none keeps the others out.
final class Reservations {
  private final long most;
  private final Threads threads;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private long taken;

  private record Waiting(long tokens, Signal free) {}

  Reservations(long most, Threads threads) {
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
    if (waiting.free().await(deadline)) return;
    synchronized (this) {
      if (!queue.remove(waiting)) return; // given at the last moment
      serve();
    }
    throw new ModelException(
        Kind.RATE_LIMITED,
        "tokens_in_flight",
        "too many tokens are in flight for this account (model.tokens_in_flight)",
        Optional.empty());
  }

  synchronized void giveBack(long tokens) {
    taken -= tokens;
    serve();
  }

  private void serve() {
    while (!queue.isEmpty() && fits(queue.getFirst().tokens())) {
      Waiting next = queue.removeFirst();
      taken += next.tokens();
      next.free().raise();
    }
  }

  private boolean fits(long tokens) {
    return taken == 0 || taken + tokens <= most;
  }
}
