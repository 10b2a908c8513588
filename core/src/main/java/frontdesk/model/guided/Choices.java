package frontdesk.model.guided;

import frontdesk.model.guided.Field.Choice;
import frontdesk.model.guided.Span.Hit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds which of a field's values a text means. A plain value word ("high") counts only where
/// nothing else is said or the field is named; keywords count anywhere, but are then only inferred.
final class Choices {
  private static final List<String> REASON_WORDS =
      List.of("because", "since", "due to", "เพราะ", "เนื่องจาก");

  private final SmallTalk smallTalk;

  Choices(SmallTalk smallTalk) {
    this.smallTalk = smallTalk;
  }

  /// @param stated said of this field, not only inferred
  /// @param covers what was said of this field and nothing else, empty if more was said
  record Chosen(String value, boolean stated, Span at, Span covers) {}

  private record Meaning(Choice choice, boolean isValue) {}

  /// The value of an `enum` field in a text without labels: the last one that is stated, else the
  /// last inferred.
  Optional<Chosen> find(Field field, Said said) {
    Optional<Chosen> best = Optional.empty();
    for (Hit<Meaning> hit : hits(field, said.plain())) {
      Optional<Chosen> chosen = chosen(field, said, hit);
      if (chosen.isPresent() && (chosen.get().stated() || best.isEmpty() || !best.get().stated())) {
        best = chosen;
      }
    }
    return best;
  }

  /// The value of an `enum` field under its label: the first that is named.
  Optional<Chosen> labelled(Field field, Said said) {
    return hits(field, said.plain()).stream()
        .findFirst()
        .map(hit -> new Chosen(hit.meaning().choice().value(), true, hit.span(), hit.span()));
  }

  /// Where the words of an `enum` field's values stand.
  static List<Span> words(Field field, Said said) {
    return hits(field, said.plain()).stream().map(Hit::span).toList();
  }

  /// A text without the words that speak for a suggestion.
  static String withoutWords(Field field, Said said) {
    char[] rest = said.plain().toCharArray();
    for (Choice choice : field.choices()) {
      for (String word : words(choice)) {
        Span.all(said.plain(), word).forEach(s -> Arrays.fill(rest, s.from(), s.to(), ' '));
      }
    }
    return new String(rest);
  }

  /// The suggestion that most of the text's words speak for; of equals the first.
  static Optional<String> suggestion(Field field, Said said) {
    var hits = new ArrayList<Hit<Choice>>();
    for (Choice choice : field.choices()) {
      for (String word : words(choice)) {
        Span.all(said.plain(), word).forEach(span -> hits.add(new Hit<>(choice, span)));
      }
    }
    List<Hit<Choice>> longest = Hit.longest(hits);
    int most = 0;
    Optional<String> best = Optional.empty();
    for (Choice choice : field.choices()) {
      int score = score(choice, longest, said);
      if (score > most) best = Optional.of(choice.value());
      most = Math.max(most, score);
    }
    return best;
  }

  /// The reason that follows a value: in brackets, or from a word like "because" to the end of the
  /// sentence. Empty if there is none.
  static String reason(Said said, Span value) {
    int start = value.to();
    while (start < said.plain().length() && " *_,".indexOf(said.plain().charAt(start)) >= 0)
      start++;
    String rest = said.plain().substring(start);
    if (rest.startsWith("(")) {
      int close = rest.indexOf(')');
      int end = close < 0 ? said.plain().length() : start + close;
      return said.text().substring(start + 1, end).strip();
    }
    if (REASON_WORDS.stream().noneMatch(rest::startsWith)) return "";
    int end = said.part(start, said.plain().length()).sentences().getFirst().to();
    String reason = said.text().substring(start, start + end).strip();
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  private Optional<Chosen> chosen(Field field, Said said, Hit<Meaning> hit) {
    Span clause = said.clause(hit.span());
    String plain = said.part(clause).plain();
    String rest =
        plain.substring(0, hit.span().from() - clause.from())
            + " "
            + plain.substring(hit.span().to() - clause.from());
    boolean bare = smallTalk.info(beforeReason(rest)) == 0;
    boolean named = field.names().stream().anyMatch(name -> !Span.all(plain, name).isEmpty());
    if (hit.meaning().isValue() && !bare && !named) return Optional.empty();
    boolean stated = bare || named || smallTalk.isCorrection(plain);
    Span covers = bare ? clause : new Span(0, 0);
    return Optional.of(new Chosen(hit.meaning().choice().value(), stated, hit.span(), covers));
  }

  private static String beforeReason(String plain) {
    int end = plain.length();
    for (String word : REASON_WORDS) {
      for (Span at : Span.all(plain, word)) end = Math.min(end, at.from());
    }
    return plain.substring(0, end);
  }

  private static List<Hit<Meaning>> hits(Field field, String plain) {
    var hits = new ArrayList<Hit<Meaning>>();
    for (Choice choice : field.choices()) {
      for (String word : valueWords(choice)) {
        Span.all(plain, word).forEach(s -> hits.add(new Hit<>(new Meaning(choice, true), s)));
      }
      for (String word : choice.keywords()) {
        Span.all(plain, word).forEach(s -> hits.add(new Hit<>(new Meaning(choice, false), s)));
      }
    }
    return Hit.longest(hits);
  }

  private static int score(Choice choice, List<Hit<Choice>> hits, Said said) {
    var words = new HashSet<String>();
    for (Hit<Choice> hit : hits) {
      if (hit.meaning().equals(choice)) words.add(said.part(hit.span()).plain());
    }
    return words.size();
  }

  private static Set<String> words(Choice choice) {
    Set<String> words = valueWords(choice);
    words.addAll(choice.keywords());
    return words;
  }

  private static Set<String> valueWords(Choice choice) {
    var words = new HashSet<String>();
    words.add(Said.plain(choice.value().replace('_', ' ')));
    choice.labels().values().forEach(label -> words.add(Said.plain(label)));
    words.remove("");
    return words;
  }
}
