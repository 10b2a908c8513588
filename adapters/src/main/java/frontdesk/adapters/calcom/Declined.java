package frontdesk.adapters.calcom;

import frontdesk.conversation.Outcome;

/// Ends a call: what was asked for cannot be done, and nothing was.
final class Declined extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Outcome outcome;

  Declined(Outcome outcome) {
    super("declined", null, false, false);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}
