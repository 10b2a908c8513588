package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.server.proof.Call.Kind;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody with a problem: says a few things, some at once, some twice, some waiting for the
/// answer, looks at what was said, and tries what is not allowed.
record Complainer(Who who, Street street, Chance chance) implements Customer {
  private static final List<Integer> GAPS_MILLIS = List.of(0, 0, 100, 1_500, 5_000);
  private static final int BURST = 50;

  @Override
  public void run() {
    Optional<String> peer = open();
    if (peer.isEmpty()) return;
    List<Call> writes = writes(peer.get());
    boolean burst = writes.size() == BURST;
    if (burst) street.ledger().burst();
    for (Call write : writes) {
      if (burst || chance.oneIn(3)) street.start("says", () -> say(write));
      else say(write);
      if (!burst) street.sleep(Duration.ofMillis(chance.pick(GAPS_MILLIS)));
    }
    if (chance.oneIn(2)) trespass(writes.getFirst());
  }

  @Override
  public void lookBack(ConversationId id) {
    look(id);
  }

  private List<Call> writes(String peer) {
    List<String> texts = chance.oneIn(20) ? burst() : Talk.of(who.letter(), chance);
    var writes = new ArrayList<Call>();
    for (int i = 0; i < texts.size(); i++) {
      boolean keyed = texts.size() == BURST || !chance.oneIn(5);
      writes.add(call(Kind.WRITE, peer, keyed ? "m-" + i : "", texts.get(i)));
    }
    return writes;
  }

  private List<String> burst() {
    var texts = new ArrayList<String>();
    for (int i = 0; i < BURST; i++) {
      texts.add("part " + Marks.word(who.letter(), i + 2) + " is missing");
    }
    return texts;
  }

  private void say(Call write) {
    if (write.hasKey() && chance.oneIn(12)) {
      street.start("says otherwise", () -> street.ask(otherBody(write), Client.PATIENT));
    }
    boolean patient = write.hasKey() && !chance.oneIn(6);
    Optional<Answer> answer = street.ask(write, patient ? Client.PATIENT : 1 + chance.below(3));
    if (chance.oneIn(4)) street.ask(call(Kind.READ, write.peer(), "", ""), 3);
    if (!write.hasKey() || answer.isEmpty()) return;
    if (chance.oneIn(4)) street.ask(write, Client.PATIENT);
    if (chance.oneIn(8)) street.ask(otherBody(write), Client.PATIENT);
  }

  private Call otherBody(Call write) {
    return call(Kind.WRITE, write.peer(), write.key(), "something else, " + write.text());
  }
}
