package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.TWO;
import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.BodyCodec;
import frontdesk.store.Document;
import frontdesk.store.Effects;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What stands in the files, and for how long.
class StoredContentTest extends JournalInDirectory {

  @Test
  void P01_nothing_of_an_erased_conversation_is_left_in_any_file() throws IOException {
    String canary = "canary-7f3a";
    accept(
        said(ONE, "1", canary), said(ONE, "2", canary.repeat(2000)), said(TWO, "3", "kept-8b1c"));
    var document = new Document("ticket", "t1", ONE, new Json("\"" + canary + "\""));
    var timers = List.of(new Effects.Timer(canary, Instant.MAX));
    var effects =
        new Effects(OptionalLong.of(1), List.of(), timers, List.of(document), Optional.empty());
    folded(journal.append(journal.load(ONE).plus(replied(canary)), effects), canary);
    assertThat(everyByte()).contains(canary);
    journal.erase(ONE);
    assertThat(everyByte()).doesNotContain(canary).contains("kept-8b1c");
  }

  @Test
  void P03_ids_of_answered_events_are_forgotten_after_their_time() {
    accept(said(ONE, "answered", "x"), said(ONE, "open", "x"));
    journal.append(journal.load(ONE).plus(replied("hi")), consumed(1));
    advance(Duration.ofDays(30).minusMinutes(1));
    assertThat(journal.purge()).isZero();
    advance(Duration.ofDays(1));
    accept(said(ONE, "new", "x"));
    assertThat(journal.waiting(10)).containsExactly(ONE);
    assertThat(journal.purge()).isZero();
    assertThat(accept(said(ONE, "answered", "x"), said(ONE, "open", "x")))
        .containsExactly(new Accepted(4), new Acceptance.Again(2, true));
  }

  @Test
  void every_body_passes_the_codec() throws IOException {
    journal.close();
    BodyCodec reversing =
        new BodyCodec() {
          @Override
          public String seal(ConversationId id, String plain) {
            return id + "|" + new StringBuilder(plain).reverse();
          }

          @Override
          public String open(ConversationId id, String sealed) {
            assertThat(sealed).startsWith(id + "|");
            return new StringBuilder(sealed.substring(id.value().length() + 1))
                .reverse()
                .toString();
          }
        };
    var plain = setting();
    journal =
        SqliteJournal.open(
            directory,
            new SqliteJournal.Setting(
                "serve",
                plain.wall(),
                plain.nanos(),
                plain.platform(),
                reversing,
                plain.idsKept()));
    accept(said(ONE, "1", "canary"), said(ONE, "2", "canary"));
    Log log = journal.append(journal.load(ONE).plus(replied("canary")), consumed(1));
    assertThat(journal.load(ONE)).isEqualTo(log);
    assertThat(everyByte()).doesNotContain("canary").contains("yranac");
  }
}
