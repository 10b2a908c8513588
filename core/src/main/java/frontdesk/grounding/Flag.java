package frontdesk.grounding;

import frontdesk.dates.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Whether something is wanted: the customer names it (the schema's `title` and `x-labels`), says
/// that they do not want it, or says yes or no when only this was asked.
record Flag(String argument, JsonNode schema) implements Normaliser {
  @Override
  public Optional<Span> find(Line line, String value, About about) {
    boolean wanted = Boolean.parseBoolean(value);
    if (line.answers(argument) && (wanted ? line.isYes() : line.isNo())) {
      return Optional.of(new Span(0, line.text().length()));
    }
    String text = line.plain();
    List<Span> named = labels().flatMap(label -> Words.find(text, label)).toList();
    List<Span> denied = named.stream().flatMap(at -> Denial.with(text, at).stream()).toList();
    if (!wanted) return denied.stream().findFirst();
    return denied.isEmpty() ? named.stream().findFirst() : Optional.empty();
  }

  @Override
  public boolean says(Line line) {
    String text = line.plain();
    return labels().anyMatch(label -> Words.find(text, label).findAny().isPresent());
  }

  private Stream<String> labels() {
    Stream<String> labels =
        schema
            .path("x-labels")
            .valueStream()
            .flatMap(of -> of.isArray() ? of.valueStream() : Stream.of(of))
            .map(JsonNode::asString);
    return Stream.concat(Stream.of(schema.path("title").asString("")), labels);
  }

  @Override
  public String name() {
    return "flag";
  }
}
