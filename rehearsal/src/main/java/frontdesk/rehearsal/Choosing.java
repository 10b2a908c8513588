package frontdesk.rehearsal;

import frontdesk.model.guided.Field.Choice;
import frontdesk.model.guided.Said;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads which value of an `enum` a line names, and what it says yes or no to.
final class Choosing {
  private static final int WORD_MIN = 4;
  private static final int NEGATION_CHARS = 24;
  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(?:no|not|without|don't|dont|doesn't|isn't|never|skip|exclude)\\b[^.,;!?]*$|ไม่[^ ]*$");
  private static final Pattern YES =
      Pattern.compile(
          "^\\W*(?:yes|yeah|yep|yup|sure|of course|ok|okay|please|definitely|ใช่|ต้องการ|เอา|ได้)\\b|^\\W*(?:ใช่|ต้องการ|เอา|ได้)");
  private static final Pattern NO = Pattern.compile("^\\W*(?:no|nope|nah|not)\\b|^\\W*ไม่");
  private static final Pattern INQUIRY =
      Pattern.compile(
          "\\b(?:do|does|did|is|are|was|were|has|have|can|will) (?:they|it|he|she|this|that|those|these)\\b|\\b(?:their|they|its)\\b");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}']+");
  private static final Set<String> GENERAL =
      Set.of("option", "availabl", "includ", "allow", "offer", "servic", "accept", "has", "provid");
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("cheap", "inexpensive", "affordable", "budget", "low-cost", "economical"),
          Set.of("moderate", "moderately", "mid-range", "medium", "reasonable", "average"),
          Set.of("pricey", "expensive", "costly", "upscale", "high-end"),
          Set.of("ultra high-end", "luxury", "luxurious", "very expensive", "fanciest"),
          Set.of("music", "concert", "concerts", "gig", "gigs", "musical", "band"),
          Set.of("sports", "sport", "game", "games", "match", "matches", "sporting"),
          Set.of("checking", "current account"),
          Set.of("savings", "saving"),
          Set.of("one-way", "one way", "single"),
          Set.of("round trip", "roundtrip", "return"),
          Set.of("economy", "coach"),
          Set.of("upcoming", "coming", "next", "future"),
          Set.of("past", "previous", "earlier", "old"),
          Set.of("cancelled", "canceled", "ยกเลิกแล้ว"));

  private final Slots slots;
  private final Line line;

  Choosing(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  private record Named(String value, Span at) {}

  void read() {
    choices();
    slots.open(Role.FLAG).forEach(this::flag);
  }

  private void choices() {
    for (Parameter parameter : slots.open(Role.CHOICE)) {
      List<Named> named = named(parameter);
      for (Named value : named) {
        if (!line.isFree(value.at()) || pointsBack(value.at())) continue;
        if (inquires(value.at()) && !slots.isAsked(parameter)) continue;
        List<Parameter> rivals =
            slots.open(Role.CHOICE).stream()
                .filter(p -> p.values().contains(value.value()))
                .toList();
        meant(rivals, value).ifPresent(p -> slots.put(p, value.value(), value.at()));
      }
    }
  }

  /// Of several with the same values the one whose own words stand near; else the one that was
  /// asked for, else the plainest.
  private Optional<Parameter> meant(List<Parameter> rivals, Named value) {
    return Slots.best(
        rivals, rival -> 100 * slots.score(rival, rivals, value.at()) - rival.words().size());
  }

  /// The values that the line names, longest names first.
  private List<Named> named(Parameter parameter) {
    var found = new ArrayList<Span.Hit<String>>();
    for (Choice choice : parameter.field().choices()) {
      for (String word : words(parameter, choice)) {
        for (Span span : Span.all(line.open(), word)) {
          if (!negated(span)) found.add(new Span.Hit<>(choice.value(), span));
        }
      }
    }
    return Span.Hit.longest(found).stream()
        .map(hit -> new Named(hit.meaning(), hit.span()))
        .toList();
  }

  /// "This game" names no sort of event.
  private boolean pointsBack(Span at) {
    return line.before(at.from(), 8).matches("(?s).*\\b(?:this|that|these|those) ");
  }

  /// A question about what was shown: "do they have outdoor seating?"
  private boolean inquires(Span at) {
    for (Span sentence : line.said().sentences()) {
      if (!at.isWithin(sentence)) continue;
      String plain = line.plain().substring(sentence.from(), sentence.to());
      return plain.contains("?") && INQUIRY.matcher(plain).find();
    }
    return false;
  }

  private boolean negated(Span span) {
    return NEGATED.matcher(line.before(span.from(), NEGATION_CHARS)).find();
  }

  private static Set<String> words(Parameter parameter, Choice choice) {
    var words = new LinkedHashSet<String>();
    String value = Said.plain(Words.spaced(choice.value()));
    words.add(value);
    words.add(Said.plain(choice.value()));
    choice.labels().values().forEach(label -> words.add(Said.plain(label)));
    words.addAll(choice.keywords());
    for (Set<String> alike : ALIKE)
      if (alike.contains(value)) words.addAll(alike.stream().sorted().toList());
    for (String part : value.split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
      if (part.length() >= WORD_MIN && isOnlyIn(parameter, choice, part)) words.add(part);
    }
    for (String word : List.copyOf(words)) {
      if (word.matches("[a-z]{3,}"))
        words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s");
    }
    words.remove("");
    return words;
  }

  private static boolean isOnlyIn(Parameter parameter, Choice choice, String part) {
    return parameter.field().choices().stream()
        .filter(other -> !other.equals(choice))
        .noneMatch(other -> Said.plain(Words.spaced(other.value())).contains(part));
  }

  private void flag(Parameter parameter) {
    Optional<Span> said = mention(parameter);
    if (said.isPresent() && inquires(said.get()) && !slots.isAsked(parameter)) return;
    if (said.isPresent()) {
      boolean no = NEGATED.matcher(line.before(said.get().from(), NEGATION_CHARS)).find();
      put(parameter, !no);
      return;
    }
    boolean only = slots.open(Role.FLAG).stream().filter(slots::isAsked).count() == 1;
    if (!slots.isAsked(parameter) || !only) return;
    if (NO.matcher(line.plain()).find()) put(parameter, false);
    else if (YES.matcher(line.plain()).find()) put(parameter, true);
  }

  private void put(Parameter parameter, boolean value) {
    String text =
        parameter.values().stream()
            .filter(v -> v.toLowerCase(Locale.ROOT).matches(value ? "true|yes" : "false|no"))
            .findFirst()
            .orElse(String.valueOf(value));
    slots.put(parameter, text);
  }

  /// Where the line names what the property is about.
  private Optional<Span> mention(Parameter parameter) {
    Set<String> own = new LinkedHashSet<>(parameter.words());
    own.removeAll(GENERAL);
    own.removeAll(slots.offer().own());
    if (own.isEmpty()) return Optional.empty();
    Matcher words = WORD.matcher(line.open());
    Optional<Span> first = Optional.empty();
    var met = new LinkedHashSet<String>();
    while (words.find()) {
      String stem = Words.stem(words.group());
      if (!own.contains(stem)) continue;
      met.add(stem);
      if (first.isEmpty()) first = Optional.of(new Span(words.start(), words.end()));
    }
    return met.size() * 2 >= own.size() ? first : Optional.empty();
  }
}
