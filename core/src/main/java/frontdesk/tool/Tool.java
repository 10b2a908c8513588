package frontdesk.tool;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;

/// Something an agent can do outside the conversation: look something up, or act.
///
/// A tool that acts asks {@link ToolContext#maySend} just before its request is written, and
/// answers `NotSent` when it may not. It answers `Unknown` whenever the request may have had its
/// effect and the answer does not say. `Failed` and `Refused` mean that nothing happened.
public interface Tool {
  ToolSpec spec();

  /// `arguments` fit the spec's schema.
  Outcome call(ToolContext context, Json arguments);
}
