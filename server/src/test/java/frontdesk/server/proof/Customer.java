package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.server.proof.Call.Kind;
import frontdesk.simulation.Chance;
import java.util.List;
import java.util.Optional;

/// Somebody who opens a conversation over the API, says things there, and may try what is not
/// allowed.
interface Customer extends Runnable {

  /// Who they are.
  ///
  /// @param letter names the customer and marks all that they write
  /// @param number counts the customers of an account: keys are the same in each account
  /// @param others holders of keys that have no right to the conversation
  record Who(char letter, int number, String account, List<String> others) {
    public Who {
      others = List.copyOf(others);
    }
  }

  Who who();

  Street street();

  Chance chance();

  /// What they do when all is over.
  void lookBack(ConversationId id);

  /// The conversation as they know it; empty when it could not be opened.
  default Optional<String> open() {
    char letter = who().letter();
    String key = chance().oneIn(4) ? "" : "open-" + who().number();
    Call open = call(Kind.CREATE, "", key, Marks.word(letter, 0));
    Optional<String> peer = opened(street().ask(open, Client.PATIENT));
    if (peer.isPresent() && open.hasKey() && chance().oneIn(3)) {
      street().ask(open, Client.PATIENT);
      street().ask(call(Kind.CREATE, "", open.key(), Marks.word(letter, 1)), Client.PATIENT);
    }
    return peer;
  }

  private Optional<String> opened(Optional<Answer> answer) {
    Optional<String> peer =
        answer.filter(a -> a.status() == 201).map(a -> a.field("conversation_id"));
    peer.ifPresent(p -> street().opened(ConversationId.of("rest", who().account(), p), this));
    return peer;
  }

  /// What the conversation looks like.
  default void look(ConversationId id) {
    street().ask(call(Kind.READ, id.peer(), "", ""), Client.PATIENT);
  }

  /// Somebody with another key knows the id, and the Idempotency-Key too.
  default void trespass(Call write) {
    String other = chance().pick(who().others());
    street().ask(call(Kind.READ, write.peer(), "", "").with(other), 3);
    street().ask(write.with(other), 3);
    String text = "let me in " + who().letter();
    street().ask(call(Kind.WRITE, write.peer(), "", text).with(other), 3);
  }

  default Call call(Kind kind, String peer, String key, String text) {
    return new Call(kind, who().letter(), who().account(), who().account(), peer, key, text);
  }
}
