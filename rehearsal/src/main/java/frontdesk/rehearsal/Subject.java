package frontdesk.rehearsal;

import frontdesk.conversation.Call;
import frontdesk.rehearsal.Ranker.Ranked;
import java.util.List;
import java.util.Optional;

/// The tool that is talked about.
///
/// @param offer empty at the start of a subject
/// @param open whether it waits for an answer: the next line most likely gives it
record Subject(Optional<Offer> offer, boolean open) {
  static Subject of(Scene scene) {
    List<Call> calls = scene.calls();
    if (!scene.pending().isEmpty()) {
      for (Call call : calls.reversed()) {
        if (scene.form(call.tool()).isPresent()) return new Subject(scene.offer(call.tool()), true);
      }
      return new Subject(scene.offer(scene.pending().getLast().tool()), true);
    }
    Optional<Offer> unsettled = unsettled(scene);
    if (unsettled.isPresent()) return new Subject(unsettled, true);
    Optional<Offer> last =
        calls.reversed().stream().flatMap(call -> scene.offer(call.tool()).stream()).findFirst();
    boolean asked = last.isPresent() && !scene.asked(last.get()).isEmpty();
    return last.isPresent() ? new Subject(last, asked) : new Subject(earlier(scene), false);
  }

  boolean is(Offer other) {
    return offer.isPresent() && offer.get().name().equals(other.name());
  }

  /// What the line before wanted, when the answer to it was a question about its time, or which
  /// of two tools was meant.
  private static Optional<Offer> unsettled(Scene scene) {
    List<String> earlier = scene.talk().earlier();
    boolean asked =
        scene
            .talk()
            .question()
            .filter(q -> q.text().contains("?") || q.text().contains("คะ"))
            .isPresent();
    if (earlier.isEmpty() || !asked || scene.calledInLastTurn()) return Optional.empty();
    Chat chat = Chat.of(earlier.getLast());
    List<Ranked> ranked = scene.rank(chat);
    if (!chat.requests() || ranked.isEmpty() || ranked.getFirst().score() < Ranker.CLEAR)
      return Optional.empty();
    Offer best = ranked.getFirst().offer();
    Filled then = Filling.earlier(best, earlier.getLast(), scene);
    return then.doubts().isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// Where no call is shown: what the customer asked for last.
  private static Optional<Offer> earlier(Scene scene) {
    for (String text : scene.talk().earlier().reversed()) {
      Chat chat = Chat.of(text);
      if (!chat.requests()) continue;
      List<Ranked> ranked = scene.rank(chat);
      if (ranked.isEmpty()) return Optional.empty();
      Ranked best = ranked.getFirst();
      boolean clear = ranked.size() == 1 || best.score() > ranked.get(1).score();
      if (best.score() >= Ranker.CLEAR && clear) return Optional.of(best.offer());
    }
    return Optional.empty();
  }
}
