package frontdesk.simulation.world;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Pressed;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.simulation.Chance;
import java.time.Duration;

/// What a customer does about a question for approval, once it can be seen: yes, no, by word or
/// button, something else, twice, too late; and now and then somebody else does.
///
/// @param number of this decision in the run
/// @param until when it can be seen
record Decision(
    ConversationId id,
    CallId question,
    int number,
    Duration until,
    Customers customers,
    Chance chance)
    implements Runnable {
  static final String YES = "Yes, please.";
  static final Principal STRANGER = new Principal.Visitor("stranger");

  /// Longer than a preview stands.
  private static final Duration TOO_LONG = Duration.ofMinutes(16);

  @Override
  public void run() {
    // Sent before the question could be seen, and held back by the platform.
    InboundEvent early = customers.of(sender(), id, name("early"), new Said(YES));
    customers.sleep(until.plusMillis(1));
    if (!until.isZero() && chance.oneIn(5)) {
      customers.saw("approvals sent before the question was seen");
      if (chance.oneIn(2)) customers.sleep(Duration.ofMillis(chance.below(4_000)));
      tell(early);
    }
    customers.sleep(Duration.ofMillis(chance.below(chance.oneIn(4) ? 8_000 : 500)));
    switch (chance.below(40)) {
      case 0 -> {
        customers.saw("approvals that come too late");
        customers.sleep(TOO_LONG);
        tell(by(sender(), new Pressed(question, true)));
      }
      case 1, 2, 3, 4 -> tell(by(sender(), new Pressed(question, false)));
      case 5, 6, 7 -> tell(by(sender(), new Said("No.")));
      case 8, 9, 10 -> tell(by(sender(), new Said("Hm, what about rice?")));
      case 11, 12, 13 -> strangersDo(new Pressed(question, true));
      case 14, 15 -> strangersDo(new Said(YES));
      case 16, 17, 18, 19, 20, 21 -> twice();
      case 22, 23, 24, 25, 26, 27, 28, 29, 30 -> tell(by(sender(), new Said(YES)));
      default -> tell(by(sender(), new Pressed(question, true)));
    }
  }

  private void strangersDo(Inbound what) {
    customers.saw("approvals by somebody else");
    tell(by(STRANGER, what));
  }

  private void twice() {
    customers.saw("approvals given twice");
    tell(by(sender(), new Pressed(question, true)));
    customers.sleep(Duration.ofMillis(chance.below(chance.oneIn(2) ? 20 : 5_000)));
    tell(customers.of(sender(), id, name("again"), new Pressed(question, true)));
  }

  private InboundEvent by(Principal who, Inbound what) {
    return customers.of(who, id, name("decides"), what);
  }

  private Principal sender() {
    return Customers.sender(id);
  }

  private String name(String what) {
    return what + "-" + number;
  }

  private void tell(InboundEvent event) {
    customers.saw("answers to questions of approval");
    customers.deliver(event, Duration.ZERO);
  }
}
