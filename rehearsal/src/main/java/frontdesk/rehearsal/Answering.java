package frontdesk.rehearsal;

import frontdesk.model.ModelReply;
import frontdesk.rehearsal.Hearing.Decision;
import frontdesk.tool.ToolSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One request on its way to its reply: a call, or a text.
final class Answering {
  private static final Pattern CLAUSES = Pattern.compile("(?i)\\band\\b|\\bthen\\b|;|แล้วก็|และ");

  private final Scene scene;
  private final Hearing hearing;
  private final Asking asking;
  private final Proceeding proceeding;

  Answering(Scene scene) {
    this.scene = scene;
    this.hearing = Hearing.of(scene);
    this.asking = new Asking(scene);
    this.proceeding = new Proceeding(scene, hearing, asking);
  }

  ModelReply reply() {
    Optional<Latest> latest = Latest.unanswered(scene.request().messages());
    boolean tells = latest.isPresent() && !isOverruled(latest.get());
    ModelReply reply =
        tells
            ? new AfterCall(scene, hearing, asking, proceeding).reply(latest.get())
            : toCustomer();
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
    Optional<ModelReply> decided = new AtPreview(scene, hearing).reply();
    if (decided.isPresent()) return decided.get();
    Optional<String> wishes = wishes();
    if (wishes.isPresent()) return ModelReply.text(wishes.get());
    if (fitsSeveral()) return ModelReply.text(asking.whichPending());
    return switch (hearing.decision()) {
      case CALL -> proceeding.proceed(hearing.tools().getFirst().offer());
      case ASK -> ModelReply.text(whichTool());
      case NONE -> ModelReply.text(new Talking(scene, hearing, asking).text());
    };
  }

  /// Two acts in one line: neither is passed over.
  private Optional<String> wishes() {
    var wanted = new LinkedHashSet<String>();
    for (String clause : CLAUSES.split(scene.text(), -1)) {
      Chat chat = Chat.of(clause);
      if (Requests.verbs(chat.rest()).isEmpty()) continue;
      scene.rank(chat).stream()
          .findFirst()
          .filter(best -> best.score() >= Ranker.CLEAR)
          .filter(best -> best.offer().spec().effect() == ToolSpec.Effect.WRITE)
          .ifPresent(best -> wanted.add(best.offer().label(scene.language())));
    }
    return wanted.size() < 2
        ? Optional.empty()
        : Optional.of(Sentences.in(scene.language()).oneAtATime(List.copyOf(wanted)));
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
