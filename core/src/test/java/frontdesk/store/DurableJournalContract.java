package frontdesk.store;

import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.event;
import static frontdesk.store.JournalContract.noted;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static frontdesk.store.JournalContract.stopped;
import static frontdesk.store.JournalContract.timers;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Effects.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What a journal promises whose content outlives the process.
public interface DurableJournalContract extends JournalContract {

  /// Closes the store and opens it again: `journal()` and `records()` are of the new one.
  void reopen();

  @Test
  default void D01_everything_answered_is_there_after_a_restart() {
    accept(said(ONE, "1", "hello"), said(ONE, "2", "more"), stopped(TWO, "3"));
    var effects =
        new Effects(
            OptionalLong.of(1),
            List.of(),
            List.of(),
            List.of(new Document("ticket", "t1", ONE, new Json("{\"a\":1}"))),
            Optional.empty());
    Log log = journal().append(journal().load(ONE).plus(replied("hi")), effects);
    reopen();

    assertSameAsLoaded(log);
    assertThat(journal().load(TWO).head().epoch()).isEqualTo(1);
    assertThat(accept(said(ONE, "1", "hello"))).containsExactly(new Again(1, true));
    assertThat(records().place(event("2"))).contains(new Records.Place(ONE, 2));
    assertThat(records().answer(ONE, 1)).contains(log.entries().getFirst());
    assertThat(records().document("ticket", "t1")).isPresent();
    assertThat(journal().waiting(10)).containsExactlyInAnyOrder(ONE, TWO);
    journal().append(log.plus(replied("goes on")), consumed(2));
  }

  @Test
  default void what_was_written_reads_the_same_after_a_restart() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().load(ONE);
    for (int i = 0; i < 5; i++) {
      var facts = Collections.nCopies(24, noted("n", "{\"a\":[1.0,\"ก\"]}"));
      log = journal().append(log.plus(facts).plus(replied("turn")), Effects.NONE);
      reopen();
      assertSameAsLoaded(log);
    }
    assertThat(log.snapshot().through()).isEqualTo(100);
    assertThat(log.entries()).hasSize(25);
  }

  @Test
  default void waits_and_timers_survive_a_restart() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().load(ONE);
    journal().append(log, Effects.waitUntil(log.at().plusSeconds(10)));
    Log other = journal().load(TWO);
    journal().append(other, timers(new Timer("remind", other.at().plusSeconds(10))));
    reopen();
    assertThat(journal().waiting(10)).isEmpty();
    advance(Duration.ofSeconds(11));
    assertThat(journal().waiting(10)).containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  default void an_erased_conversation_stays_erased() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().load(ONE);
    journal().erase(ONE);
    reopen();
    assertThat(records().head(ONE)).isEmpty();
    assertThat(accept(said(ONE, "1", "hello"))).containsExactly(new Again(1, true));
    assertFenced(log.plus(noted("a", "1")), Effects.NONE, Fenced.Why.STALE);
  }
}
