package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.server.proof.Call.Kind;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody with a problem: opens a conversation, says a few things, some at once, some twice, some
/// waiting for the answer, looks at what was said, and tries what is not allowed.
///
/// @param letter names the customer and marks all that they write
/// @param number counts the customers of an account: keys are the same in each account
/// @param others holders of keys that have no right to the conversation
record Customer(
    char letter, int number, String account, List<String> others, Street street, Chance chance)
    implements Runnable {
  private static final List<Integer> GAPS_MILLIS = List.of(0, 0, 100, 1_500, 5_000);
  private static final int BURST = 50;

  @Override
  public void run() {
    Call open =
        call(Kind.CREATE, "", chance.oneIn(4) ? "" : "open-" + number, Marks.word(letter, 0));
    Optional<String> peer = opened(street.ask(open, Client.PATIENT));
    if (peer.isEmpty()) return;
    if (open.hasKey() && chance.oneIn(3)) openAgain(open);
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

  /// What the conversation looks like when all is over.
  void look(ConversationId id) {
    street.ask(call(Kind.READ, id.peer(), "", ""), Client.PATIENT);
  }

  private Optional<String> opened(Optional<Answer> answer) {
    Optional<String> peer =
        answer.filter(a -> a.status() == 201).map(a -> a.field("conversation_id"));
    peer.ifPresent(p -> street.opened(ConversationId.of("rest", account, p), this));
    return peer;
  }

  private void openAgain(Call open) {
    street.ask(open, Client.PATIENT);
    street.ask(call(Kind.CREATE, "", open.key(), Marks.word(letter, 1)), Client.PATIENT);
  }

  private List<Call> writes(String peer) {
    List<String> texts = chance.oneIn(20) ? burst() : Talk.of(letter, chance);
    var writes = new ArrayList<Call>();
    for (int i = 0; i < texts.size(); i++) {
      boolean keyed = texts.size() == BURST || !chance.oneIn(5);
      writes.add(call(Kind.WRITE, peer, keyed ? "m-" + i : "", texts.get(i)));
    }
    return writes;
  }

  private List<String> burst() {
    var texts = new ArrayList<String>();
    for (int i = 0; i < BURST; i++) texts.add("part " + Marks.word(letter, i + 2) + " is missing");
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

  /// Somebody with another key knows the id, and the Idempotency-Key too.
  private void trespass(Call write) {
    String other = chance.pick(others);
    street.ask(call(Kind.READ, write.peer(), "", "").with(other), 3);
    street.ask(write.with(other), 3);
    street.ask(call(Kind.WRITE, write.peer(), "", "let me in " + letter).with(other), 3);
  }

  private Call call(Kind kind, String peer, String key, String text) {
    return new Call(kind, letter, account, account, peer, key, text);
  }
}
