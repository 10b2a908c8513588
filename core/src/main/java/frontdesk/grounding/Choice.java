package frontdesk.grounding;

import frontdesk.dates.Context;
import frontdesk.dates.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One of a few values: said as it is, or by one of the words that its schema gives for it
/// (`x-words: {VALUE: [word, …]}`).
record Choice(JsonNode schema) implements Normaliser {
  @Override
  public Optional<Span> find(String line, String value, Context context, About about) {
    List<String> words = new ArrayList<>(List.of(value, value.replaceAll("[_-]+", " ")));
    schema.path("x-words").path(value).forEach(word -> words.add(word.asString()));
    return words.stream().flatMap(word -> Phrase.find(line, word).stream()).findFirst();
  }

  @Override
  public String name() {
    return "choice";
  }
}
