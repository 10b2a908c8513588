package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.EventId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.Threads.Signal;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Acceptance.Full;
import frontdesk.store.Records;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives each waiting request its reply, from the log: what is waited for is durable, so it does
/// not matter who waits, how often, or whether the server was restarted in between.
public final class Feed implements Listener {
  /// How often to look although nobody called: another process may have answered.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Records records;
  private final Threads threads;
  private final Map<ConversationId, Set<Waiting>> waiting = new HashMap<>();

  public Feed(Records records, Threads threads) {
    this.records = records;
    this.threads = threads;
  }

  /// Somebody who is about to hand this event in, and will wait for the answer.
  public Waiting expect(InboundEvent event) {
    var expecting = new Waiting(event);
    synchronized (this) {
      waiting.computeIfAbsent(event.conversation(), _ -> new LinkedHashSet<>()).add(expecting);
    }
    return expecting;
  }

  @Override
  public void committed(ConversationId conversation, List<Logged> entries) {
    for (Logged logged : entries) {
      if (logged.entry().closesTurn()) {
        for (Waiting one : waitingFor(conversation)) one.closed(logged);
      }
    }
  }

  private synchronized List<Waiting> waitingFor(ConversationId id) {
    return List.copyOf(waiting.getOrDefault(id, Set.of()));
  }

  private synchronized void remove(Waiting gone) {
    waiting.computeIfPresent(
        gone.event.conversation(),
        (_, all) -> {
          all.remove(gone);
          return all.isEmpty() ? null : all;
        });
  }

  private static List<EventId> answered(Entry closing) {
    return switch (closing) {
      case Replied(_, _, var answers) -> answers;
      case Asked(_, _, _, var answers) -> answers;
      default -> List.of();
    };
  }

  /// Sees how the turns of a conversation end from the moment it was made on: so an answer that is
  /// given in this process need not be read.
  public final class Waiting implements AutoCloseable {
    private final InboundEvent event;
    private final Signal signal = threads.signal();
    private volatile Optional<Logged> seen = Optional.empty();

    private Waiting(InboundEvent event) {
      this.event = event;
    }

    /// The entry that closed the turn which answered the event, once it was accepted; empty when
    /// there is none until the deadline.
    public Optional<Logged> answer(Acceptance acceptance, Deadline deadline) {
      return switch (acceptance) {
        case Accepted(var seq) -> answer(seq, deadline);
        case Again(var seq, _) -> read(seq).or(() -> answer(seq, deadline));
        case Full _ -> Optional.empty();
      };
    }

    @Override
    public void close() {
      remove(this);
    }

    private Optional<Logged> answer(long inboxSeq, Deadline deadline) {
      Optional<Logged> answer = seen;
      while (answer.isEmpty() && !deadline.passed(threads)) {
        signal.await(deadline.earlier(Deadline.in(LOOK_EVERY, threads)));
        answer = seen.or(() -> read(inboxSeq));
      }
      return answer;
    }

    private Optional<Logged> read(long inboxSeq) {
      return records.answer(event.conversation(), inboxSeq);
    }

    private void closed(Logged by) {
      if (answered(by.entry()).contains(event.id())) seen = Optional.of(by);
      signal.raise();
    }
  }
}
