package frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Made;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Effects.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every journal promises, and the records beside it. An implementation's test implements this
/// with a store that is empty at the start of each test.
public interface JournalContract {
  ConversationId ONE = new ConversationId("rest:shop:one");
  ConversationId TWO = new ConversationId("rest:shop:two");

  /// The store under test, the same throughout a test.
  Journal journal();

  /// Reading from the same store.
  Records records();

  /// Lets the store's time pass.
  void advance(Duration time);

  // ---- accept

  @Test
  default void an_accepted_event_is_open_until_a_turn_consumes_it() {
    accept(said(ONE, "1", "hello"), said(ONE, "2", "there"));
    assertThat(texts(journal().load(ONE).open())).containsExactly("hello", "there");
    assertThat(records().open(ONE)).isEqualTo(journal().load(ONE).open());
    assertThat(records().head(ONE).orElseThrow().inboxSeq()).isEqualTo(2);

    journal().append(journal().load(ONE).plus(replied("hi")), consumed(1));
    assertThat(texts(journal().load(ONE).open())).containsExactly("there");
    assertThat(journal().load(ONE).head().consumedThrough()).isEqualTo(1);
  }

  @Test
  default void events_of_one_batch_get_their_places_in_their_own_conversations() {
    assertThat(accept(said(ONE, "1", "a"), said(TWO, "2", "b"), said(ONE, "3", "c")))
        .containsExactly(new Accepted(1), new Accepted(1), new Accepted(2));
  }

  @Test
  default void an_event_that_comes_again_is_not_taken_again() {
    accept(said(ONE, "1", "hello"));
    assertThat(accept(said(ONE, "1", "hello"))).containsExactly(new Again(1, true));
    assertThat(accept(said(ONE, "1", "other"))).containsExactly(new Again(1, false));
    assertThat(accept(said(TWO, "1", "hello"))).containsExactly(new Again(1, false));
    assertThat(journal().load(ONE).open()).hasSize(1);
    assertThat(records().head(TWO)).isEmpty();
  }

  @Test
  default void an_event_that_comes_twice_in_one_batch_is_taken_once() {
    assertThat(accept(said(ONE, "1", "hello"), said(ONE, "1", "hello")))
        .containsExactly(new Accepted(1), new Again(1, true));
  }

  @Test
  default void the_id_of_an_event_outlives_the_event() {
    accept(said(ONE, "1", "hello"));
    journal().append(journal().load(ONE).plus(replied("hi")), consumed(1));
    assertThat(accept(said(ONE, "1", "hello"))).containsExactly(new Again(1, true));
    assertThat(records().place(event("1"))).contains(new Records.Place(ONE, 1));
    assertThat(records().place(event("2"))).isEmpty();
  }

  @Test
  default void what_a_message_is_sent_with_does_not_change_whether_it_says_the_same() {
    var opened = new Inbound.Opened("support", Map.of("a", "1", "b", "2", "c", "3"));
    var event = new InboundEvent(event("1"), ONE, visitor(), Optional.empty(), opened);
    var later =
        new InboundEvent(
            event("1"), ONE, visitor(), Optional.of(Instant.EPOCH.plusSeconds(9)), opened);
    var other =
        new InboundEvent(event("1"), ONE, new Principal.Visitor("x"), Optional.empty(), opened);
    accept(event);
    assertThat(accept(later)).containsExactly(new Again(1, true));
    assertThat(accept(other)).containsExactly(new Again(1, false));
  }

  @Test
  default void W20_a_full_inbox_says_so_but_still_takes_what_is_not_a_customers() {
    for (int i = 0; i < Fences.OPEN_MAX; i += Journal.ACCEPT_MAX) {
      int first = i;
      journal()
          .accept(
              IntStream.range(0, Journal.ACCEPT_MAX)
                  .mapToObj(n -> said(ONE, "m" + (first + n), "hello"))
                  .toList());
    }
    assertThat(accept(said(ONE, "one more", "hello"))).containsExactly(Fences.FULL);
    assertThat(accept(said(ONE, "m7", "hello"))).containsExactly(new Again(8, true));
    assertThat(accept(stopped(ONE, "stop"))).containsExactly(new Accepted(201));
    assertThat(accept(said(TWO, "other", "hello"))).containsExactly(new Accepted(1));

    journal().append(journal().load(ONE).plus(replied("hi")), consumed(1));
    assertThat(accept(said(ONE, "one more", "hello"))).containsExactly(new Accepted(202));
    assertThat(accept(said(ONE, "and more", "hello"))).containsExactly(Fences.FULL);
  }

