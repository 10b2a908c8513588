package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest.Form;
import frontdesk.rehearsal.Hearing.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives up a pending call that the customer does not want any more, and asks which of several.
final class Dropping {
  private static final Pattern CANCEL_IT =
      Pattern.compile(
          "\\W*(?:please |ok |okay |no,? )?(?:cancel|stop)(?: (?:it|this|that|everything|the (?:booking|request)))?(?: please)?\\W*|\\W*ยกเลิก\\S{0,6}\\W*");

  private final Scene scene;
  private final Hearing hearing;
  private final Asking asking;

  Dropping(Scene scene, Hearing hearing, Asking asking) {
    this.scene = scene;
    this.hearing = hearing;
    this.asking = asking;
  }

  /// Empty when the newest line gives nothing up.
  Optional<ModelReply> reply() {
    boolean wants = hearing.chat().kind() == Chat.Kind.DROP;
    if (scene.pending().isEmpty() || !scene.canCall(Scene.DROP)) {
      boolean nothing = wants && hearing.decision() == Decision.NONE;
      return nothing
          ? Optional.of(ModelReply.text(Sentences.in(scene.language()).nothingToDrop()))
          : Optional.empty();
    }
    boolean cancels = CANCEL_IT.matcher(scene.text().toLowerCase(Locale.ROOT)).matches();
    boolean drops = wants || (cancels && nothingToCancel());
    if (drops && scene.pending().size() == 1) return Optional.of(drop(scene.pending().getFirst()));
    if (drops) return Optional.of(ModelReply.text(asking.whichPending()));
    return answersWhichToDrop();
  }

  /// No other tool could be meant by "cancel it": nothing was shown that it could cancel.
  private boolean nothingToCancel() {
    Offer best = hearing.tools().getFirst().offer();
    return scene.form(best.name()).isEmpty()
        && best.parameters().stream()
            .allMatch(p -> Shown.newest(scene.request().messages(), p.name()).isEmpty());
  }

  private Optional<ModelReply> answersWhichToDrop() {
    List<String> earlier = scene.talk().earlier();
    boolean asked =
        scene.talk().question().filter(q -> q.text().contains(asking.whichPending())).isPresent();
    if (!asked || earlier.isEmpty() || Chat.of(earlier.getLast()).kind() != Chat.Kind.DROP) {
      return Optional.empty();
    }
    return hearing.tools().stream()
        .flatMap(ranked -> scene.form(ranked.offer().name()).stream())
        .findFirst()
        .map(Dropping::drop);
  }

  private static ModelReply drop(Form form) {
    return Proceeding.call(Scene.DROP, Jsons.object().put("pending", form.pending()));
  }
}
