package frontdesk.rehearsal;

import frontdesk.model.guided.Said;
import frontdesk.model.guided.Span;
import frontdesk.rehearsal.Parameter.Role;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads sorts of things: "a Moroccan restaurant", "it serves Thai food".
final class Sorts {
  private static final Pattern SERVED =
      Pattern.compile(
          "\\b(?:serves?|serving|kind of|type of|sort of)(?: some)? ([\\p{L}\\p{M}'-]+(?: (?!in\\b|at\\b|near\\b|on\\b|for\\b|and\\b|with\\b|around\\b|food\\b|that\\b|is\\b|do\\b|are\\b)[\\p{L}\\p{M}'-]+)?)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’-]+");

  /// What sorts are said of, whatever the tool.
  private static final Set<String> SORTED =
      Words.stems(
          """
          food cuisine dishes meal music genre style type kind place places spot ones movie film show
          songs
          """);

  /// What is said of things of any sort.
  private static final Set<String> PRAISE =
      Words.stems(
          """
          interesting cool awesome fun nice local exciting great entertaining popular best top
          upcoming available latest different similar suitable perfect decent recent many several few
          good priced big small new old whole next last first same certain particular amazing fancy
          serves serve serving mind user current moderate cheap expensive enjoy prefer like love fond
          friends phone name main full all both live open possible free happening real special
          """);

  private final Slots slots;
  private final Line line;

  Sorts(Slots slots, Line line) {
    this.slots = slots;
    this.line = line;
  }

  void read() {
    for (Parameter sort : slots.open(Role.SORT)) {
      Optional<Span> served =
          Line.first(SERVED, line.open()).filter(s -> !Words.of(line.at(s)).isEmpty());
      served
          .or(() -> before(nouns(sort, slots.offer())))
          .ifPresent(at -> slots.put(sort, line.at(at), at));
    }
  }

  /// A sort without the noun that it is said of: "Southern restaurant" is Southern.
  static String bare(String said, Parameter sort, Offer offer) {
    Set<String> nouns = nouns(sort, offer);
    String rest = said;
    while (rest.indexOf(' ') > 0) {
      String last = rest.substring(rest.lastIndexOf(' ') + 1);
      if (!isNoun(Words.stem(Said.plain(last)), nouns)) break;
      rest = rest.substring(0, rest.lastIndexOf(' '));
    }
    return rest;
  }

  private static Set<String> nouns(Parameter sort, Offer offer) {
    var nouns = new HashSet<>(SORTED);
    nouns.addAll(offer.own());
    nouns.addAll(sort.about());
    return nouns;
  }

  /// The words right before what the tool deals with: "a Moroccan restaurant".
  private Optional<Span> before(Set<String> nouns) {
    Matcher words = WORD.matcher(line.plain());
    int from = -1;
    int to = -1;
    while (words.find()) {
      String token = words.group().replace("'", "");
      String stem = Words.stem(token);
      Span at = new Span(words.start(), words.end());
      boolean beside = to >= 0 && line.plain().substring(to, words.start()).isBlank();
      boolean noun = isNoun(stem, nouns);
      if (noun && from >= 0 && beside) return Optional.of(new Span(from, to));
      boolean adjective = !noun && line.isFree(at) && isSort(token, stem);
      if (!adjective) from = -1;
      else if (from < 0 || !beside) from = at.from();
      to = at.to();
    }
    return Optional.empty();
  }

  /// Whether a stem is one of these nouns, or means alike.
  static boolean isNoun(String stem, Set<String> nouns) {
    return !PRAISE.contains(stem)
        && (nouns.contains(stem) || Concepts.of(stem).stream().anyMatch(c -> shares(c, nouns)));
  }

  /// Tells a sort: no verb, no praise, no small word.
  private static boolean isSort(String token, String stem) {
    boolean tells = !Words.tokens(token).isEmpty() && !Words.isStop(Words.tokens(token).getFirst());
    return tells && !isVerb(stem) && !PRAISE.contains(stem) && !token.endsWith("ing");
  }

  private static boolean shares(String concept, Set<String> nouns) {
    return nouns.stream().anyMatch(noun -> Concepts.of(noun).contains(concept));
  }

  private static boolean isVerb(String stem) {
    return Requests.isAction(stem)
        || !Concepts.of(stem).isEmpty()
        || Set.of("attend", "visit", "eat", "new", "same", "good", "different", "similar")
            .contains(stem);
  }
}
