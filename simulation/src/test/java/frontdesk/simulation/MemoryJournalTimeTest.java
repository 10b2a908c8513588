package frontdesk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryJournalTimeTest {
  private static final ConversationId ONE = new ConversationId("rest:shop:one");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final List<Instant> clock = new ArrayList<>(List.of(NOON));
  private final MemoryJournal journal = new MemoryJournal(clock::getLast);

  @Test
  void C01_the_stores_time_never_goes_back_whatever_its_clock_does() {
    says("1");
    clock.add(NOON.minus(Duration.ofHours(1)));
    says("2");
    assertThat(journal.load(ONE).open()).extracting(Arrived::at).containsExactly(NOON, NOON);
    assertThat(journal.load(ONE).at()).isEqualTo(NOON);
  }

  private void says(String id) {
    var said = new Inbound.Said("Hello");
    var event = new EventId("rest:shop:" + id);
    journal.accept(List.of(InboundEvent.untimed(event, ONE, new Principal.Visitor("one"), said)));
  }
}
