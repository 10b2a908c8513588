package frontdesk.server.proof;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads.Signal;
import java.util.Optional;

/// Where somebody waits for what comes over a wire. What comes later than they wait is never read,
/// nor what comes second.
final class Mailbox<T> {
  private final Signal delivered;
  private Optional<T> content = Optional.empty();

  Mailbox(Signal delivered) {
    this.delivered = delivered;
  }

  void put(T letter) {
    if (content.isPresent()) return;
    content = Optional.of(letter);
    delivered.raise();
  }

  Optional<T> await(Deadline deadline) {
    delivered.await(deadline);
    return content;
  }
}
