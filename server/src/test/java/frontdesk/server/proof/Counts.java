package frontdesk.server.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What was tried, in one run or in many.
///
/// @param bursts of 50 messages of one customer at once
/// @param answers how often each status was answered
/// @param deeds how often what was done beside, by name
record Counts(
    int seeds,
    int bursts,
    int requests,
    int retries,
    int lostRequests,
    int lostAnswers,
    int crashes,
    int pauses,
    int violations,
    Map<Integer, Integer> answers,
    Map<String, Integer> deeds) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());

  Counts {
    answers = new TreeMap<>(answers);
    deeds = new TreeMap<>(deeds);
  }

  Counts plus(Counts other) {
    return new Counts(
        seeds + other.seeds,
        bursts + other.bursts,
        requests + other.requests,
        retries + other.retries,
        lostRequests + other.lostRequests,
        lostAnswers + other.lostAnswers,
        crashes + other.crashes,
        pauses + other.pauses,
        violations + other.violations,
        sum(answers, other.answers),
        sum(deeds, other.deeds));
  }

  private static <K> Map<K, Integer> sum(Map<K, Integer> some, Map<K, Integer> others) {
    var both = new HashMap<>(some);
    others.forEach((key, count) -> both.merge(key, count, Integer::sum));
    return both;
  }

  int deeds(String name) {
    return deeds.getOrDefault(name, 0);
  }

  /// Whether it was rough enough to prove something.
  boolean isRough() {
    boolean lossy = lostRequests > seeds && lostAnswers > seeds;
    return lossy && retries > seeds && crashes > seeds;
  }

  @Override
  public String toString() {
    return ("%d seeds, %d bursts, %d requests, %d retries, %d lost requests,"
            + " %d lost answers, %d crashes, %d pauses, %d violations; answers %s%s")
        .formatted(
            seeds,
            bursts,
            requests,
            retries,
            lostRequests,
            lostAnswers,
            crashes,
            pauses,
            violations,
            answers,
            deeds.isEmpty() ? "" : "; " + deeds);
  }
}
