package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.InboundEvent;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One customer: opens a conversation and says a few things, some in bursts, some twice, some
/// waiting for the answer. Some pour out more than a turn takes, or than the inbox holds.
///
/// @param messagesMax fewer than it would say, when a run is made smaller
record Customer(ConversationId id, Customers customers, Chance chance, int messagesMax)
    implements Runnable {
  static final String AGENT = "shop";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final List<Integer> GAPS_MILLIS = List.of(0, 0, 50, 1_000, 6_000);

  /// More than a turn takes, by number and by bytes; more than an inbox holds.
  private static final int MANY = 70;

  private static final int LONG = 20_000;
  private static final int TOO_MANY = 215;

  @Override
  public void run() {
    InboundEvent opened = customers.event(id, "open", new Opened(AGENT, Map.of()));
    customers.deliver(opened, Duration.ZERO);
    int messages = Math.min(messagesMax, 3 + chance.below(5));
    for (int i = 1; i <= messages; i++) {
      say(customers.event(id, "say-" + i, new Said("Message " + i + " " + Canary.of(id))));
      customers.sleep(Duration.ofMillis(chance.pick(GAPS_MILLIS)));
    }
    mayPourOut();
    if (chance.oneIn(2)) customers.deliver(opened, Duration.ZERO);
  }

  private void say(InboundEvent event) {
    Duration patience = chance.oneIn(3) ? Duration.ZERO : PATIENCE;
    if (chance.oneIn(2)) customers.start("say", () -> customers.deliver(event, patience));
    else customers.deliver(event, patience);
    if (chance.oneIn(4)) customers.start("again", () -> sayAgain(event));
  }

  private void sayAgain(InboundEvent event) {
    customers.saw("events sent twice");
    customers.sleep(Duration.ofMillis(chance.oneIn(2) ? 0 : chance.below(20_000)));
    customers.deliver(event, chance.oneIn(2) ? Duration.ZERO : PATIENCE);
  }

  private void mayPourOut() {
    switch (chance.below(100)) {
      case 0 -> pourOut("floods", TOO_MANY, "Help!");
      case 1, 2 -> pourOut("bursts", MANY, "Hello?");
      case 3, 4 -> pourOut("long bursts", 5, "x".repeat(LONG));
      case 5, 6, 7, 8, 9, 10 -> poison();
      default -> {}
    }
  }

  private void poison() {
    customers.saw("poisonous messages");
    var said = new Said(Poison.text(chance));
    customers.deliver(customers.event(id, "poison", said), Duration.ZERO);
  }

  private void pourOut(String kind, int messages, String text) {
    customers.saw(kind);
    for (int i = 1; i <= Math.min(messagesMax, messages); i++) {
      InboundEvent event = customers.event(id, "burst-" + i, new Said(text + i));
      customers.start("burst", () -> customers.deliver(event, Duration.ZERO));
    }
  }
}
