package frontdesk.simulation;

import frontdesk.store.Journal;
import frontdesk.store.JournalContract;
import frontdesk.store.Records;
import java.time.Duration;
import java.time.Instant;

class MemoryJournalTest implements JournalContract {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final MemoryJournal journal = new MemoryJournal(() -> now);

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Records records() {
    return journal;
  }

  @Override
  public void advance(Duration time) {
    now = now.plus(time);
  }
}
