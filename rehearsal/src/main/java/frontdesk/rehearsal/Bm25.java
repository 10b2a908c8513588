package frontdesk.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// BM25 over a few short documents whose words have weights.
final class Bm25 {
  private static final double K = 1.2;
  private static final double B = 0.4;

  private final List<Map<String, Double>> documents;
  private final Map<String, Integer> containing = new HashMap<>();
  private final double meanLength;

  /// @param documents of each, its words with their weights: how often, times how much a field
  ///     counts
  Bm25(List<Map<String, Double>> documents) {
    this.documents = List.copyOf(documents);
    this.meanLength = Math.max(1, documents.stream().mapToDouble(Bm25::length).average().orElse(1));
    documents.forEach(d -> d.keySet().forEach(word -> containing.merge(word, 1, Integer::sum)));
  }

  /// How well a document answers words with their weights.
  double score(int document, Map<String, Double> query) {
    Map<String, Double> words = documents.get(document);
    double norm = K * (1 - B + B * length(words) / meanLength);
    double score = 0;
    for (var asked : query.entrySet()) {
      double count = words.getOrDefault(asked.getKey(), 0.0);
      if (count == 0) continue;
      score += asked.getValue() * rarity(asked.getKey()) * count * (K + 1) / (count + norm);
    }
    return score;
  }

  /// What a word tells: much when few documents have it.
  double rarity(String word) {
    int n = containing.getOrDefault(word, 0);
    return Math.log(1 + (documents.size() - n + 0.5) / (n + 0.5));
  }

  boolean knows(String word) {
    return containing.containsKey(word);
  }

  private static double length(Map<String, Double> words) {
    return words.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
