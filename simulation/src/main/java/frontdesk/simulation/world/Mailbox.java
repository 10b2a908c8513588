package frontdesk.simulation.world;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.util.Optional;

/// Where a customer waits for a server's response, which never comes if the server dies.
final class Mailbox {
  private final Threads.Signal delivered;
  private Optional<Response> content = Optional.empty();

  Mailbox(Threads threads) {
    delivered = threads.signal();
  }

  void put(Response response) {
    content = Optional.of(response);
    delivered.raise();
  }

  Optional<Response> await(Deadline deadline) {
    delivered.await(deadline);
    return content;
  }
}
