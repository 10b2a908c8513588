package frontdesk.rehearsal;

import frontdesk.dates.Reading;
import frontdesk.json.Jsons;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a tool while a line is read into them, and the choice between those of one
/// role: by what was asked, by the words around a value, by their order.
final class Slots {
  private static final int NEAR_BEFORE = 28;
  private static final int NEAR_AFTER = 16;
  private static final Set<String> FROM_WORDS =
      Set.of(
          "from",
          "origin",
          "departur",
          "start",
          "pickup",
          "sourc",
          "leav",
          "check",
          "begin",
          "outbound");
  private static final Set<String> TO_WORDS =
      Set.of(
          "to",
          "destination",
          "end",
          "arrival",
          "dropoff",
          "return",
          "recipient",
          "until",
          "inbound");

  private static final Set<String> THEIRS = Set.of("their", "his", "her", "someones");
  private static final Set<String> OTHER_SIDE =
      Set.of("recipient", "receiver", "payee", "destination", "guest", "other");

  private final Offer offer;
  private final Set<String> asked;
  private final Line line;
  private final ObjectNode values = Jsons.object();
  private final Map<String, Reading.Asked> doubts = new LinkedHashMap<>();
  private final Set<String> implied = new HashSet<>();
  private final Set<String> strange = new HashSet<>();

  Slots(Offer offer, Set<String> asked, Line line) {
    this.offer = offer;
    this.asked = asked;
    this.line = line;
  }

  /// Arguments of these roles that nothing was read into yet: those that were asked for first.
  List<Parameter> open(Role... roles) {
    var open = new ArrayList<Parameter>();
    for (Parameter parameter : offer.parameters()) {
      boolean fits = Set.of(roles).contains(parameter.role());
      if (!fits || values.has(parameter.name()) || doubts.containsKey(parameter.name())) continue;
      if (isAsked(parameter))
        open.add((int) open.stream().filter(this::isAsked).count(), parameter);
      else open.add(parameter);
    }
    return open;
  }

  boolean isAsked(Parameter parameter) {
    return asked.contains(parameter.name());
  }

  boolean has(Role role) {
    return offer.parameters().stream().anyMatch(parameter -> parameter.role() == role);
  }

  Offer offer() {
    return offer;
  }

  /// Which of several arguments a value at this place is for.
  Optional<Parameter> pick(List<Parameter> among, Span at) {
    return best(among, parameter -> score(parameter, among, at));
  }

  /// The one of the highest score, of equals the first.
  static Optional<Parameter> best(List<Parameter> among, ToIntFunction<Parameter> score) {
    return among.stream().sorted(Comparator.comparingInt(score).reversed()).findFirst();
  }

  /// Words near the value that only this argument has, and "from" and "to".
  int score(Parameter parameter, List<Parameter> among, Span at) {
    Set<String> own = new HashSet<>(parameter.words());
    for (Parameter other : among) if (!other.equals(parameter)) own.removeAll(other.words());
    String before = line.before(at.from(), NEAR_BEFORE);
    String after = line.after(at.to(), NEAR_AFTER);
    int score = isAsked(parameter) ? 1 : 0;
    for (String token : Words.tokens(before + " " + after)) {
      if (own.contains(Words.stem(token))) score += 2;
    }
    List<String> tokens = Words.tokens(before);
    String last = tokens.isEmpty() ? "" : tokens.getLast();
    var named = new HashSet<>(parameter.words());
    Words.tokens(Words.spaced(parameter.name())).forEach(named::add);
    if (last.equals("from") && named.stream().anyMatch(FROM_WORDS::contains)) score += 3;
    boolean until = Set.of("to", "until", "till", "through").contains(last);
    if (until && named.stream().anyMatch(TO_WORDS::contains)) score += 3;
    return score + possessor(tokens, named);
  }

  /// "Their account" is the other side's.
  private static int possessor(List<String> before, Set<String> named) {
    List<String> last = before.subList(Math.max(0, before.size() - 2), before.size());
    boolean theirs =
        last.stream()
            .anyMatch(
                t ->
                    THEIRS.contains(t) || (t.length() > 4 && t.endsWith("s") && !t.endsWith("ss")));
    boolean other = named.stream().anyMatch(OTHER_SIDE::contains);
    return theirs && other ? 3 : 0;
  }

  boolean put(Parameter parameter, String value, Span at) {
    if (!put(parameter, value)) return false;
    line.take(at);
    return true;
  }

  /// Takes a value if it fits the argument.
  boolean put(Parameter parameter, String value) {
    Optional<JsonNode> node = Fitting.node(parameter, value);
    node.ifPresent(fitting -> values.set(parameter.name(), fitting));
    return node.isPresent();
  }

  void put(Parameter parameter, BigDecimal number, Span at) {
    JsonNode node =
        parameter.schema().path("type").asString("string").equals("string")
            ? JsonNodeFactory.instance.stringNode(number.stripTrailingZeros().toPlainString())
            : Fitting.number(number);
    if (!Fitting.fits(parameter, node)) return;
    values.set(parameter.name(), node);
    line.take(at);
  }

  void doubt(Parameter parameter, Reading.Asked reading) {
    doubts.put(parameter.name(), reading);
  }

  /// The id of the only thing that was shown, which the line does not name.
  void imply(Parameter id, String value) {
    if (put(id, value)) implied.add(id.name());
  }

  /// The line names a thing as none was shown.
  void estrange(Parameter id) {
    strange.add(id.name());
  }

  Filled filled() {
    return new Filled(values, doubts, implied, strange);
  }
}
