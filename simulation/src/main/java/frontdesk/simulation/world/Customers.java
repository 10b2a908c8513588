package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The customers, who live on a node of their own, which never fails.
final class Customers {
  private static final Principal SENDER = new Principal.Visitor("somebody");

  private final Node street;
  private final Fleet fleet;
  private final Ledger ledger;
  private final Chance chance;
  private final List<ConversationId> conversations;
  private int busy;
  private int stops;

  Customers(Node street, Fleet fleet, Ledger ledger, Chance chance) {
    this.street = street;
    this.fleet = fleet;
    this.ledger = ledger;
    this.chance = chance;
    this.conversations =
        IntStream.rangeClosed(1, 2 + chance.below(2))
            .mapToObj(peer -> ConversationId.of("rest", "shop", "c" + peer))
            .toList();
  }

  List<ConversationId> conversations() {
    return conversations;
  }

  void arrive() {
    for (ConversationId id : conversations) start(id.peer(), new Customer(id, this, chance));
  }

  boolean areDone() {
    return busy == 0;
  }

  int stops() {
    return stops;
  }

  /// An act is about to be sent: the worst moment for a stop.
  void mayStop(ConversationId id) {
    if (!chance.oneIn(8)) return;
    InboundEvent stop = event(id, "stop-" + ++stops, new Inbound.Stopped());
    start("stop", () -> deliver(stop, Duration.ZERO));
  }

  void start(String name, Runnable errand) {
    street.threads().start(name, () -> run(errand));
  }

  void sleep(Duration time) {
    street.threads().sleep(time);
  }

  /// An event of now, or one that the platform held back for some minutes.
  InboundEvent event(ConversationId id, String name, Inbound what) {
    var at = street.clock().instant().minusSeconds(chance.oneIn(5) ? chance.below(600) : 0);
    return new InboundEvent(new EventId(id + ":" + name), id, SENDER, Optional.of(at), what);
  }

  /// Sends an event again and again, now to this server, now to that, until it is accepted and, if
  /// the sender has patience, answered.
  void deliver(InboundEvent event, Duration patience) {
    new Delivery(street.threads(), fleet, ledger, chance, event, patience).run();
  }

  private void run(Runnable errand) {
    busy++;
    errand.run();
    busy--;
  }
}
