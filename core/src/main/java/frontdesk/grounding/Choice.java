package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One of a few values: said as it is, or by one of the words that its schema gives for it
/// (`x-words: {VALUE: [word, …]}`), while no other of them is said.
record Choice(JsonNode schema) implements Normaliser {
  private record Found(String value, Span span) {}

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    List<Found> found = found(line);
    boolean only = found.stream().allMatch(one -> one.value().equals(value));
    return only ? found.stream().map(Found::span).findFirst() : Optional.empty();
  }

  @Override
  public boolean says(Line line) {
    return !found(line).isEmpty();
  }

  /// The values that are said and not denied; of "extra large" not also "large".
  private List<Found> found(Line line) {
    String text = line.plain();
    List<Found> all =
        schema
            .path("enum")
            .valueStream()
            .map(JsonNode::asString)
            .flatMap(
                value ->
                    words(value).flatMap(w -> Words.find(text, w)).map(at -> new Found(value, at)))
            .toList();
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> isLonger(other.span(), one.span())))
        .filter(one -> !Denial.is(text, one.span()))
        .toList();
  }

  private Stream<String> words(String value) {
    return Stream.concat(
        Stream.of(value, value.replaceAll("[_-]+", " ")).distinct(),
        schema.path("x-words").path(value).valueStream().map(JsonNode::asString));
  }

  private static boolean isLonger(Span longer, Span span) {
    return !longer.equals(span) && longer.from() <= span.from() && span.to() <= longer.to();
  }

  @Override
  public String name() {
    return "choice";
  }
}
