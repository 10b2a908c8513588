package frontdesk.simulation.world;

import frontdesk.channel.Sending;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.EventId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The customers, who live on a node of their own, which never fails. Some fetch their answers,
/// others have them sent by a platform.
final class Customers {
  private final Node street;
  private final Fleet fleet;
  private final Ledger ledger;
  private final Chance chance;
  private final Scale scale;
  private final List<ConversationId> conversations;
  private int busy;
  private int stops;
  private int decisions;

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
            .map(peer -> ConversationId.of(channel(chance.named(peer)), "shop", peer))
            .toList();
  }

  private static String channel(Chance chance) {
    var channels = new ArrayList<>(ShopChannel.NAMES);
    channels.addAll(List.of("rest", "rest"));
    return chance.pick(channels);
  }

  List<ConversationId> conversations() {
    return conversations;
  }

  void arrive() {
    for (ConversationId id : conversations) {
      start(id.peer(), new Customer(id, this, chance(id), scale.messages()));
    }
  }

  boolean areDone() {
    return busy == 0;
  }

  int stops() {
    return stops;
  }

  /// An act or a message is about to be sent: the worst moment for a stop.
  void mayStop(ConversationId id) {
    if (chance(id).oneIn(8)) stops(id);
  }

  /// Now, whatever else goes on.
  void stops(ConversationId id) {
    InboundEvent stop = event(id, "stop-" + ++stops, new Inbound.Stopped());
    start("stop", () -> deliver(stop, Duration.ZERO));
  }

  /// A message will be there after this time.
  void willSee(Sending sending, Duration until) {
    ConversationId id = sending.conversation();
    sending
        .approval()
        .ifPresent(question -> start("sees", () -> sees(id, question, sending.text(), until)));
  }

  /// Reads an answer that was fetched.
  void read(ConversationId id, Entry answer) {
    if (!(answer instanceof Asked(var text, _, var approval, _))) return;
    approval.ifPresent(question -> sees(id, question, text, Duration.ZERO));
  }

  private void sees(ConversationId id, CallId question, String text, Duration until) {
    var decision = new Decision(id, question, ++decisions, this, chance(id));
    // Before the question can be seen: its answer cannot have been sent so early.
    InboundEvent early = decision.early();
    if (!until.isZero()) sleep(until);
    boolean isNew = ledger.sees(id, question, new Ledger.Seen(text, street.clock().instant()));
    if (isNew) start("decides", () -> decision.make(early));
  }

  /// A platform tells a server that it has a message.
  void echo(IdempotencyKey key, Duration after) {
    start(
        "echo",
        () -> {
          sleep(after);
          fleet.any(chance).ifPresent(server -> server.echo(key));
        });
  }

  /// Begins an errand without a yield.
  void start(String name, Runnable errand) {
    busy++;
    street.begin(
        name,
        () -> {
          errand.run();
          busy--;
        });
  }

  void sleep(Duration time) {
    street.threads().sleep(time);
  }

  static Principal sender(ConversationId id) {
    return new Principal.Visitor(id.peer());
  }

  /// An event of now, or one that the platform held back for some minutes.
  InboundEvent event(ConversationId id, String name, Inbound what) {
    long seconds = chance(id).oneIn(5) ? chance(id).below(600) : 0;
    return event(id, sender(id), name, seconds, what);
  }

  /// An event of exactly now.
  InboundEvent event(ConversationId id, Principal who, String name, Inbound what) {
    return event(id, who, name, 0, what);
  }

  private InboundEvent event(
      ConversationId id, Principal who, String name, long secondsAgo, Inbound what) {
    var at = street.clock().instant().minusSeconds(secondsAgo);
    return new InboundEvent(new EventId(id + ":" + name), id, who, Optional.of(at), what);
  }

  /// Sends an event again and again, now to this server, now to that, until it is accepted and, if
  /// the sender has patience and fetches its answers, answered.
  void deliver(InboundEvent event, Duration patience) {
    ConversationId id = event.conversation();
    Duration fetches = ShopChannel.NAMES.contains(id.channel()) ? Duration.ZERO : patience;
    new WayIn(street.threads(), fleet, ledger, chance(id), event, fetches, e -> read(id, e)).run();
  }

  void saw(String what) {
    ledger.saw(what);
  }

  /// Of one customer alone, so that it does the same whether others come or not.
  private Chance chance(ConversationId id) {
    return chance.named(id.value());
  }
}
