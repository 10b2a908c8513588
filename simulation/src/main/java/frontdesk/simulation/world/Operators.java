package frontdesk.simulation.world;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.runtime.Handled;
import frontdesk.runtime.Operations;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// The people of the shop, on a node of their own. They do what operators do at whichever server
/// answers, and do it again when they hear nothing.
final class Operators {
  private static final Principal.Operator WHO = new Principal.Operator("desk");
  private static final int ATTEMPTS_MAX = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Node office;
  private final Fleet fleet;
  private final Ledger ledger;
  private final Chance chance;
  private int busy;
  private int takeovers;

  Operators(Node office, Fleet fleet, Ledger ledger, Chance chance) {
    this.office = office;
    this.fleet = fleet;
    this.ledger = ledger;
    this.chance = chance;
  }

  boolean areDone() {
    return busy == 0;
  }

  /// An act or a message is about to be sent: the worst moment for a takeover.
  void mayTakeOver(ConversationId id) {
    if (chance.named(id.value()).oneIn(20)) takeOver(id);
  }

  /// Now, whatever else goes on: somebody takes over, or just says something; mostly it is handed
  /// back.
  void takeOver(ConversationId id) {
    int number = ++takeovers;
    Chance ofThese = chance.named(id.value());
    start("operator", () -> attend(id, number, ofThese));
  }

  private void attend(ConversationId id, int number, Chance ofThese) {
    if (!ofThese.oneIn(4)) {
      saw("takeovers");
      request(id, desk -> desk.takeOver(WHO, id));
    }
    for (int i = ofThese.below(3); i > 0; i--) {
      linger(ofThese);
      saw("words of people");
      String text = "A person says " + number + "." + i;
      request(id, desk -> desk.say(WHO, id, text));
    }
    linger(ofThese);
    if (ofThese.oneIn(8)) return;
    saw("hand-backs");
    request(id, desk -> desk.handBack(WHO, id));
  }

  private void linger(Chance ofThese) {
    int millis = ofThese.below(ofThese.oneIn(3) ? 12_000 : 1_500);
    office.threads().sleep(Duration.ofMillis(ofThese.oneIn(4) ? 0 : millis));
  }

  /// Says what became of an act.
  void decide(ConversationId id, CallId call, boolean happened) {
    saw("acts decided by people");
    start("operator", () -> request(id, desk -> desk.settle(WHO, id, call.value(), happened)));
  }

  /// Has what failed tried again.
  void replay(ConversationId id) {
    saw("replays");
    start("operator", () -> request(id, desk -> desk.replay(WHO, id)));
  }

  private void request(ConversationId id, Function<Operations, Handled> what) {
    Chance ofThese = chance.named(id.value());
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      var mailbox = new Mailbox<Optional<Handled>>(office.threads());
      fleet.any(ofThese).ifPresent(server -> server.operate(what, mailbox));
      boolean done =
          mailbox
              .await(Deadline.in(TIMEOUT, office.threads()))
              .flatMap(Function.identity())
              .isPresent();
      if (done) return;
      office.threads().sleep(Duration.ofMillis(100 + ofThese.below(2_000)));
    }
    ledger.violated("I7", id, "an operator was heard by nobody");
  }

  private void saw(String what) {
    ledger.saw(what);
  }

  private void start(String name, Runnable errand) {
    busy++;
    office.begin(
        name,
        () -> {
          errand.run();
          busy--;
        });
  }
}