  @Test
  default void a_batch_that_is_too_large_is_refused_whole() {
    List<InboundEvent> events =
        IntStream.rangeClosed(0, Journal.ACCEPT_MAX).mapToObj(n -> said(ONE, "" + n, "x")).toList();
    assertThatThrownBy(() -> journal().accept(events)).hasMessageContaining("50");
    assertThat(records().head(ONE)).isEmpty();
  }

  @Test
  default void accepting_never_changes_the_version_so_a_running_turn_goes_on() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().load(ONE);
    accept(said(ONE, "2", "more"), stopped(ONE, "3"));
    Log after = journal().append(log.plus(new Closed("x")), Effects.NONE);
    assertThat(after.head().version()).isEqualTo(1);
  }

  @Test
  default void O07_fifty_events_at_once_get_fifty_places_without_a_gap() {
    List<List<Acceptance>> results =
        atOnce(
            IntStream.range(0, 50)
                .<Callable<List<Acceptance>>>mapToObj(
                    n -> () -> journal().accept(List.of(said(ONE, "e" + n, "text " + n))))
                .toList());
    List<Arrived> open = journal().load(ONE).open();
    assertThat(open.stream().map(Arrived::seq))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    for (int n = 0; n < 50; n++) {
      var accepted = (Accepted) results.get(n).getFirst();
      assertThat(open.get((int) accepted.seq() - 1).event().id()).isEqualTo(event("e" + n));
    }
  }

  @Test
  default void W08_the_same_event_many_times_at_once_is_taken_once() {
    List<List<Acceptance>> results =
        atOnce(
            IntStream.range(0, 100)
                .<Callable<List<Acceptance>>>mapToObj(
                    n -> () -> journal().accept(List.of(said(ONE, "1", "hello"))))
                .toList());
    assertThat(results.stream().map(List::getFirst).filter(Accepted.class::isInstance)).hasSize(1);
    assertThat(results.stream().map(List::getFirst).filter(new Again(1, true)::equals)).hasSize(99);
  }

  // ---- load and append

  @Test
  default void a_conversation_that_does_not_exist_is_an_empty_log() {
    Log log = journal().load(ONE);
    assertThat(log.head().version()).isZero();
    assertThat(log.timeline()).isEmpty();
    assertThat(log.open()).isEmpty();
    assertThat(records().head(ONE)).isEmpty();
    assertThat(records().conversations(10)).isEmpty();
  }

  @Test
  default void entries_are_numbered_from_one_and_carry_the_stores_time() {
    Instant start = journal().load(ONE).at();
    Log log = journal().append(journal().load(ONE).plus(noted("a", "1")), Effects.NONE);
    advance(Duration.ofSeconds(5));
    log = journal().append(log.plus(List.of(noted("b", "2"), noted("c", "3"))), Effects.NONE);

    assertThat(log.entries()).extracting(Logged::seq).containsExactly(1L, 2L, 3L);
    assertThat(log.entries().get(0).at()).isBetween(start, start.plusSeconds(4));
    assertThat(log.entries().get(1).at()).isBetween(start.plusSeconds(5), start.plusSeconds(9));
    assertThat(log.at()).isEqualTo(log.entries().getLast().at());
    assertThat(log.head().version()).isEqualTo(2);
    assertThat(log.unsaved()).isEmpty();
    assertSameAsLoaded(log);
    assertThat(records().entries(ONE, 1, 1)).containsExactly(log.entries().get(1));
    assertThat(records().entries(ONE, 3, 10)).isEmpty();
  }

  @Test
  default void every_part_of_an_entry_comes_back_as_it_was() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().load(ONE);
    var call = new Call(new CallId("c1"), "look", "{not json");
    List<Entry> entries =
        List.of(
            new Received(log.open(), "support", "1", 0, "th", "Asia/Bangkok"),
            new ModelSaid("let me see", List.of(call), Ending.CUT, Made.UNKNOWN),
            new Entry.Returned(call.id(), 0, new Outcome.Done(new Json("{\"points\":120}"))),
            replied("120"));
    assertSameAsLoaded(journal().append(log.plus(entries), consumed(1)));
    assertThat(records().entries(ONE, 0, 10)).extracting(Logged::entry).isEqualTo(entries);
  }

  @Test
  default void O09_a_stale_worker_cannot_write() {
    accept(said(ONE, "1", "hello"));
    Log mine = journal().load(ONE);
    Log theirs = journal().load(ONE);
    journal().append(theirs.plus(replied("theirs")), consumed(1));
    var documents = List.of(new Document("ticket", "t1", ONE, Json.EMPTY));
    var effects =
        new Effects(OptionalLong.of(1), List.of(), List.of(), documents, Optional.empty());
    assertFenced(mine.plus(new Closed("mine")), effects, Fenced.Why.STALE);
    assertThat(records().entries(ONE, 0, 10)).hasSize(1);
    assertThat(records().document("ticket", "t1")).isEmpty();
  }

  @Test
  default void of_two_workers_that_append_at_once_one_is_fenced() {
    for (int round = 0; round < 20; round++) {
      Log log = journal().load(ONE);
      List<Boolean> won =
          atOnce(
              IntStream.range(0, 2)
                  .<Callable<Boolean>>mapToObj(n -> () -> appends(log.plus(noted("n", "" + n))))
                  .toList());
      assertThat(won).containsExactlyInAnyOrder(true, false);
    }
    assertThat(records().entries(ONE, 0, 100)).hasSize(20);
  }

  @Test
  default void a_stop_keeps_a_running_turn_from_showing_anything_but_not_from_closing() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().append(journal().load(ONE).plus(noted("a", "1")), Effects.NONE);
    accept(stopped(ONE, "2"));
    assertFenced(log.plus(replied("shown")), consumed(1), Fenced.Why.SUPERSEDED);

    Log kept = journal().append(log.plus(noted("b", "2")), Effects.NONE);
    assertThat(kept.head().epoch()).isZero();
    assertFenced(kept.plus(replied("shown")), consumed(1), Fenced.Why.SUPERSEDED);
    journal().append(kept.plus(new Closed("stopped")), Effects.NONE);

    Log again = journal().load(ONE);
    assertThat(again.head().epoch()).isEqualTo(1);
    journal().append(again.plus(replied("shown")), consumed(2));
  }

  @Test
  default void a_worker_that_is_both_late_and_stopped_hears_that_it_is_late() {
    Log log = journal().load(ONE);
    journal().append(log.plus(noted("a", "1")), Effects.NONE);
    accept(stopped(ONE, "1"));
    assertFenced(log.plus(replied("shown")), Effects.NONE, Fenced.Why.STALE);
  }

  @Test
  default void an_append_of_nothing_writes_nothing() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().load(ONE);
    assertThat(journal().append(log, Effects.NONE)).isEqualTo(log);
    assertThat(records().head(ONE).orElseThrow().version()).isZero();
  }

  @Test
  default void an_append_beyond_its_limits_is_refused_whole() {
    Log log = journal().load(ONE);
    var many = IntStream.rangeClosed(0, Journal.APPEND_MAX).mapToObj(n -> noted("n", "1")).toList();
    assertThatThrownBy(() -> journal().append(log.plus(many), Effects.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    String tooLong = "ก".repeat(Journal.ENTRY_BYTES_MAX / 3);
    assertThatThrownBy(() -> journal().append(log.plus(replied(tooLong)), Effects.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    String large = "x".repeat(200 * 1024);
    var allLarge = IntStream.range(0, 16).mapToObj(n -> replied(large)).toList();
    assertThatThrownBy(() -> journal().append(log.plus(allLarge), Effects.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(records().entries(ONE, 0, 100)).isEmpty();
    journal().append(log.plus(allLarge.subList(0, 15)), Effects.NONE);
  }

  @Test
  default void an_answer_is_found_by_the_event_it_answers() {
    accept(said(ONE, "1", "a"), said(ONE, "2", "b"), said(ONE, "3", "c"));
    assertThat(records().answer(ONE, 1)).isEmpty();
    Log log = journal().load(ONE);
    log = journal().append(log.plus(List.of(new Closed("x"), replied("both"))), consumed(2));
    assertThat(records().answer(ONE, 3)).isEmpty();
    log = journal().append(log.plus(new Closed("stopped")), Effects.NONE);
    log = journal().append(log.plus(replied("third")), consumed(3));

    assertThat(records().answer(ONE, 1)).contains(log.entries().get(1));
    assertThat(records().answer(ONE, 2)).contains(log.entries().get(1));
    assertThat(records().answer(ONE, 3)).contains(log.entries().get(3));
    assertThat(records().answer(ONE, 4)).isEmpty();
    assertThat(records().answer(TWO, 1)).isEmpty();
  }

  @Test
  default void a_long_log_is_folded_when_a_turn_closes_and_nothing_is_lost() {
    Log log = journal().load(ONE);
    for (int i = 0; i < Snapshot.FOLD_AFTER; i += 20) {
      int first = i;
      log =
          journal()
              .append(
                  log.plus(IntStream.range(0, 20).mapToObj(n -> noted("n", first + "")).toList()),
                  Effects.NONE);
    }
    assertThat(log.snapshot()).isEqualTo(Snapshot.NONE);
    log = journal().append(log.plus(replied("done")), Effects.NONE);
    assertThat(log.entries()).isEmpty();
    assertThat(log.snapshot().through()).isEqualTo(101);
    assertThat(log.snapshot().kept()).hasSize(2);
    assertSameAsLoaded(log);

    log = journal().append(log.plus(replied("more")), Effects.NONE);
    assertThat(log.entries()).extracting(Logged::seq).containsExactly(102L);
    assertSameAsLoaded(log);
    assertThat(records().entries(ONE, 0, 1000)).hasSize(102);
  }

  @Test
  default void documents_are_found_by_kind_and_key_and_replaced() {
    Log log = journal().append(journal().load(ONE), documents(ONE, "{\"state\":\"new\"}"));
    assertThat(records().document("ticket", "t1").orElseThrow().body().text())
        .isEqualTo("{\"state\":\"new\"}");
    journal().append(log, documents(ONE, "{\"state\":\"done\"}"));
    assertThat(records().document("ticket", "t1"))
        .contains(new Document("ticket", "t1", ONE, new Json("{\"state\":\"done\"}")));
    assertThat(records().document("facts", "t1")).isEmpty();
  }

  @Test
  default void conversations_are_listed_the_most_recently_appended_first() {
    for (ConversationId id : List.of(ONE, TWO, ONE)) {
      advance(Duration.ofSeconds(1));
      journal().append(journal().load(id).plus(noted("a", "1")), Effects.NONE);
    }
    assertThat(records().conversations(10)).extracting(h -> h.id()).containsExactly(ONE, TWO);
    assertThat(records().conversations(1)).extracting(h -> h.id()).containsExactly(ONE);
    assertThat(records().conversations(1)).contains(journal().load(ONE).head());
  }

  // ---- waiting

  @Test
  default void a_conversation_with_open_events_waits_for_a_worker() {
    assertThat(journal().waiting(10)).isEmpty();
    accept(said(ONE, "1", "a"));
    advance(Duration.ofSeconds(1));
    accept(said(TWO, "2", "b"));
    assertThat(journal().waiting(10)).containsExactly(ONE, TWO);
    assertThat(journal().waiting(1)).containsExactly(ONE);
    journal().append(journal().load(ONE).plus(replied("hi")), consumed(1));
    assertThat(journal().waiting(10)).containsExactly(TWO);
  }

  @Test
  default void O10_an_event_accepted_during_an_append_is_picked_up() {
    accept(said(ONE, "1", "a"));
    Log log = journal().load(ONE);
    accept(said(ONE, "2", "b"));
    Log after = journal().append(log.plus(replied("hi")), consumed(1));
    assertThat(after.head().hasOpenEvents()).isTrue();
    assertThat(after.open()).isEmpty();
    assertThat(journal().waiting(10)).containsExactly(ONE);
    assertThat(texts(journal().load(ONE).open())).containsExactly("b");
  }

  @Test
  default void a_turn_that_waits_is_not_listed_until_its_moment() {
    accept(said(ONE, "1", "a"));
    Log log = journal().load(ONE);
    log = journal().append(log, Effects.waitUntil(log.at().plusSeconds(10)));
    assertThat(log.head().wakeAt()).isPresent();
    assertSameAsLoaded(log);
    accept(said(ONE, "2", "b"));
    assertThat(journal().waiting(10)).isEmpty();
    advance(Duration.ofSeconds(11));
    assertThat(journal().waiting(10)).containsExactly(ONE);
    log = journal().append(log.plus(noted("a", "1")), Effects.NONE);
    assertThat(log.head().wakeAt()).isEmpty();
  }

  @Test
  default void a_stop_ends_a_wait_even_one_that_begins_after_it() {
    accept(said(ONE, "1", "a"));
    Log log = journal().load(ONE);
    log = journal().append(log, Effects.waitUntil(log.at().plusSeconds(10)));
    accept(stopped(ONE, "2"));
    assertThat(journal().waiting(10)).containsExactly(ONE);

    log = journal().append(log, Effects.waitUntil(log.at().plusSeconds(10)));
    assertThat(log.head().wakeAt()).isEmpty();
    assertThat(journal().waiting(10)).containsExactly(ONE);
  }

  @Test
  default void a_due_timer_becomes_an_event_exactly_once() {
    Log log = journal().load(ONE);
    Instant due = log.at().plusSeconds(60);
    log = journal().append(log, timers(new Timer("remind", due), new Timer("later", due)));
    log = journal().append(log, timers(new Timer("later", due.plusSeconds(600))));
    assertThat(journal().waiting(10)).isEmpty();

    advance(Duration.ofSeconds(61));
    List<List<ConversationId>> listed =
        atOnce(
            IntStream.range(0, 5)
                .<Callable<List<ConversationId>>>mapToObj(n -> () -> journal().waiting(10))
                .toList());
    assertThat(listed).contains(List.of(ONE));
    assertThat(journal().waiting(10)).containsExactly(ONE);
    InboundEvent event = journal().load(ONE).open().getFirst().event();
    assertThat(event.what()).isEqualTo(new Inbound.TimerFired("remind"));
    assertThat(event.sender()).isEqualTo(new Principal.Server());
    assertThat(journal().load(ONE).open()).hasSize(1);
    assertThat(journal().load(ONE).head().version()).isEqualTo(log.head().version());
  }

  @Test
  default void a_timer_that_is_set_again_fires_again() {
    for (int round = 1; round <= 2; round++) {
      Log log = journal().load(ONE);
      journal().append(log, timers(new Timer("remind", log.at().plusSeconds(1))));
      advance(Duration.ofSeconds(2));
      assertThat(journal().waiting(10)).containsExactly(ONE);
      assertThat(journal().load(ONE).open()).hasSize(round);
    }
  }

  // ---- erase

  @Test
  default void an_erased_conversation_is_empty_and_its_event_ids_stay_taken() {
    accept(said(ONE, "1", "hello"), said(ONE, "2", "secret"));
    var effects =
        new Effects(
            OptionalLong.of(1),
            List.of(),
            List.of(new Timer("remind", Instant.EPOCH)),
            List.of(new Document("ticket", "t1", ONE, Json.EMPTY)),
            Optional.empty());
    Log log = journal().append(journal().load(ONE).plus(replied("hi")), effects);
    journal().erase(ONE);

    assertThat(journal().load(ONE).timeline()).isEmpty();
    assertThat(journal().load(ONE).open()).isEmpty();
    assertThat(records().head(ONE)).isEmpty();
    assertThat(records().entries(ONE, 0, 10)).isEmpty();
    assertThat(records().answer(ONE, 1)).isEmpty();
    assertThat(records().document("ticket", "t1")).isEmpty();
    assertThat(records().conversations(10)).isEmpty();
    assertThat(journal().waiting(10)).isEmpty();
    assertThat(accept(said(ONE, "1", "hello"))).containsExactly(new Again(1, true));
    assertFenced(log.plus(noted("a", "1")), Effects.NONE, Fenced.Why.STALE);
  }

  @Test
  default void an_erased_conversation_may_begin_anew() {
    accept(said(ONE, "1", "hello"));
    journal().append(journal().load(ONE).plus(replied("hi")), consumed(1));
    journal().erase(ONE);
    assertThat(accept(said(ONE, "2", "again"))).containsExactly(new Accepted(2));
    Log log = journal().load(ONE);
    assertThat(texts(log.open())).containsExactly("again");
    log = journal().append(log.plus(replied("hi")), consumed(2));
    assertThat(log.entries()).extracting(Logged::seq).containsExactly(1L);
    assertThat(records().answer(ONE, 2)).contains(log.entries().getFirst());
    assertThat(records().head(ONE)).isPresent();
  }

  @Test
  default void erasing_one_conversation_leaves_the_others_alone() {
    accept(said(ONE, "1", "hello"), said(TWO, "2", "hello"));
    journal().erase(ONE);
    journal().erase(new ConversationId("rest:shop:nobody"));
    assertThat(journal().load(TWO).open()).hasSize(1);
    assertThat(journal().waiting(10)).containsExactly(TWO);
  }

  // ---- hostile content

  @Test
  default void W17_T03_any_text_comes_back_exactly_as_it_was() {
    List<String> texts =
        List.of(
            "nul \0 inside",
            "lone \ud800 high, lone \udc00 low, swapped \udc00\ud800, at the end \udbff",
            "👩‍👩‍👧 สวัสดีครับ مرحبا ORD-7 e\u0301 \ufeff bom \u2028 \u202e rtl",
            "back\\slash \\ud800 \"quoted\" </script> \r\n\t\u0001\u007f",
            "x".repeat(64 * 1024),
            "😀".repeat(16 * 1024));
    for (int i = 0; i < texts.size(); i++) accept(said(ONE, "t" + i, texts.get(i)));
    assertThat(texts(journal().load(ONE).open())).isEqualTo(texts);
    List<Entry> entries = texts.stream().<Entry>map(JournalContract::replied).toList();
    Log log = journal().append(journal().load(ONE).plus(entries), consumed(texts.size()));
    assertSameAsLoaded(log);
    assertThat(records().entries(ONE, 0, 10)).extracting(Logged::entry).isEqualTo(entries);
    assertThat(accept(said(ONE, "t1", texts.get(1)))).containsExactly(new Again(2, true));
    assertThat(accept(said(ONE, "t1", texts.get(1).replace('\ud800', '\ud801'))))
        .containsExactly(new Again(2, false));
  }

  @Test
  default void W17_ids_with_any_characters_stay_apart() {
    List<String> ids =
        List.of("a\0b", "a", "a\ud800", "a\ud801", "a\\ud800", "a\\", "A", "ä", "a%");
    for (int i = 0; i < ids.size(); i++) {
      assertThat(accept(said(ONE, ids.get(i), "x"))).containsExactly(new Accepted(i + 1));
    }
    for (int i = 0; i < ids.size(); i++) {
      assertThat(records().place(event(ids.get(i)))).contains(new Records.Place(ONE, i + 1));
    }
  }

  @Test
  default void S14_injected_sql_and_json_is_only_text() {
    String sql = "x'); DROP TABLE conversation; --";
    String json = "\",\"kind\":\"replied\",\"x\":\"";
    var id = new ConversationId("rest:a\"'--;:';DROP/**/TABLE/**/entry;--\\\ud800");
    accept(said(ONE, "kept", "kept"), said(id, sql, json), said(id, json, sql));
    assertThat(texts(journal().load(id).open())).containsExactly(json, sql);
    assertThat(journal().waiting(10)).containsExactlyInAnyOrder(ONE, id);

    var document = new Document(sql, json, id, new Json("{\"a\":\"'; DROP TABLE document; --\"}"));
    var timer = new Timer(sql, journal().load(id).at());
    var effects =
        new Effects(
            OptionalLong.of(2), List.of(), List.of(timer), List.of(document), Optional.empty());
    journal().append(journal().load(id).plus(List.of(noted(json, "\"" + "'" + "\""))), effects);
    assertThat(records().document(sql, json)).contains(document);
    assertThat(records().conversations(10)).extracting(h -> h.id()).contains(id);
    assertThat(records().entries(id, 0, 10).getFirst().entry()).isEqualTo(noted(json, "\"'\""));
    advance(Duration.ofSeconds(1));
    assertThat(journal().waiting(10)).containsExactlyInAnyOrder(ONE, id);
    assertThat(journal().load(id).open().getFirst().event().what())
        .isEqualTo(new Inbound.TimerFired(sql));
    assertThat(texts(journal().load(ONE).open())).containsExactly("kept");
  }

  // ---- the words of these tests

  default List<Acceptance> accept(InboundEvent... events) {
    return journal().accept(List.of(events));
  }

  default boolean appends(Log log) {
    try {
      journal().append(log, Effects.NONE);
      return true;
    } catch (Fenced fenced) {
      assertThat(fenced.why()).isEqualTo(Fenced.Why.STALE);
      return false;
    }
  }

  default void assertFenced(Log log, Effects effects, Fenced.Why why) {
    assertThatThrownBy(() -> journal().append(log, effects))
        .isInstanceOfSatisfying(Fenced.class, fenced -> assertThat(fenced.why()).isEqualTo(why));
  }

  default void assertSameAsLoaded(Log log) {
    Log loaded = journal().load(log.head().id());
    assertThat(
            new Log(
                loaded.head(),
                loaded.snapshot(),
                loaded.entries(),
                List.of(),
                loaded.open(),
                log.at()))
        .isEqualTo(log);
  }

  static InboundEvent said(ConversationId id, String event, String text) {
    var at = Instant.parse("2026-01-02T03:04:05.006007008Z");
    return new InboundEvent(event(event), id, visitor(), Optional.of(at), new Inbound.Said(text));
  }

  static InboundEvent stopped(ConversationId id, String event) {
    return InboundEvent.untimed(event(event), id, visitor(), new Inbound.Stopped());
  }

  static EventId event(String name) {
    return new EventId("rest:shop:" + name);
  }

  static Principal visitor() {
    return new Principal.Visitor("v");
  }

  static Entry noted(String name, String json) {
    return new Noted(name, new Json(json));
  }

  static Entry replied(String text) {
    return new Replied(text, Entry.Voice.AGENT, List.of());
  }

  static Effects consumed(long through) {
    return new Effects(OptionalLong.of(through), List.of(), List.of(), List.of(), Optional.empty());
  }

  static Effects timers(Timer... timers) {
    return new Effects(
        OptionalLong.empty(), List.of(), List.of(timers), List.of(), Optional.empty());
  }

  static Effects documents(ConversationId id, String body) {
    var document = new Document("ticket", "t1", id, new Json(body));
    return new Effects(
        OptionalLong.empty(), List.of(), List.of(), List.of(document), Optional.empty());
  }

  static List<String> texts(List<Arrived> open) {
    return open.stream().map(a -> ((Inbound.Said) a.event().what()).text()).toList();
  }

  /// Runs all of them at the same time, each on a thread of its own; results in their order.
  static <T> List<T> atOnce(List<Callable<T>> work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> done : threads.invokeAll(work)) results.add(done.get());
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
