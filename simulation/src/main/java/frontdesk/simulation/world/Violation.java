package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import java.util.Optional;

/// An invariant that did not hold in a run.
///
/// @param invariant its name: `I1` … `I11` are the invariants of the whole product, `G5` and `G10`
///     the guarantees about acts and about stops, `timers` and `documents` what follows from a
///     log; `run` when the run itself did not end well
/// @param about the conversation, if it is about one
/// @param step of the run, when it was noticed
record Violation(String invariant, Optional<ConversationId> about, int step, String what) {
  @Override
  public String toString() {
    return invariant + ": " + about.map(id -> id + ": ").orElse("") + what;
  }
}
