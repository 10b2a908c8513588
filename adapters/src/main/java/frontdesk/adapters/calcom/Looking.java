package frontdesk.adapters.calcom;

import frontdesk.conversation.Outcome;
import java.util.function.Supplier;

/// What came of a look.
final class Looking {
  private Looking() {}

  static Outcome outcome(Supplier<Outcome> look) {
    try {
      return look.get();
    } catch (Declined e) {
      return e.outcome();
    } catch (CalComException e) {
      return e.failed();
    }
  }
}
