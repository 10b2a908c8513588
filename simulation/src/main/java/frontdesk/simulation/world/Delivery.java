package frontdesk.simulation.world;

import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.Optional;

/// One event on its way in: sent under the same id until a server says that it is durable and, if
/// the sender has patience, what the answer is.
record Delivery(
    Threads threads,
    Fleet fleet,
    Ledger ledger,
    Chance chance,
    InboundEvent event,
    Duration patience) {
  private static final int ATTEMPTS_MAX = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  void run() {
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      if (request().filter(this::isEnough).isPresent()) return;
      threads.sleep(Duration.ofMillis(100 + chance.below(2_000)));
    }
    ledger.violated("I7", event.id() + " was sent " + ATTEMPTS_MAX + " times without success");
  }

  private Optional<Response> request() {
    var mailbox = new Mailbox(threads);
    fleet.any().handle(event, patience, mailbox);
    return mailbox.await(Deadline.in(patience.plus(TIMEOUT), threads));
  }

  private boolean isEnough(Response response) {
    response.answer().ifPresent(this::check);
    return response.accepted() && (patience.isZero() || response.answer().isPresent());
  }

  private void check(Logged answer) {
    ledger.answered(event.id(), answer);
    boolean fits =
        switch (answer.entry()) {
          case Replied replied -> replied.answers().contains(event.id());
          case Asked asked -> asked.answers().contains(event.id());
          case Entry other -> other.closesTurn();
        };
    if (!fits) ledger.violated("I7", event.id() + " was shown the answer to something else");
  }
}
