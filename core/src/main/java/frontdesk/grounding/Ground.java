package frontdesk.grounding;

import frontdesk.conversation.Entry.Source;
import frontdesk.dates.Reason;
import java.util.Optional;

/// What an argument stands on.
public sealed interface Ground {
  /// It was said there.
  record Said(Source source) implements Ground {}

  /// Nobody said it, and no tool returned it.
  ///
  /// @param ambiguous why what was said may mean it, and may mean something else
  record Unsaid(Optional<Reason> ambiguous) implements Ground {}
}
