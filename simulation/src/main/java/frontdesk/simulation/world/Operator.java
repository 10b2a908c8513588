package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.HandedBack;
import frontdesk.conversation.Inbound.PersonSaid;
import frontdesk.conversation.Inbound.TakenOver;
import frontdesk.conversation.Principal;
import frontdesk.simulation.Chance;
import java.time.Duration;

/// A person of the shop who takes a conversation over: says something perhaps, and mostly hands it
/// back.
///
/// @param number of this takeover in the run
record Operator(ConversationId id, int number, Customers customers, Chance chance)
    implements Runnable {
  static final Principal PRINCIPAL = new Principal.Operator("desk");

  @Override
  public void run() {
    if (!chance.oneIn(4)) tell("takes-over", new TakenOver());
    for (int i = chance.below(3); i > 0; i--) {
      linger();
      tell("says-" + i, new PersonSaid("This is a person, about number " + number + "." + i));
    }
    linger();
    if (chance.oneIn(5)) return;
    tell("hands-back", new HandedBack());
  }

  private void linger() {
    customers.sleep(Duration.ofMillis(chance.below(chance.oneIn(3) ? 12_000 : 1_500)));
  }

  private void tell(String name, Inbound what) {
    customers.saw(name.replaceAll("-\\d+$", "").replace('-', ' ') + " (operators)");
    customers.deliver(
        customers.of(PRINCIPAL, id, "operator-" + number + "-" + name, what), Duration.ZERO);
  }
}
