package frontdesk.rehearsal;

import frontdesk.conversation.Call;
import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest.Form;
import frontdesk.rehearsal.Hearing.Decision;
import frontdesk.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Makes the call that a line wants, looks first for an id that it needs, or asks instead: never
/// the same call twice in a turn, and not without end.
final class Proceeding {
  /// More calls than this in one turn would lead nowhere.
  private static final int CALLS_MAX = 6;

  private final Scene scene;
  private final Hearing hearing;
  private final Asking asking;

  Proceeding(Scene scene, Hearing hearing, Asking asking) {
    this.scene = scene;
    this.hearing = hearing;
    this.asking = asking;
  }

  static ModelReply call(String tool, ObjectNode arguments) {
    return ModelReply.calls(new AskedCall("", tool, Jsons.json(arguments).text()));
  }

  /// The next step of what the newest line wants.
  ModelReply proceed(Offer offer) {
    Filled filled = hearing.filled();
    Optional<Form> form = scene.form(offer.name());
    boolean looks = offer.spec().effect() == ToolSpec.Effect.READ;
    if (looks && !filled.doubts().isEmpty()) return ModelReply.text(doubt(offer, filled));
    ObjectNode arguments = news(offer, new Gathering(scene, offer).arguments(filled));
    Optional<Parameter> strange = strange(offer, filled, form);
    if (strange.isPresent()) return ModelReply.text(asking.noSuch(strange.get()));
    boolean asks =
        form.isPresent() && (!form.get().missing().isEmpty() || !filled.doubts().isEmpty());
    Needs needs = form.map(Needs::of).orElseGet(Needs::none);
    Optional<ModelReply> look = look(offer, needs, arguments);
    if (look.isPresent()) return look.get();
    if ((asks && arguments.isEmpty()) || isRepeated(offer.name(), arguments)) {
      return ModelReply.text(asking.ask(offer, needs, filled));
    }
    return call(offer.name(), arguments);
  }

  /// Without what is known of the only call that waits: it was proved when it was said.
  private ObjectNode news(Offer offer, ObjectNode arguments) {
    List<Form> forms = scene.pending().stream().filter(f -> f.tool().equals(offer.name())).toList();
    if (forms.size() != 1) return arguments;
    ObjectNode known = Jsons.parseObject(forms.getFirst().known().text());
    ObjectNode news = arguments.deepCopy();
    known.properties().stream()
        .filter(p -> p.getValue().equals(arguments.get(p.getKey())))
        .forEach(p -> news.remove(p.getKey()));
    return news;
  }

  /// The id of a call that waits with that of another thing than the line names.
  private static Optional<Parameter> strange(Offer offer, Filled filled, Optional<Form> form) {
    return offer.parameters().stream()
        .filter(p -> filled.strange().contains(p.name()))
        .filter(p -> form.filter(f -> Jsons.parse(f.known()).has(p.name())).isPresent())
        .findFirst();
  }

  private String doubt(Offer offer, Filled filled) {
    var first = filled.doubts().entrySet().iterator().next();
    return asking.doubt(offer.parameter(first.getKey()).orElseThrow(), first.getValue());
  }

  /// A call of the tool that finds an id which is needed and not known, once a turn.
  Optional<ModelReply> look(Offer offer, Needs needs, ObjectNode arguments) {
    Optional<Form> form = scene.form(offer.name());
    for (Parameter id : offer.parameters()) {
      boolean known =
          arguments.has(id.name())
              || form.filter(f -> Jsons.parse(f.known()).has(id.name())).isPresent();
      boolean wanted = !id.from().isEmpty() && !known && (form.isEmpty() || needs.lacks(id.name()));
      if (!wanted || isCalled(id.from()) || shown(id) > 1) continue;
      return scene.offer(id.from()).map(look -> call(look.name(), Jsons.object()));
    }
    return Optional.empty();
  }

  /// The call that a look was made for, if it was made for one.
  Optional<ModelReply> chained(String look) {
    if (hearing.decision() != Decision.CALL || scene.callsNow().size() >= CALLS_MAX) {
      return Optional.empty();
    }
    Offer offer = hearing.tools().getFirst().offer();
    Optional<Parameter> id =
        offer.parameters().stream().filter(p -> p.from().equals(look)).findFirst();
    if (id.isEmpty() || offer.name().equals(look) || shown(id.get()) == 0) return Optional.empty();
    ObjectNode arguments = new Gathering(scene, offer).arguments(hearing.filled());
    if (isCalled(offer.name()) && !arguments.has(id.get().name())) return asked(offer);
    return isRepeated(offer.name(), arguments)
        ? Optional.empty()
        : Optional.of(call(offer.name(), arguments));
  }

  private Optional<ModelReply> asked(Offer offer) {
    Needs needs = scene.form(offer.name()).map(Needs::of).orElseGet(Needs::none);
    String question = asking.ask(offer, needs, hearing.filled());
    return question.isEmpty() ? Optional.empty() : Optional.of(ModelReply.text(question));
  }

  private int shown(Parameter id) {
    return Shown.newest(scene.request().messages(), id.name()).size();
  }

  private boolean isCalled(String tool) {
    return scene.callsNow().stream().anyMatch(call -> call.tool().equals(tool));
  }

  private boolean isRepeated(String tool, ObjectNode arguments) {
    List<Call> now = scene.callsNow();
    return now.size() >= CALLS_MAX || now.stream().anyMatch(call -> isSame(call, tool, arguments));
  }

  private static boolean isSame(Call one, String tool, ObjectNode arguments) {
    return one.tool().equals(tool)
        && Jsons.tryObject(one.arguments()).filter(arguments::equals).isPresent();
  }
}
