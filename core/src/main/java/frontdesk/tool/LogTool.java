package frontdesk.tool;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import java.util.List;

/// A tool of our own whose whole effect is entries of the log, such as noting facts: a pure
/// function, so it needs no intent, no recovery and no thread.
public interface LogTool {
  ToolSpec spec();

  /// What calling it adds: a `Returned` for the call, and whatever follows from it. `arguments` is
  /// an object; whether its values fit is for the tool to say.
  List<Entry> call(Log log, Call call, Json arguments);
}
