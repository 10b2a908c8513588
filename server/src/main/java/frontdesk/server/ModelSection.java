package frontdesk.server;

import frontdesk.adapters.openai.OpenAiSettings.Stream;
import frontdesk.json.InvalidSettings;
import frontdesk.json.StrictObject;
import frontdesk.model.provider.Prices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads `model` in `frontdesk.yaml`: a name, or a mapping with more than its name. What it does
/// not say is as the environment says.
///
/// @param problems gets one line for each
record ModelSection(Environment environment, List<String> problems) {
  private static final double PRICE_MAX = 1_000_000;
  private static final int TOKENS_MIN = 1_000;
  private static final int TOKENS_MAX = 1_000_000_000;

  ModelSettings read(StrictObject root) {
    ModelSettings given = given();
    Optional<JsonNode> node = root.at("model");
    if (node.isEmpty() || node.get().isString()) {
      return root.text("model").map(given::named).orElse(given);
    }
    return root.object("model").map(model -> read(model, given)).orElse(given);
  }

  private ModelSettings read(StrictObject model, ModelSettings given) {
    ModelSettings named = model.text("name").map(given::named).orElse(given);
    ModelSettings complete =
        named.with(
            model.text("fallback"),
            stream(model, given.stream()),
            model
                .wholeNumber("tokens_in_flight", TOKENS_MIN, TOKENS_MAX)
                .map(Integer::longValue)
                .orElse(ModelSettings.TOKENS_IN_FLIGHT),
            model.object("prices").filter(_ -> isMapping(model, "prices")).flatMap(this::prices));
    model.noMore();
    return complete;
  }

  private static Stream stream(StrictObject model, Stream otherwise) {
    if (model.at("stream").isEmpty()) return otherwise;
    return model.flag("stream", true) ? Stream.ALWAYS : Stream.NEVER;
  }

  private ModelSettings given() {
    try {
      return ModelSettings.of(environment);
    } catch (InvalidSettings e) {
      problems.addAll(e.problems());
      return ModelSettings.of(new Environment(Map.of()));
    }
  }

  /// Of a million tokens.
  private Optional<Prices> prices(StrictObject prices) {
    Optional<Double> input = prices.number("input", 0, PRICE_MAX);
    Optional<Double> output = prices.number("output", 0, PRICE_MAX);
    Optional<Double> cached = prices.number("cached", 0, PRICE_MAX).or(() -> input);
    if (prices.at("input").isEmpty() || prices.at("output").isEmpty()) {
      problems.add(prices.name("") + ": needs 'input' and 'output', each for a million tokens");
    }
    prices.noMore();
    if (input.isEmpty() || output.isEmpty()) return Optional.empty();
    return Optional.of(
        new Prices(
            BigDecimal.valueOf(input.get()),
            BigDecimal.valueOf(cached.orElseThrow()),
            BigDecimal.valueOf(output.get())));
  }

  /// What is none has a line of its own already.
  private static boolean isMapping(StrictObject of, String key) {
    return of.at(key).filter(JsonNode::isObject).isPresent();
  }
}
