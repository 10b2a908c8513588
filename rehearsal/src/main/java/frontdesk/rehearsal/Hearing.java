package frontdesk.rehearsal;

import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import frontdesk.model.ModelRequest;
import frontdesk.rehearsal.Ranker.Ranked;
import frontdesk.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is made of the newest line of a conversation: which tools it may want, which it wants, and
/// with which arguments.
public final class Hearing {
  private static final Pattern OWN = Pattern.compile("\\b(?:my|our) ((?:\\w+ )?\\w+)");
  private static final Pattern DONE =
      Pattern.compile(
          "\\b(?:what|which|when)\\b.{0,20}\\b(?:did|have) (?:i|we)\\b|(?:จอง|นัด)อะไรไว้");
  private static final double DONE_WEIGHT = 0.05;
  private static final double OPEN_BONUS = 2.5;
  private static final double ASKING_BONUS = 1.2;
  private static final double ELSEWHERE_BONUS = 0.3;
  private static final double LAST_BONUS = 0.7;
  private static final double QUESTION_WEIGHT = 0.6;
  private static final double TAKING = 0.15;
  private static final int TAKING_MAX = 3;
  private static final double LITTLE = 0.1;
  private static final double NOTHING = 1.2;
  private static final double MARGIN = 0.92;
  private static final double WITHOUT_REQUEST = 2.0;

  private final Map<String, Filled> fills = new HashMap<>();
  private final Scene scene;
  private final Subject subject;
  private final Chat chat;
  private final List<Ranked> ranked;
  private final Decision decision;
  private final Filled filled;

  private Hearing(Scene scene) {
    this.scene = scene;
    this.subject = Subject.of(scene);
    this.chat = Chat.of(scene.text());
    this.ranked = rank();
    this.filled = ranked.isEmpty() ? Filled.nothing() : fill(ranked.getFirst().offer());
    this.decision = decide();
  }

  /// Of the newest line of a request.
  public static Hearing of(ModelRequest request) {
    return of(Scene.of(request));
  }

  static Hearing of(Scene scene) {
    return new Hearing(scene);
  }

  /// What to do about a line.
  public enum Decision {
    CALL,
    /// Ask which of the first two is meant.
    ASK,
    NONE
  }

  /// How well a tool fits.
  public record Fit(String tool, double score) {}

  /// Every tool, the best first.
  public List<Fit> ranked() {
    return ranked.stream().map(r -> new Fit(r.offer().name(), r.score())).toList();
  }

  public Decision decision() {
    return decision;
  }

  /// Arguments for the first tool, as far as the line says them.
  public Json arguments() {
    return Jsons.json(decision == Decision.NONE ? Jsons.object() : filled.values());
  }

  Chat chat() {
    return chat;
  }

  List<Ranked> tools() {
    return ranked;
  }

  Filled filled() {
    return filled;
  }

  private List<Ranked> rank() {
    var lines = new LinkedHashMap<String, Double>();
    lines.put(chat.rest(), 1.0);
    if (agrees() && !scene.question().isEmpty()) lines.put(scene.question(), QUESTION_WEIGHT);
    List<Ranked> sorted =
        scene.ranker().rank(lines).stream()
            .map(this::scored)
            .sorted(Comparator.comparingDouble((Ranked r) -> -r.score()))
            .toList();
    return kept(sorted);
  }

  /// "What did I book?" looks at what there is, and makes nothing.
  private Ranked scored(Ranked ranked) {
    Offer offer = ranked.offer();
    double score = ranked.score() + bonus(offer) + taking(ranked);
    if (!DONE.matcher(chat.rest()).find()) return new Ranked(offer, score, ranked.known());
    boolean looks = offer.spec().effect() == ToolSpec.Effect.READ;
    if (!looks) return new Ranked(offer, score * DONE_WEIGHT, ranked.known());
    return scene.isSource(offer) ? new Ranked(offer, score + OPEN_BONUS, 1) : ranked;
  }

  /// A yes to an offer wants what was offered.
  private boolean agrees() {
    if (chat.kind() == Chat.Kind.YES) return true;
    boolean starts =
        scene.text().matches("(?is)\\W*(?:yes|yeah|yep|yup|sure|ok|okay|ใช่|ตกลง|ได้)\\b.*");
    return starts && Words.of(chat.rest()).size() <= 3;
  }

  private double bonus(Offer offer) {
    if (!subject.is(offer)) return 0;
    if (!subject.open()) return LAST_BONUS;
    if (!chat.requests() || answersAsked(offer)) return OPEN_BONUS;
    return fill(offer).isEmpty() ? ELSEWHERE_BONUS : ASKING_BONUS;
  }

  /// Of tools alike the one that can take what was said.
  private double taking(Ranked ranked) {
    if (ranked.score() <= 0) return 0;
    Filled said = fill(ranked.offer());
    return TAKING * Math.min(TAKING_MAX, firm(ranked.offer(), said));
  }

