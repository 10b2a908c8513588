package frontdesk.rehearsal;

import frontdesk.conversation.Call;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.rehearsal.Parameter.Role;
import frontdesk.rehearsal.Ranker.Ranked;
import frontdesk.tool.ToolSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a call: what the newest line says; for a fresh call also what the customer said
/// of the same subject before it, and who they are.
final class Gathering {
  private static final Set<Role> WHO = EnumSet.of(Role.EMAIL, Role.PHONE, Role.PERSON);
  private static final Pattern GOES_ON =
      Pattern.compile(
          "^\\W*(?:and|what about|how about|or|also|with|for|in|on|at|make it|แล้ว|งั้น)\\b|^\\W*(?:แล้ว|งั้น)");
  private static final int EARLIER_MAX = 4;

  private final Scene scene;
  private final Offer offer;

  Gathering(Scene scene, Offer offer) {
    this.scene = scene;
    this.offer = offer;
  }

  ObjectNode arguments(Filled filled) {
    ObjectNode newest = certain(filled);
    if (scene.form(offer.name()).isPresent()) return named(newest);
    ObjectNode arguments = Jsons.object();
    arguments.setAll(who());
    arguments.setAll(lastCall());
    earlier().forEach(text -> arguments.setAll(certain(read(text))));
    filled.doubts().keySet().forEach(arguments::remove);
    arguments.setAll(newest);
    return Fitting.fitting(offer, arguments);
  }

  /// Without the time of a day that is in doubt: a tool that needs no day, or has another one
  /// already, would take it for that.
  private ObjectNode certain(Filled filled) {
    ObjectNode values = filled.values().deepCopy();
    for (String name : filled.doubts().keySet()) {
      boolean day = offer.parameter(name).filter(p -> p.role() == Role.DATE).isPresent();
      if (!day || isAwaited(name)) continue;
      for (Parameter other : offer.parameters()) {
        if (other.role() == Role.TIME) values.remove(other.name());
      }
    }
    return values;
  }

  /// Whether nothing is done before this is known: what is made anew has no day yet.
  private boolean isAwaited(String name) {
    boolean fresh = offer.parameters().stream().allMatch(p -> p.from().isEmpty());
    return scene.form(offer.name()).map(form -> form.missing().contains(name)).orElse(fresh);
  }

  /// Of two pending calls of the tool the one that the line names by its place.
  private ObjectNode named(ObjectNode values) {
    var forms = scene.pending().stream().filter(f -> f.tool().equals(offer.name())).toList();
    if (forms.size() < 2) return values;
    for (int i = 0; i < forms.size(); i++) {
      boolean meant = Ids.isOrdinal(scene.text(), i);
      if (meant) return values.deepCopy().put("pending", forms.get(i).pending());
    }
    return values;
  }

  /// Who the customer is, as far as they said it anywhere.
  private ObjectNode who() {
    ObjectNode who = Jsons.object();
    if (offer.parameters().stream().noneMatch(p -> WHO.contains(p.role()))) return who;
    for (Call call : scene.calls()) {
      if (!call.tool().equals(offer.name())) continue;
      Jsons.tryObject(call.arguments()).ifPresent(values -> copyWho(values, who));
    }
    for (String text : scene.talk().earlier()) copyWho(read(text).values(), who);
    return who;
  }

  private void copyWho(ObjectNode from, ObjectNode to) {
    for (Parameter parameter : offer.parameters()) {
      boolean is = WHO.contains(parameter.role()) && from.has(parameter.name());
      if (is && Fitting.fits(parameter, from.path(parameter.name()))) {
        to.set(parameter.name(), from.path(parameter.name()));
      }
    }
  }

  /// Of a look that is only varied ("and on Friday?") what was asked before.
  private ObjectNode lastCall() {
    boolean look = offer.spec().effect() == ToolSpec.Effect.READ;
    List<Call> calls = scene.calls();
    boolean last = !calls.isEmpty() && calls.getLast().tool().equals(offer.name());
    String plain = scene.text().toLowerCase(Locale.ROOT);
    if (!look || !last || !GOES_ON.matcher(plain).find()) return Jsons.object();
    return Jsons.tryObject(calls.getLast().arguments())
        .map(values -> Fitting.fitting(offer, values))
        .orElseGet(Jsons::object);
  }

  /// What the customer wrote since the last call, but for what asks for something else.
  private List<String> earlier() {
    var texts = new ArrayList<String>();
    for (Message message : scene.before()) {
      if (message instanceof Message.Assistant said && !said.calls().isEmpty()) texts.clear();
      if (message instanceof Message.Customer(var text) && isOfThis(text)) texts.add(text);
    }
    return texts.subList(Math.max(0, texts.size() - EARLIER_MAX), texts.size());
  }

  private boolean isOfThis(String text) {
    Chat chat = Chat.of(text);
    if (chat.kind() == Chat.Kind.DROP) return false;
    List<Ranked> ranked = scene.rank(chat);
    Optional<Ranked> best = ranked.stream().findFirst();
    boolean other =
        chat.requests()
            && best.filter(b -> b.score() >= Ranker.CLEAR && !b.offer().name().equals(offer.name()))
                .isPresent();
    return !other || near(ranked);
  }

  private boolean near(List<Ranked> ranked) {
    return ranked.stream()
        .filter(r -> r.offer().name().equals(offer.name()))
        .anyMatch(r -> r.score() >= ranked.getFirst().score() / 2);
  }

  private Filled read(String text) {
    return Filling.earlier(offer, text, scene);
  }
}
