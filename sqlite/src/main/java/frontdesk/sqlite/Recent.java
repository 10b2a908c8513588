package frontdesk.sqlite;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Log;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The logs that were used last, so that a conversation that goes on is not parsed again for each
/// turn, which would be most of what a turn costs. Only a log of exactly the stored version is
/// taken from here: entries of one version never differ, as this process alone writes the file.
final class Recent {
  private static final int LOGS_MAX = 256;

  private final Map<ConversationId, Log> logs = new LinkedHashMap<>(16, 0.75f, true);

  synchronized Optional<Log> get(ConversationId id, long version) {
    return Optional.ofNullable(logs.get(id)).filter(log -> log.head().version() == version);
  }

  synchronized void put(Log log) {
    logs.put(log.head().id(), log);
    if (logs.size() > LOGS_MAX) logs.remove(logs.keySet().iterator().next());
  }

  synchronized void remove(ConversationId id) {
    logs.remove(id);
  }
}
