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
/// button, something else, twice, too late, before it was seen; and now and then somebody else
/// does.
///
/// @param number of this decision in the run
record Decision(
    ConversationId id, CallId question, int number, Customers customers, Chance chance) {
  static final String YES = "Yes, please.";
  private static final Principal STRANGER = new Principal.Visitor("stranger");

  /// Longer than a preview stands.
  private static final Duration TOO_LONG = Duration.ofMinutes(16);

  /// What sounds like a yes, and was sent before this moment.
  InboundEvent early() {
    return by(Customers.sender(id), "early", new Said(YES));
  }

  /// @param early sent before the question could be seen, and held back by the platform
  void make(InboundEvent early) {
    if (chance.oneIn(4)) {
      customers.saw("approvals sent before the question was seen");
      linger(6_000);
      customers.deliver(early, Duration.ZERO);
    }
    linger(chance.oneIn(4) ? 8_000 : 3_000);
    if (chance.oneIn(100)) {
      tooLate();
      return;
    }
    switch (chance.below(39)) {
      case 0, 1, 2, 3 -> tell("decides", new Pressed(question, false));
      case 4, 5, 6 -> tell("decides", new Said("No."));
      case 7, 8 -> tell("decides", new Said("Hm, what about rice?"));
      case 9, 10, 11, 12, 13 -> somebodyElse(new Pressed(question, true));
      case 14, 15 -> somebodyElse(new Said(YES));
      case 16, 17, 18, 19, 20, 21 -> twice();
      case 22, 23, 24, 25, 26, 27, 28, 29, 30 -> tell("decides", new Said(YES));
      default -> tell("decides", new Pressed(question, true));
    }
  }

  private void tooLate() {
    customers.saw("approvals that come too late");
    customers.sleep(TOO_LONG);
    tell("decides", new Pressed(question, true));
  }

  private void somebodyElse(Inbound what) {
    customers.saw("approvals by somebody else");
    customers.deliver(by(STRANGER, "stranger", what), Duration.ZERO);
  }

  private void twice() {
    customers.saw("approvals given twice");
    tell("decides", new Pressed(question, true));
    linger(chance.oneIn(2) ? 20 : 5_000);
    tell("again", new Pressed(question, true));
  }

  private void tell(String name, Inbound what) {
    customers.saw("answers to questions of approval");
    customers.deliver(by(Customers.sender(id), name, what), Duration.ZERO);
  }

  private InboundEvent by(Principal who, String name, Inbound what) {
    return customers.event(id, who, name + "-" + number, what);
  }

  private void linger(int millis) {
    customers.sleep(Duration.ofMillis(chance.below(millis)));
  }
}
