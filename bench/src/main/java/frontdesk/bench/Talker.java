package frontdesk.bench;

import frontdesk.bench.RestTalks.NotAnswered;
import frontdesk.bench.peers.Talks;
import frontdesk.engine.Threads;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A customer, who begins a new conversation after ten turns of one. A conversation that was begun
/// goes on in the next run.
final class Talker {
  private final Work work;
  private final Threads threads;
  private final AtomicLong numbers;
  private String id = "";
  private long conversation;
  private int turn = Work.TURNS_PER_CONVERSATION;

  /// @param numbers gives each conversation one
  Talker(Work work, Threads threads, AtomicLong numbers) {
    this.work = work;
    this.threads = threads;
    this.numbers = numbers;
  }

  /// Takes a turn, in a new conversation where it is time for one.
  Told say(Talks with, long began) {
    Optional<String> failure = open(with);
    int now = turn;
    if (failure.isEmpty()) {
      turn++;
      failure = failure(with, now);
    }
    return new Told(conversation, now, began, threads.nanos(), failure);
  }

  /// Opens the conversation of the next turn, where that is a new one; why it could not.
  Optional<String> open(Talks with) {
    if (turn < Work.TURNS_PER_CONVERSATION) return Optional.empty();
    try {
      id = with.open();
      conversation = numbers.getAndIncrement();
      turn = 0;
      return Optional.empty();
    } catch (NotAnswered e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> failure(Talks with, int now) {
    try {
      String answer = with.say(id, work.says(conversation, now));
      boolean right = work.accepts(conversation, now, answer);
      return right ? Optional.empty() : Optional.of("a wrong answer: " + answer);
    } catch (NotAnswered e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