  /// Whether the line says what was asked for, or corrects what is known.
  private boolean answersAsked(Offer offer) {
    Filled said = fill(offer);
    return scene.asked(offer).stream().anyMatch(said.values()::has);
  }

  /// "My meeting" is none that is still to be made.
  private boolean namesThing(Offer offer) {
    Matcher m = OWN.matcher(scene.text().toLowerCase(Locale.ROOT));
    List<String> name = Words.of(offer.name().replace('_', ' '));
    while (m.find()) {
      if (Words.of(m.group(1)).stream().anyMatch(name::contains)) return true;
    }
    return false;
  }

  /// A tool for what nobody has shown yet, as in "make it 3pm", where the open call takes the time.
  private boolean hasNothingToActOn(Offer offer) {
    return offer.parameters().stream()
        .filter(p -> !p.from().isEmpty())
        .anyMatch(p -> Shown.newest(scene.request().messages(), p.name()).isEmpty());
  }

  private List<Ranked> kept(List<Ranked> sorted) {
    if (sorted.isEmpty() || !subject.open() || subject.offer().isEmpty()) return sorted;
    Offer own = subject.offer().get();
    boolean other = !subject.is(sorted.getFirst().offer());
    boolean keep =
        other
            && !namesThing(sorted.getFirst().offer())
            && hasNothingToActOn(sorted.getFirst().offer())
            && isFirm(own, fill(own));
    if (!keep) return sorted;
    var kept = new ArrayList<>(sorted.stream().filter(r -> subject.is(r.offer())).toList());
    kept.addAll(sorted.stream().filter(r -> !subject.is(r.offer())).toList());
    return kept;
  }

  /// What the newest line says of a tool's arguments.
  Filled fill(Offer offer) {
    return fills.computeIfAbsent(offer.name(), _ -> read(offer));
  }

  private Filled read(Offer offer) {
    Set<String> asked = subject.is(offer) ? scene.asked(offer) : Set.of();
    List<Shown> shown = Shown.of(scene.request().messages());
    Filled filled = Filling.read(offer, scene.text(), asked, shown, scene.context(offer));
    if (!subject.is(offer)) return filled;
    return Offered.taken(scene, offer, Doubts.settled(scene, offer, filled));
  }

  private Decision decide() {
    if (ranked.isEmpty()) return Decision.NONE;
    Ranked best = ranked.getFirst();
    boolean answers = subject.is(best.offer()) && !filled.isEmpty();
    boolean asked = subject.is(best.offer()) && subject.open();
    return switch (chat.kind()) {
      case THANKS, FAREWELL, GREETING, HELP, BOT, PERSON -> Decision.NONE;
      case DROP -> scene.pending().isEmpty() ? matter(best, answers, asked) : Decision.NONE;
      case NO -> asked && answers ? Decision.CALL : Decision.NONE;
      case YES ->
          (asked && answers) || best.score() - bonus(best.offer()) >= NOTHING
              ? Decision.CALL
              : Decision.NONE;
      case MATTER -> matter(best, answers, asked);
    };
  }

  /// Something with a form of its own was said, not only a word that could be a name.
  private static boolean isFirm(Offer offer, Filled filled) {
    return firm(offer, filled) > 0;
  }

  private static long firm(Offer offer, Filled filled) {
    return filled.doubts().size()
        + offer.parameters().stream()
            .filter(parameter -> filled.said().has(parameter.name()))
            .filter(
                parameter ->
                    switch (parameter.role()) {
                      case EMAIL, PHONE, URL, DATE, TIME, MINUTES, NUMBER, CHOICE, ID, ZONE -> true;
                      case FLAG, PERSON, PLACE, TITLE, SORT, TEXT -> false;
                    })
            .count();
  }

  private Decision matter(Ranked best, boolean answers, boolean asked) {
    if (asked && answers) return Decision.CALL;
    double enough = chat.requests() ? NOTHING : WITHOUT_REQUEST;
    double own = best.score() - bonus(best.offer());
    if (answers && (chat.requests() || isFirm(best.offer(), filled))) return Decision.CALL;
    boolean timed = own > 0 && isFirm(best.offer(), filled);
    boolean tie = ranked.size() > 1 && ranked.get(1).score() >= MARGIN * best.score();
    if (tie && chat.requests() && own > LITTLE && best.known() > 0) return Decision.ASK;
    int known = chat.requests() || timed ? 1 : 2;
    if (timed) enough = Math.min(enough, LITTLE);
    if (own < enough || best.known() < known) return Decision.NONE;
    boolean near =
        ranked.size() > 1
            && ranked.get(1).score() >= MARGIN * best.score()
            && !subject.is(best.offer());
    return near ? Decision.ASK : Decision.CALL;
  }
}
