package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.simulation.Trace;
import frontdesk.simulation.Trace.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which lines of a trace are about one conversation: those that name it, and those of threads that
/// name no other, or name none but were started by such a thread. What every run is full of, such
/// as scans, is about none.
final class Concern {
  private static final Set<String> EVERYWHERE =
      Set.of("await", "raise", "read answer", "done read answer");

  private final ConversationId id;
  private final Trace trace;
  private final Map<String, Set<ConversationId>> named = new HashMap<>();
  private final Map<String, Boolean> threads = new HashMap<>();

  Concern(ConversationId id, List<ConversationId> all, Trace trace) {
    this.id = id;
    this.trace = trace;
    for (Line line : trace.lines()) {
      Set<ConversationId> names = named.computeIfAbsent(line.who(), _ -> new HashSet<>());
      for (ConversationId other : all) if (isNamed(other, line)) names.add(other);
    }
  }

  /// What happens to a node may concern each conversation.
  boolean covers(Line line) {
    if (line.aboutNode() || isNamed(id, line)) return true;
    return !EVERYWHERE.contains(line.what()) && covers(line.who());
  }

  private boolean covers(String thread) {
    Boolean known = threads.get(thread);
    if (known != null) return known;
    Set<ConversationId> names = named.getOrDefault(thread, Set.of());
    boolean namesNone = names.isEmpty() || thread.endsWith("/scan");
    boolean covers =
        namesNone
            ? trace.parent(thread).filter(this::covers).isPresent()
            : names.equals(Set.of(id));
    threads.put(thread, covers);
    return covers;
  }

  private static boolean isNamed(ConversationId id, Line line) {
    return line.what().contains(id.value()) || line.who().contains(id.value());
  }
}
