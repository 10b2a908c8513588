package frontdesk.server.proof;

/// What was tried, in one run or in many.
record Counts(
    int seeds,
    int requests,
    int retries,
    int lostRequests,
    int lostAnswers,
    int crashes,
    int pauses,
    int violations) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

  Counts plus(Counts other) {
    return new Counts(
        seeds + other.seeds,
        requests + other.requests,
        retries + other.retries,
        lostRequests + other.lostRequests,
        lostAnswers + other.lostAnswers,
        crashes + other.crashes,
        pauses + other.pauses,
        violations + other.violations);
  }

  /// Whether it was rough enough to prove something.
  boolean isRough() {
    return retries > seeds && lostRequests > seeds && lostAnswers > seeds && crashes > seeds;
  }

  @Override
  public String toString() {
    return ("support over REST: %d seeds, %d requests, %d retries, %d lost requests,"
            + " %d lost answers, %d crashes, %d pauses, %d violations")
        .formatted(
            seeds, requests, retries, lostRequests, lostAnswers, crashes, pauses, violations);
  }
}
