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
  private final Scale scale;
  private final List<ConversationId> conversations;
  private int busy;
  private int stops;

  Customers(Node street, Fleet fleet, Ledger ledger, Chance chance, Scale scale) {
    this.street = street;
    this.fleet = fleet;
    this.ledger = ledger;
    this.chance = chance;
    this.scale = scale;
    this.conversations =
        IntStream.rangeClosed(1, 2 + chance.below(2))
            .mapToObj(peer -> "c" + peer)
            .filter(peer -> !scale.absent().contains(peer))
            .map(peer -> ConversationId.of("rest", "shop", peer))
            .toList();
  }

  List<ConversationId> conversations() {
    return conversations;
  }

  void arrive() {
    for (ConversationId id : conversations)
      start(id.peer(), new Customer(id, this, chance(id), scale.messages()));
  }

  boolean areDone() {
    return busy == 0;
  }

  int stops() {
    return stops;
  }

  /// An act is about to be sent: the worst moment for a stop.
  void mayStop(ConversationId id) {
    if (!chance(id).oneIn(8)) return;
    InboundEvent stop = stop(id);
    start("stop", () -> deliver(stop, Duration.ZERO));
  }

  /// Now, whatever else goes on; no yield.
  void stops(ConversationId id) {
    InboundEvent stop = stop(id);
    street.begin("stop", () -> run(() -> deliver(stop, Duration.ZERO)));
  }

  private InboundEvent stop(ConversationId id) {
    return event(id, "stop-" + ++stops, new Inbound.Stopped());
  }

  void start(String name, Runnable errand) {
    street.threads().start(name, () -> run(errand));
  }

  void sleep(Duration time) {
    street.threads().sleep(time);
  }

  /// An event of now, or one that the platform held back for some minutes.
  InboundEvent event(ConversationId id, String name, Inbound what) {
    var at = street.clock().instant().minusSeconds(chance(id).oneIn(5) ? chance(id).below(600) : 0);
    return new InboundEvent(new EventId(id + ":" + name), id, SENDER, Optional.of(at), what);
  }

  /// Sends an event again and again, now to this server, now to that, until it is accepted and, if
  /// the sender has patience, answered.
  void deliver(InboundEvent event, Duration patience) {
    Chance ofThese = chance(event.conversation());
    new Delivery(street.threads(), fleet, ledger, ofThese, event, patience).run();
  }

  void saw(String what) {
    ledger.saw(what);
  }

  /// Of one customer alone, so that it does the same whether others come or not.
  private Chance chance(ConversationId id) {
    return chance.named(id.value());
  }

  private void run(Runnable errand) {
    busy++;
    errand.run();
    busy--;
  }
}
