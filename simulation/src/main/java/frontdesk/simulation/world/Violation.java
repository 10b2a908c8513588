package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import java.util.Optional;

/// An invariant that did not hold in a run.
///
/// @param invariant `I1` … `I11` of the whole product; `G4` … `G10`, its guarantees; `D07`, `M13`,
///     faults; `timers`, `documents`, what follows from a log; `run`, that it did not end well
/// @param about the conversation, if it is about one
/// @param step of the run, when it was noticed
record Violation(String invariant, Optional<ConversationId> about, int step, String what) {
  @Override
  public String toString() {
    return invariant + ": " + about.map(id -> id + ": ").orElse("") + what;
  }
}
