package frontdesk.simulation.world;

import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// One event on its way in: sent under the same id until a server says that it is durable and, if
/// the sender has patience, what the answer is. On its way it may be overtaken, or reach two
/// servers at once; some senders give up.
///
/// @param reads what the sender does with an answer
record WayIn(
    Threads threads,
    Fleet fleet,
    Ledger ledger,
    Chance chance,
    InboundEvent event,
    Duration patience,
    Consumer<Entry> reads) {
  private static final int ATTEMPTS_MAX = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  void run() {
    boolean givesUp = event.what() instanceof Said && chance.oneIn(8);
    int attempts = givesUp ? 1 + chance.below(2) : ATTEMPTS_MAX;
    for (int attempt = 1; attempt <= attempts; attempt++) {
      if (request().filter(this::isEnough).isPresent()) return;
      threads.sleep(Duration.ofMillis(100 + chance.below(2_000)));
    }
    if (attempts < ATTEMPTS_MAX) ledger.saw("clients that gave up");
    else violated("was sent " + ATTEMPTS_MAX + " times without success");
  }

  private Optional<Response> request() {
    if (chance.oneIn(6)) threads.sleep(Duration.ofMillis(chance.below(3_000)));
    var mailbox = new Mailbox<Response>(threads);
    if (chance.oneIn(10)) sendToAll(mailbox);
    else fleet.any(chance).ifPresent(server -> server.handle(event, patience, mailbox));
    return mailbox.await(Deadline.in(patience.plus(TIMEOUT), threads));
  }

  private void sendToAll(Mailbox<Response> mailbox) {
    ledger.saw("events sent to two servers at once");
    for (Server server : fleet.all()) server.handle(event, patience, mailbox);
  }

  private boolean isEnough(Response response) {
    if (response.full()) ledger.saw("refusals of a full inbox");
    // The customer was told so, whoever said it.
    if (response.accepted()) ledger.accepted(event);
    response.answer().ifPresent(this::check);
    return response.accepted() && (patience.isZero() || response.answer().isPresent());
  }

  private void check(Logged answer) {
    ledger.answered(event, answer);
    reads.accept(answer.entry());
    boolean fits =
        switch (answer.entry()) {
          case Replied replied -> replied.answers().contains(event.id());
          case Asked asked -> asked.answers().contains(event.id());
          case Entry other -> other.closesTurn();
        };
    if (!fits) violated("was shown the answer to something else");
  }

  private void violated(String what) {
    ledger.violated("I7", event.conversation(), event.id() + " " + what);
  }
}
