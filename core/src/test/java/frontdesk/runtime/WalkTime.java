package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Deadline;
import frontdesk.engine.Engine;
import frontdesk.engine.Threads;
import frontdesk.engine.TurnHandler;
import java.time.Duration;
import java.time.Instant;

/// One thread, and time that only its user moves; an engine that leaves it to them who runs.
final class WalkTime implements Threads, Engine {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  Instant now() {
    return now;
  }

  void reaches(Instant moment) {
    if (now.isBefore(moment)) now = moment;
  }

  @Override
  public void start(String name, Runnable body) {
    body.run();
  }

  @Override
  public void sleep(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Signal signal() {
    return new Signal() {
      @Override
      public void raise() {}

      @Override
      public boolean await(Deadline deadline) {
        return true;
      }
    };
  }

  @Override
  public long nanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public void start(TurnHandler handler) {}

  @Override
  public void wake(ConversationId id) {}

  @Override
  public boolean drain(Duration grace) {
    return true;
  }

  @Override
  public void close() {}
}
