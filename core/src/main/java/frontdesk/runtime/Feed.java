package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import frontdesk.store.Records;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives each waiting request its reply, read from the log: what is waited for is durable, so it
/// does not matter who waits, how often, or whether the server was restarted in between.
public final class Feed implements Listener {
  /// How often to look although nobody called: another process may have answered.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Records records;
  private final Threads threads;
  private final Map<ConversationId, Set<Signal>> waiting = new HashMap<>();

  public Feed(Records records, Threads threads) {
    this.records = records;
    this.threads = threads;
  }

  /// The entry that closed the turn which answered the event at this place of the inbox; empty
  /// when there is none until the deadline.
  public Optional<Logged> await(ConversationId id, long inboxSeq, Deadline deadline) {
    Signal signal = threads.signal();
    add(id, signal);
    try {
      while (true) {
        Optional<Logged> answer = records.answer(id, inboxSeq);
        if (answer.isPresent() || deadline.passed(threads)) return answer;
        signal.await(deadline.earlier(Deadline.in(LOOK_EVERY, threads)));
      }
    } finally {
      remove(id, signal);
    }
  }

  @Override
  public void committed(ConversationId conversation, List<Logged> entries) {
    if (entries.stream().map(Logged::entry).noneMatch(Entry::closesTurn)) return;
    for (Signal signal : waitingFor(conversation)) signal.raise();
  }

  private synchronized List<Signal> waitingFor(ConversationId id) {
    return List.copyOf(waiting.getOrDefault(id, Set.of()));
  }

  private synchronized void add(ConversationId id, Signal signal) {
    waiting.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(signal);
  }

  private synchronized void remove(ConversationId id, Signal signal) {
    waiting.computeIfPresent(
        id,
        (_, signals) -> {
          signals.remove(signal);
          return signals.isEmpty() ? null : signals;
        });
  }
}
