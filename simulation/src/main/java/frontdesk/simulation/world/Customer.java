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
/// waiting for the answer.
record Customer(ConversationId id, Customers customers, Chance chance) implements Runnable {
  static final String AGENT = "shop";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final List<Integer> GAPS_MILLIS = List.of(0, 0, 50, 1_000, 6_000);

  @Override
  public void run() {
    InboundEvent opened = customers.event(id, "open", new Opened(AGENT, Map.of()));
    customers.deliver(opened, Duration.ZERO);
    int messages = 2 + chance.below(4);
    for (int i = 1; i <= messages; i++) {
      say(customers.event(id, "say-" + i, new Said("Message " + i)));
      customers.sleep(Duration.ofMillis(chance.pick(GAPS_MILLIS)));
    }
    if (chance.oneIn(2)) customers.deliver(opened, Duration.ZERO);
  }

  private void say(InboundEvent event) {
    Duration patience = chance.oneIn(3) ? Duration.ZERO : PATIENCE;
    if (chance.oneIn(2)) customers.start("say", () -> customers.deliver(event, patience));
    else customers.deliver(event, patience);
    if (chance.oneIn(4)) customers.start("again", () -> sayAgain(event));
  }

  private void sayAgain(InboundEvent event) {
    customers.sleep(Duration.ofMillis(chance.oneIn(2) ? 0 : chance.below(20_000)));
    customers.deliver(event, chance.oneIn(2) ? Duration.ZERO : PATIENCE);
  }
}
