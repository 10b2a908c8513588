package frontdesk.tool;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import java.util.Optional;

/// A tool that acts only after the customer approved exactly what it will do.
///
/// Its act checks the facts that were bound in the preview ({@link ToolContext#bound}) once more
/// before its request, and answers `Refused` when one of them has changed.
public interface WriteTool extends Tool {

  /// What the customer is to approve, in plain text; asks the provider where it has to, and changes
  /// nothing.
  Previewing preview(ToolContext context, Json arguments);

  /// What it sets aside at the provider while the customer decides. Its act is told what came of
  /// that ({@link ToolContext#held}).
  default Optional<Hold> hold() {
    return Optional.empty();
  }

  /// What came of making a preview.
  sealed interface Previewing {

    /// What to approve.
    ///
    /// @param text everything that matters: what, when, for whom, at which price
    /// @param bound facts that the approval holds for, as JSON
    record Preview(String text, Json bound) implements Previewing {}

    /// There is nothing to approve: the act would not work.
    record Not(Outcome why) implements Previewing {}
  }
}
