package frontdesk.server.proof;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import java.time.Duration;
import java.util.Optional;

/// What lies between clients and servers: it loses, delays, reorders and repeats, in both
/// directions.
record Wire(Threads street, Weather weather, Ledger ledger, Chronicle chronicle) {

  /// The answer, if it comes within the client's patience.
  Optional<Answer> ask(Call call, Server server, Duration patience) {
    var mailbox = new Mailbox<Answer>(street.signal());
    street.start("wire", () -> carry(call, server, mailbox));
    if (weather.strikesWire()) {
      chronicle.add("wire", "repeats " + call);
      street.start("wire", () -> carry(call, server, mailbox));
    }
    return mailbox.await(Deadline.in(patience, street));
  }

  private void carry(Call call, Server server, Mailbox<Answer> mailbox) {
    street.sleep(weather.delay());
    if (weather.strikesWire()) {
      ledger.lostRequest();
      chronicle.add("wire", "loses " + call);
      return;
    }
    ledger.delivered(call);
    server.handle(call, answer -> carryBack(call, answer, mailbox));
  }

  private void carryBack(Call call, Answer answer, Mailbox<Answer> mailbox) {
    if (weather.losesAnswer()) {
      ledger.lostAnswer();
      chronicle.add("wire", "loses the answer " + answer.status() + " to " + call);
      return;
    }
    street.start(
        "wire back",
        () -> {
          street.sleep(weather.delay());
          mailbox.put(answer);
        });
  }
}
