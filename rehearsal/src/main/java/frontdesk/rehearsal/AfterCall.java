package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Says what came of a call, or makes the call that it was made for.
final class AfterCall {
  private static final Pattern THAI = Pattern.compile("\\p{IsThai}");

  private final Scene scene;
  private final Hearing hearing;
  private final Asking asking;
  private final Proceeding proceeding;
  private final AtPreview preview;
  private final Sentences sentences;

  AfterCall(Scene scene, Hearing hearing, Asking asking, Proceeding proceeding) {
    this.scene = scene;
    this.hearing = hearing;
    this.asking = asking;
    this.proceeding = proceeding;
    this.preview = new AtPreview(scene, hearing);
    this.sentences = Sentences.in(scene.language());
  }

  ModelReply reply(Latest latest) {
    ObjectNode json = latest.json();
    if (latest.tool().equals(Scene.DROP)) return ModelReply.text(dropped(json));
    if (Needs.isIn(json)) return needs(latest.tool(), Needs.of(json));
    if (latest.isDropped()) return ModelReply.text(sentences.leftAlone() + reminder(latest.tool()));
    if (latest.isNo()) return ModelReply.text(sentences.leftAlone());
    Optional<Form> form = scene.form(latest.tool()).filter(f -> f.missing().isEmpty());
    if (latest.isStale() && form.isPresent()) return preview.again(form.get());
    Optional<String> doubt = new InDoubt(scene).told(latest);
    if (doubt.isPresent()) return ModelReply.text(doubt.get());
    String error = json.path("error").asString("");
    if (!error.isEmpty()) return ModelReply.text(failed(error, json));
    return latest.waitsForApproval()
        ? ModelReply.text(json.path("shown").asString(sentences.notKnown()))
        : proceeding.chained(latest.tool()).orElseGet(() -> told(latest.tool(), json));
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
    if (error.startsWith("refused: ")) return sentences.refused(cause(error));
    return sentences.failed(cause(error), json.path("may_be_tried_again").asBoolean(false));
  }

  /// A reason that is a sentence is for the customer; any other is for operators.
  private static String cause(String error) {
    String why = error.replaceFirst("^(?:refused|failed): ", "").strip();
    boolean sentence = why.endsWith(".") || THAI.matcher(why).find();
    return sentence ? why : "";
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
    String waits = preview.reminder();
    return waits.isEmpty() ? "" : "\n\n" + waits;
  }

  /// Dropped by the call that was just answered, when the forms are those of before.
  private boolean isDropped(Form form) {
    return scene.callsNow().stream()
        .filter(call -> call.tool().equals(Scene.DROP))
        .anyMatch(call -> call.arguments().contains("\"" + form.pending() + "\""));
  }
}
