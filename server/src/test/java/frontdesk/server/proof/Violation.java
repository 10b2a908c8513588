package frontdesk.server.proof;

/// Something that a customer of the product must never meet, and did.
///
/// @param rule `I1` … `I7` are the invariants of the whole product; `key` and `order` are promises
///     of the API, `facts`, `ticket` and `read` those about what a GET shows, `double`, `yes`,
///     `said`, `I11` and those that begin with `I-` about meetings; `run` when the run itself did
///     not end well
record Violation(String rule, String what) {
  @Override
  public String toString() {
    return rule + ": " + what;
  }
}
