package frontdesk.server.proof;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What was tried, in one run or in many.
///
/// @param bursts of 50 messages of one customer at once
/// @param answers how often each status was answered
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
    Map<Integer, Integer> answers) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

  /// All that a client may be answered in a storm.
  private static final Set<Integer> STATUSES = Set.of(200, 201, 401, 404, 422, 429, 502, 503);

  Counts {
    answers = new TreeMap<>(answers);
  }

  Counts plus(Counts other) {
    var both = new TreeMap<>(answers);
    other.answers.forEach((status, count) -> both.merge(status, count, Integer::sum));
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
        both);
  }

  /// Whether it was rough enough to prove something.
  boolean isRough() {
    boolean lossy = lostRequests > seeds && lostAnswers > seeds && bursts > 0;
    return lossy && retries > seeds && crashes > seeds && answers.keySet().equals(STATUSES);
  }

  @Override
  public String toString() {
    return ("support over REST: %d seeds, %d bursts, %d requests, %d retries, %d lost requests,"
            + " %d lost answers, %d crashes, %d pauses, %d violations; answers %s")
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
            answers);
  }
}
