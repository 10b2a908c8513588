package frontdesk.grounding;

import frontdesk.dates.Context;
import frontdesk.dates.Span;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Whether something is wanted: the customer names it (the schema's `title` and `x-labels`).
record Flag(JsonNode schema) implements Normaliser {
  @Override
  public Optional<Span> find(String line, String value, Context context, About about) {
    Stream<String> labels =
        schema.path("x-labels").values().stream()
            .flatMap(of -> of.isArray() ? of.values().stream() : Stream.of(of))
            .map(JsonNode::asString);
    return Stream.concat(Stream.of(schema.path("title").asString("")), labels)
        .flatMap(label -> Phrase.find(line, label).stream())
        .findFirst();
  }

  @Override
  public String name() {
    return "flag";
  }
}
