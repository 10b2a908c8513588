package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.tool.ToolSpec;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A tool as this model sees it.
///
/// @param words what it is ranked by, with their weights
/// @param own stems of its name and description: what it deals with
/// @param examples the words of each example
record Offer(
    ToolSpec spec,
    List<Parameter> parameters,
    Map<String, Double> words,
    Set<String> own,
    List<Set<String>> examples) {
  private static final Map<ToolSpec, Offer> READ = new ConcurrentHashMap<>();
  private static final double NAME = 3;
  private static final double DESCRIPTION = 1.5;
  private static final double EXAMPLE = 1;
  private static final double PARAMETER = 0.4;

  /// Read once for each tool; there are as many as agents have.
  static Offer of(ToolSpec spec) {
    return READ.computeIfAbsent(spec, Offer::read);
  }

  private static Offer read(ToolSpec spec) {
    List<Parameter> parameters =
        Jsons.parse(spec.parameters())
            .path("properties")
            .propertyStream()
            .map(property -> Parameter.of(property.getKey(), property.getValue()))
            .toList();
    var words = new HashMap<String, Double>();
    var own = new LinkedHashSet<String>();
    weigh(Words.ofName(spec.name()), NAME, words);
    weigh(Words.of(spec.description()), DESCRIPTION, words);
    Jsons.parse(spec.parameters())
        .path("x-labels")
        .propertyStream()
        .flatMap(p -> p.getValue().isArray() ? p.getValue().valueStream() : Stream.of(p.getValue()))
        .forEach(label -> weigh(Words.of(label.asString("")), DESCRIPTION, words));
    own.addAll(Words.ofName(spec.name()));
    own.addAll(Words.of(spec.description()));
    List<Set<String>> examples =
        spec.examples().stream()
            .<Set<String>>map(text -> new LinkedHashSet<>(Words.of(text)))
            .toList();
    examples.forEach(example -> weigh(List.copyOf(example), EXAMPLE, words));
    for (Parameter parameter : parameters) {
      var about = new LinkedHashSet<>(parameter.about());
      parameter.values().forEach(value -> about.addAll(Words.of(value)));
      parameter
          .field()
          .choices()
          .forEach(choice -> choice.keywords().forEach(word -> about.addAll(Words.of(word))));
      weigh(List.copyOf(about), PARAMETER, words);
    }
    return new Offer(spec, parameters, words, own, examples);
  }

  String name() {
    return spec.name();
  }

  /// What it is for, to stand in a list: `x-labels` of its parameters, else its name.
  String label(String language) {
    JsonNode labels = Jsons.parse(spec.parameters()).path("x-labels");
    JsonNode own = labels.path(language);
    String label = own.isArray() ? own.path(0).asString("") : own.asString("");
    return label.isEmpty() ? Words.spaced(spec.name()).toLowerCase(Locale.ROOT) : label;
  }

  Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  private static void weigh(List<String> stems, double weight, Map<String, Double> words) {
    for (String stem : stems) {
      words.merge(stem, weight, Double::sum);
      for (String concept : Concepts.of(stem))
        words.merge(concept, weight * Concepts.WEIGHT, Double::sum);
    }
  }
}
