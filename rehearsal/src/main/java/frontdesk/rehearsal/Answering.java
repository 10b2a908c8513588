package frontdesk.rehearsal;

import frontdesk.model.ModelReply;
import frontdesk.rehearsal.Hearing.Decision;
import java.util.Optional;

/// One request on its way to its reply: a call, or a text.
final class Answering {
  private final Scene scene;
  private final Hearing hearing;
  private final Asking asking;
  private final Calling calling;

  Answering(Scene scene) {
    this.scene = scene;
    this.hearing = Hearing.of(scene);
    this.asking = new Asking(scene);
    this.calling = new Calling(scene, hearing, asking);
  }

  ModelReply reply() {
    Optional<Latest> latest = Latest.unanswered(scene.request().messages());
    boolean tells = latest.isPresent() && !isOverruled(latest.get());
    ModelReply reply =
        tells ? new AfterCall(scene, hearing, asking, calling).reply(latest.get()) : toCustomer();
    boolean empty = reply.calls().isEmpty() && reply.text().isBlank();
    return empty ? ModelReply.text(Sentences.in(scene.language()).acknowledged()) : reply;
  }

  /// The customer wrote something else than a no, and so the act was given up.
  private boolean isOverruled(Latest latest) {
    if (!latest.late() || !latest.json().has("error")) return false;
    boolean saidMore = !latest.isNo() || scene.talk().newest().size() > 1;
    return saidMore && hearing.decision() != Decision.NONE && !latest.isDropped();
  }

  private ModelReply toCustomer() {
    Optional<ModelReply> dropped = new Dropping(scene, hearing, asking).reply();
    if (dropped.isPresent()) return dropped.get();
    Optional<String> inDoubt =
        scene.preview().isPresent() ? Optional.empty() : new InDoubt(scene).answer(hearing.chat());
    if (inDoubt.isPresent()) return ModelReply.text(inDoubt.get());
    Optional<ModelReply> decided = new Approving(scene, hearing).reply();
    if (decided.isPresent()) return decided.get();
    if (fitsSeveral()) return ModelReply.text(asking.whichPending());
    return switch (hearing.decision()) {
      case CALL -> calling.proceed(hearing.tools().getFirst().offer());
      case ASK -> ModelReply.text(whichTool());
      case NONE -> ModelReply.text(new Talking(scene, hearing, asking).text());
    };
  }

  /// A yes, or a value that two open calls could take.
  private boolean fitsSeveral() {
    if (scene.pending().size() < 2) return false;
    if (hearing.chat().kind() == Chat.Kind.YES) return hearing.filled().isEmpty();
    if (hearing.chat().requests() || hearing.decision() != Decision.CALL) return false;
    if (scene.talk().question().filter(q -> !q.asked().isEmpty()).isPresent()) return false;
    long taking =
        scene.pending().stream()
            .flatMap(form -> scene.offer(form.tool()).stream())
            .filter(offer -> hearing.fill(offer).equals(hearing.filled()))
            .count();
    return taking > 1;
  }

  private String whichTool() {
    return asking.whichTool(hearing.tools().get(0).offer(), hearing.tools().get(1).offer());
  }
}
