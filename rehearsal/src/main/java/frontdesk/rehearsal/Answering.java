package frontdesk.rehearsal;

import frontdesk.conversation.Call;
import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest.Form;
import frontdesk.model.guided.Phrases;
import frontdesk.model.guided.Said;
import frontdesk.model.guided.SmallTalk;
import frontdesk.rehearsal.Hearing.Decision;
import frontdesk.tool.ToolSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// One request on its way to its reply: a call, or a text.
final class Answering {
  /// More calls than this in one turn would lead nowhere.
  private static final int CALLS_MAX = 6;

  private static final Pattern CANCEL_IT =
      Pattern.compile(
          "\\W*(?:please |ok |okay |no,? )?(?:cancel|stop)(?: (?:it|this|that|everything|the (?:booking|request)))?(?: please)?\\W*|\\W*ยกเลิก\\S{0,6}\\W*");

  private final Scene scene;
  private final Hearing hearing;
  private final Sentences sentences;
  private final Asking asking;
  private final Telling telling;

  Answering(Scene scene) {
    this.scene = scene;
    this.hearing = Hearing.of(scene);
    this.sentences = Sentences.in(scene.language());
    this.asking = new Asking(scene);
    this.telling = new Telling(sentences);
  }

  ModelReply reply() {
    Optional<Latest> latest = Latest.unanswered(scene.request().messages());
    boolean tells = latest.isPresent() && !isOverruled(latest.get());
    ModelReply reply = tells ? after(latest.get()) : toCustomer();
    boolean empty = reply.calls().isEmpty() && reply.text().isBlank();
    return empty ? ModelReply.text(sentences.acknowledged()) : reply;
  }

  /// The customer wrote something else than a no, and so the act was given up.
  private boolean isOverruled(Latest latest) {
    return latest.late() && latest.json().has("error") && hearing.decision() != Decision.NONE;
  }

  // ---- what came of a call

  private ModelReply after(Latest latest) {
    ObjectNode json = latest.json();
    if (latest.tool().equals(Scene.DROP)) return afterDropping(json);
    if (Needs.isIn(json)) return needs(latest.tool(), Needs.of(json));
    String error = json.path("error").asString("");
    if (!error.isEmpty()) return ModelReply.text(failed(error, json));
    return switch (json.path("status").asString("")) {
      case "not known yet" -> ModelReply.text(sentences.notKnown());
      case "waits for the customer's approval" ->
          ModelReply.text(json.path("shown").asString(sentences.notKnown()));
      default -> chained(latest.tool()).orElseGet(() -> told(latest.tool(), json));
    };
  }

  private ModelReply afterDropping(ObjectNode json) {
    if (Needs.isIn(json)) return ModelReply.text(whichPending());
    String said = json.has("error") ? sentences.nothingToDrop() : sentences.dropped();
    return ModelReply.text(said + reminder(""));
  }

  private String failed(String error, ObjectNode json) {
    if (error.startsWith("refused: ")) {
      boolean no = hearing.chat().kind() == Chat.Kind.NO;
      return no ? sentences.leftAlone() : sentences.refused(cause(error));
    }
    return sentences.failed(cause(error), json.path("may_be_tried_again").asBoolean(false));
  }

  private static String cause(String error) {
    String why = error.replaceFirst("^(?:refused|failed): ", "").strip();
    return why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
  }

  private ModelReply needs(String tool, Needs needs) {
    if (needs.lacks("pending")) {
      List<String> told = telling.apart(needs.offers());
      var text = new StringBuilder(sentences.whichOne());
      for (int i = 0; i < told.size(); i++)
        text.append("\n").append(i + 1).append(". ").append(told.get(i));
      return ModelReply.text(text.toString());
    }
    Optional<Offer> offer = scene.offer(tool);
    if (offer.isEmpty()) return ModelReply.text(sentences.nothingFits(List.of()));
    Optional<Offer> look = lookFor(offer.get(), needs, Jsons.object());
    return look.isPresent()
        ? call(look.get().name(), Jsons.object())
        : ModelReply.text(asking.ask(offer.get(), needs, filled(offer.get())));
  }

