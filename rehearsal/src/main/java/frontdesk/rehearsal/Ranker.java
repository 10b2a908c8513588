package frontdesk.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Ranks tools by what a customer wrote.
final class Ranker {
  /// From this score a line alone clearly wants a tool.
  static final double CLEAR = 1.5;

  private static final double ORDER = 3;
  private static final double ALIKE = 3;
  private static final double EQUAL = 0.4;

  private final List<Offer> offers;
  private final Bm25 index;

  Ranker(List<Offer> offers) {
    this.offers = List.copyOf(offers);
    this.index = new Bm25(offers.stream().map(Offer::words).toList());
  }

  /// @param score how well it fits; no bound
  /// @param known how many of the words it knows
  record Ranked(Offer offer, double score, int known) {}

  /// Every tool, the best first; of equals in the order given.
  ///
  /// @param lines texts, each with how much it counts
  List<Ranked> rank(Map<String, Double> lines) {
    var query = new LinkedHashMap<String, Double>();
    lines.forEach(
        (line, weight) -> {
          add(Words.of(line), weight, Concepts.WEIGHT, query);
          add(List.copyOf(Requests.verbs(line)), weight * ORDER, 1, query);
        });
    var ranked = new ArrayList<Ranked>();
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      double score = index.score(i, query) + ALIKE * alike(offer, query);
      ranked.add(new Ranked(offer, score, known(offer, query)));
    }
    ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.score()));
    return ranked;
  }

  private static int known(Offer offer, Map<String, Double> query) {
    return (int)
        query.keySet().stream()
            .filter(word -> !word.startsWith("~") || query.getOrDefault(word, 0.0) >= ORDER)
            .filter(offer.words()::containsKey)
            .count();
  }

  private static void add(
      List<String> stems, double weight, double concepts, Map<String, Double> query) {
    for (String stem : stems) {
      query.merge(stem, weight, Math::max);
      for (String concept : Concepts.of(stem)) query.merge(concept, weight * concepts, Math::max);
    }
  }

  /// How much the example that is most alike has in common with it.
  private static double alike(Offer offer, Map<String, Double> query) {
    List<String> asked = query.keySet().stream().filter(word -> !word.startsWith("~")).toList();
    double best = 0;
    for (Set<String> example : offer.examples()) {
      if (example.isEmpty() || asked.isEmpty()) continue;
      double same = asked.stream().filter(example::contains).mapToDouble(query::get).sum();
      double alike = same / Math.sqrt((double) example.size() * asked.size());
      boolean equal = example.size() == asked.size() && example.containsAll(asked);
      best = Math.max(best, equal ? alike + EQUAL : alike);
    }
    return best;
  }
}
