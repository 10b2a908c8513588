package frontdesk.server.killed;

import frontdesk.conversation.ConversationId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Where this process is to be killed: the thread that comes by says so and goes no further.
/// Whoever started the process then ends it with SIGKILL.
record Arm(Optional<Moment> moment, String conversation) {
  static final String SAYS = "at ";

  void pass(Moment now, ConversationId id) {
    if (moment.filter(now::equals).isEmpty() || !id.value().equals(conversation)) return;
    System.out.println(SAYS + now);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Only a kill goes on from here", e);
    }
  }
}