  /// The call that this look was made for, if it was made for one.
  private Optional<ModelReply> chained(String look) {
    if (hearing.decision() != Decision.CALL || scene.callsNow().size() >= CALLS_MAX) {
      return Optional.empty();
    }
    Offer offer = hearing.tools().getFirst().offer();
    Optional<Parameter> id =
        offer.parameters().stream().filter(p -> p.from().equals(look)).findFirst();
    if (id.isEmpty() || offer.name().equals(look)) return Optional.empty();
    int shown = Shown.newest(scene.request().messages(), id.get().name()).size();
    if (shown == 0) return Optional.empty();
    ObjectNode arguments = new Gathering(scene, offer).arguments(hearing.filled());
    boolean called = scene.callsNow().stream().anyMatch(call -> call.tool().equals(offer.name()));
    if (called && !arguments.has(id.get().name())) {
      Needs needs = scene.form(offer.name()).map(Needs::of).orElseGet(Needs::none);
      String question = asking.ask(offer, needs, hearing.filled());
      return question.isEmpty() ? Optional.empty() : Optional.of(ModelReply.text(question));
    }
    return isRepeated(offer.name(), arguments)
        ? Optional.empty()
        : Optional.of(call(offer.name(), arguments));
  }

  private ModelReply told(String tool, ObjectNode json) {
    return ModelReply.text(telling.outcome(json) + reminder(tool));
  }

  /// What another call still waits for.
  private String reminder(String except) {
    for (Form form : scene.pending().reversed()) {
      Optional<Offer> offer = scene.offer(form.tool());
      if (form.tool().equals(except) || form.missing().isEmpty() || offer.isEmpty()) continue;
      if (isDropped(form)) continue;
      return "\n\n"
          + asking.ask(offer.get(), Needs.of(form), new Filled(Jsons.object(), java.util.Map.of()));
    }
    return "";
  }

  /// Dropped by the call that was just answered, when the forms are those of before.
  private boolean isDropped(Form form) {
    return scene.callsNow().stream()
        .filter(call -> call.tool().equals(Scene.DROP))
        .anyMatch(call -> call.arguments().contains("\"" + form.pending() + "\""));
  }

  // ---- what the customer wrote

  private ModelReply toCustomer() {
    Optional<ModelReply> dropped = dropped();
    if (dropped.isPresent()) return dropped.get();
    if (fitsSeveral()) return ModelReply.text(whichPending());
    return switch (hearing.decision()) {
      case CALL -> proceed(hearing.tools().getFirst().offer());
      case ASK -> ModelReply.text(whichTool());
      case NONE -> ModelReply.text(talk());
    };
  }

  private Optional<ModelReply> dropped() {
    if (scene.pending().isEmpty() || !scene.canCall(Scene.DROP)) {
      boolean nothing =
          hearing.chat().kind() == Chat.Kind.DROP && hearing.decision() == Decision.NONE;
      return nothing ? Optional.of(ModelReply.text(sentences.nothingToDrop())) : Optional.empty();
    }
    boolean cancels = CANCEL_IT.matcher(scene.text().toLowerCase(Locale.ROOT)).matches();
    boolean drops = hearing.chat().kind() == Chat.Kind.DROP || (cancels && nothingToCancel());
    if (drops && scene.pending().size() == 1) return Optional.of(drop(scene.pending().getFirst()));
    if (drops) return Optional.of(ModelReply.text(whichPending()));
    return answersWhichToDrop();
  }

  /// No other tool could be meant by "cancel it": nothing was shown that it could cancel.
  private boolean nothingToCancel() {
    Offer best = hearing.tools().getFirst().offer();
    return scene.form(best.name()).isEmpty()
        && best.parameters().stream()
            .noneMatch(p -> !Shown.newest(scene.request().messages(), p.name()).isEmpty());
  }

  private Optional<ModelReply> answersWhichToDrop() {
    List<String> earlier = scene.talk().earlier();
    boolean asked =
        scene.talk().question().filter(q -> q.text().contains(whichPending())).isPresent();
    if (!asked || earlier.isEmpty() || Chat.of(earlier.getLast()).kind() != Chat.Kind.DROP) {
      return Optional.empty();
    }
    return hearing.tools().stream()
        .flatMap(ranked -> scene.form(ranked.offer().name()).stream())
        .findFirst()
        .map(this::drop);
  }

  private ModelReply drop(Form form) {
    return call(Scene.DROP, Jsons.object().put("pending", form.pending()));
  }

  /// A yes, or a value that two open calls could take.
  private boolean fitsSeveral() {
    if (scene.pending().size() < 2) return false;
    if (hearing.chat().kind() == Chat.Kind.YES) return hearing.filled().isEmpty();
    if (hearing.chat().requests() || hearing.decision() != Decision.CALL) return false;
    if (scene.talk().question().filter(q -> !q.asked().isEmpty()).isPresent()) return false;
    long taking =
        scene.pending().stream()
            .filter(form -> scene.offer(form.tool()).isPresent())
            .filter(form -> filled(scene.offer(form.tool()).orElseThrow()).equals(hearing.filled()))
            .count();
    return taking > 1;
  }

