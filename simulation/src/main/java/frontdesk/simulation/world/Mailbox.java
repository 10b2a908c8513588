package frontdesk.simulation.world;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.util.Optional;

/// Where somebody waits for a server's response, which never comes if the server dies.
final class Mailbox<T> {
  private final Threads.Signal delivered;
  private Optional<T> content = Optional.empty();

  Mailbox(Threads threads) {
    delivered = threads.signal();
  }

  void put(T response) {
    content = Optional.of(response);
    delivered.raise();
  }

  Optional<T> await(Deadline deadline) {
    delivered.await(deadline);
    return content;
  }
}
