package frontdesk.simulation;

import frontdesk.store.Journal;
import frontdesk.store.JournalContract;
import frontdesk.store.Outbox;
import frontdesk.store.OutboxContract;
import frontdesk.store.Records;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;

class MemoryJournalTest {

  @Nested
  class KeepingObjects extends InMemory {
    KeepingObjects() {
      super(false);
    }
  }

  @Nested
  class KeepingTheFormat extends InMemory {
    KeepingTheFormat() {
      super(true);
    }
  }

  abstract static class InMemory implements JournalContract, OutboxContract {
    private final MemoryJournal journal;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    InMemory(boolean throughFormat) {
      journal = new MemoryJournal(() -> now, Steps.NONE, throughFormat);
    }

    @Override
    public Journal journal() {
      return journal;
    }

    @Override
    public Records records() {
      return journal;
    }

    @Override
    public Outbox outbox() {
      return journal;
    }

    @Override
    public void advance(Duration time) {
      now = now.plus(time);
    }
  }
}