  private ModelReply proceed(Offer offer) {
    Filled filled = hearing.filled();
    Optional<Form> form = scene.form(offer.name());
    boolean looks = offer.spec().effect() == ToolSpec.Effect.READ;
    if (looks && !filled.doubts().isEmpty()) return ModelReply.text(doubt(offer, filled));
    ObjectNode arguments = new Gathering(scene, offer).arguments(filled);
    boolean asks = form.isPresent() && !form.get().missing().isEmpty();
    Needs needs = form.map(Needs::of).orElseGet(Needs::none);
    Optional<Offer> look = lookFor(offer, needs, arguments);
    if (look.isPresent()) return call(look.get().name(), Jsons.object());
    if ((asks && arguments.isEmpty()) || isRepeated(offer.name(), arguments)) {
      return ModelReply.text(asking.ask(offer, needs, filled));
    }
    return call(offer.name(), arguments);
  }

  private String doubt(Offer offer, Filled filled) {
    var first = filled.doubts().entrySet().iterator().next();
    return asking.doubt(offer.parameter(first.getKey()).orElseThrow(), first.getValue());
  }

  /// The tool that finds an id which is needed and not known, once a turn.
  private Optional<Offer> lookFor(Offer offer, Needs needs, ObjectNode arguments) {
    Optional<Form> form = scene.form(offer.name());
    for (Parameter id : offer.parameters()) {
      boolean known =
          arguments.has(id.name())
              || form.filter(f -> Jsons.parse(f.known()).has(id.name())).isPresent();
      boolean wanted = !id.from().isEmpty() && !known && (form.isEmpty() || needs.lacks(id.name()));
      if (!wanted || looked(id.from())) continue;
      boolean several = Shown.newest(scene.request().messages(), id.name()).size() > 1;
      if (!several) return scene.offer(id.from());
    }
    return Optional.empty();
  }

  private boolean looked(String tool) {
    return scene.callsNow().stream().anyMatch(call -> call.tool().equals(tool));
  }

  private boolean isRepeated(String tool, ObjectNode arguments) {
    List<Call> now = scene.callsNow();
    return now.size() >= CALLS_MAX || now.stream().anyMatch(c -> Latest.isSame(c, tool, arguments));
  }

  private Filled filled(Offer offer) {
    return hearing.fill(offer);
  }

  private String whichTool() {
    String language = scene.language();
    return sentences.whichTool(
        hearing.tools().get(0).offer().label(language),
        hearing.tools().get(1).offer().label(language));
  }

  private String whichPending() {
    return sentences.whichPending(
        scene.pending().stream()
            .flatMap(form -> scene.offer(form.tool()).stream())
            .map(offer -> offer.label(scene.language()))
            .distinct()
            .toList());
  }

  private String talk() {
    Optional<Form> form =
        scene.pending().stream().filter(f -> !f.missing().isEmpty()).reduce((_, last) -> last);
    String question =
        form.flatMap(f -> scene.offer(f.tool()).map(o -> asking.ask(o, Needs.of(f), filled(o))))
            .orElse("");
    List<String> can = form.isPresent() ? List.of() : abilities();
    String said =
        switch (hearing.chat().kind()) {
          case GREETING -> sentences.greeting(can);
          case THANKS -> sentences.thanks();
          case FAREWELL -> sentences.farewell();
          case HELP -> sentences.help(abilities());
          case BOT -> sentences.bot();
          case DROP -> sentences.nothingToDrop();
          case YES, NO -> form.isPresent() ? "" : sentences.acknowledged();
          case MATTER -> toMatter(can, form.isPresent());
        };
    boolean over = hearing.chat().kind() == Chat.Kind.FAREWELL;
    return over ? said : (said + " " + question).strip();
  }

  private String toMatter(List<String> can, boolean asks) {
    if (asks) return opening();
    return Words.of(hearing.chat().rest()).isEmpty()
        ? sentences.acknowledged()
        : sentences.nothingFits(can);
  }

  /// To a line that answers nothing, while something is asked for.
  private String opening() {
    String plain = Said.plain(scene.text());
    SmallTalk.Kind kind = new SmallTalk(List.of()).kind(plain);
    return switch (kind) {
      case UNSURE, QUESTION, HELP -> Phrases.in(scene.language()).opening(kind, false);
      case GREETING, THANKS, FAREWELL, AGREEMENT, TROUBLE, OTHER -> "";
    };
  }

  private List<String> abilities() {
    return scene.offers().stream().map(offer -> offer.label(scene.language())).toList();
  }

  private static ModelReply call(String tool, ObjectNode arguments) {
    return ModelReply.calls(new AskedCall("", tool, Jsons.json(arguments).text()));
  }
}
