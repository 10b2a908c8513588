package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest.Form;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Says what came of a call, or makes the call that it was made for.
final class AfterCall {
  private final Scene scene;
  private final Hearing hearing;
  private final Asking asking;
  private final Proceeding proceeding;
  private final Sentences sentences;

  AfterCall(Scene scene, Hearing hearing, Asking asking, Proceeding proceeding) {
    this.scene = scene;
    this.hearing = hearing;
    this.asking = asking;
    this.proceeding = proceeding;
    this.sentences = Sentences.in(scene.language());
  }

  ModelReply reply(Latest latest) {
    ObjectNode json = latest.json();
    if (latest.tool().equals(Scene.DROP)) return ModelReply.text(dropped(json));
    if (Needs.isIn(json)) return needs(latest.tool(), Needs.of(json));
    String error = json.path("error").asString("");
    if (!error.isEmpty()) return ModelReply.text(failed(error, json));
    return switch (json.path("status").asString("")) {
      case "not known yet" -> ModelReply.text(sentences.notKnown());
      case "waits for the customer's approval" ->
          ModelReply.text(json.path("shown").asString(sentences.notKnown()));
      default -> proceeding.chained(latest.tool()).orElseGet(() -> told(latest.tool(), json));
    };
  }

  private String dropped(ObjectNode json) {
    if (Needs.isIn(json)) return asking.whichPending();
    String said = json.has("error") ? sentences.nothingToDrop() : sentences.dropped();
    return said + reminder("");
  }

  private ModelReply needs(String tool, Needs needs) {
    if (needs.lacks("pending")) return ModelReply.text(asking.whichOne(needs.offers()));
    Optional<Offer> offer = scene.offer(tool);
    if (offer.isEmpty()) return ModelReply.text(sentences.nothingFits(List.of()));
    return proceeding
        .look(offer.get(), needs, Jsons.object())
        .orElseGet(
            () -> ModelReply.text(asking.ask(offer.get(), needs, hearing.fill(offer.get()))));
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

  private ModelReply told(String tool, ObjectNode json) {
    return ModelReply.text(new Telling(sentences).outcome(json) + reminder(tool));
  }

  /// What another call still waits for.
  private String reminder(String except) {
    for (Form form : scene.pending().reversed()) {
      Optional<Offer> offer = scene.offer(form.tool());
      if (form.tool().equals(except) || form.missing().isEmpty() || offer.isEmpty()) continue;
      if (isDropped(form)) continue;
      return "\n\n" + asking.ask(offer.get(), Needs.of(form), Filled.nothing());
    }
    return "";
  }

  /// Dropped by the call that was just answered, when the forms are those of before.
  private boolean isDropped(Form form) {
    return scene.callsNow().stream()
        .filter(call -> call.tool().equals(Scene.DROP))
        .anyMatch(call -> call.arguments().contains("\"" + form.pending() + "\""));
  }
}
