package frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Head;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Owner;
import frontdesk.conversation.Principal;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Effects.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The rules of heads and appends, as pure functions.
class FencesTest {
  private static final ConversationId ONE = new ConversationId("line:shop:one");
  private static final Principal WHO = new Principal.Visitor("one");
  private static final CallId CALL = new CallId("1.0");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Entry ANSWER = new Replied("Hi", Voice.AGENT, List.of());

  @Test
  void H01_nothing_that_shows_or_costs_is_appended_in_an_older_epoch() {
    for (Entry entry : List.of(previewed(), intended(), asked(), ANSWER)) {
      assertThat(fenced(entry, Effects.NONE)).as("%s", entry).isEqualTo(Fenced.Why.SUPERSEDED);
    }
    Effects leaving = Effects.NONE.with(List.of(new Outbound("Hi", Optional.empty(), LIMIT)));
    assertThat(fenced(new Closed("x"), leaving)).isEqualTo(Fenced.Why.SUPERSEDED);
  }

  @Test
  void what_is_true_whoever_owns_the_conversation_is_appended_all_the_same() {
    for (Entry entry :
        List.of(
            new Returned(CALL, 1, new Outcome.Done(Json.EMPTY)),
            new Escalated(CALL, "no answer"),
            new Interrupted("killed"),
            new Closed("superseded"))) {
      Log log = loaded(Head.fresh(ONE)).plus(entry);
      assertThat(Fences.append(stopped(), log, Effects.NONE, NOW).entries()).hasSize(1);
    }
  }

  @Test
  void an_erasure_fences_who_loaded_before_by_version_and_by_epoch() {
    Head erased = Fences.erase(Head.fresh(ONE));
    assertThat(erased.version()).isEqualTo(1);
    assertThat(erased.epoch()).isEqualTo(1);
  }

  @Test
  void a_message_belongs_to_the_entry_that_ends_its_turn() {
    Log log = loaded(Head.fresh(ONE)).plus(new Interrupted("killed")).plus(ANSWER);
    Effects leaving = Effects.NONE.with(List.of(new Outbound("Hi", Optional.empty(), LIMIT)));
    var rows = Fences.append(Head.fresh(ONE), log, leaving, NOW).rows();
    assertThat(rows).extracting(OutboxRow::entry).containsExactly(2L);
  }

  @Test
  void an_erased_conversation_is_the_agents_and_waits_for_nothing() {
    Head taken = Fences.accept(Head.fresh(ONE), new Inbound.TakenOver(), 0).orElseThrow();
    Effects waits = Effects.waitUntil(NOW.plusSeconds(60));
    Log log = loaded(Head.fresh(ONE)).plus(new Interrupted("killed"));
    Head waiting = Fences.append(Head.fresh(ONE), log, waits, NOW).head();
    assertThat(Fences.erase(taken).owner()).isEqualTo(Owner.AGENT);
    assertThat(waiting.wakeAt()).isPresent();
    assertThat(Fences.erase(waiting).wakeAt()).isEmpty();
  }

  @Test
  void W20_a_full_inbox_says_when_to_come_again_and_takes_a_stop() {
    Inbound said = new Inbound.Said("Hi");
    assertThat(Fences.accept(Head.fresh(ONE), said, Fences.OPEN_MAX - 1)).isPresent();
    assertThat(Fences.accept(Head.fresh(ONE), said, Fences.OPEN_MAX)).isEmpty();
    assertThat(Fences.accept(Head.fresh(ONE), new Inbound.Stopped(), 1_000)).isPresent();
    assertThat(Fences.FULL.retryAfter()).isPositive();
  }

  private static Fenced.Why fenced(Entry entry, Effects effects) {
    Log log = loaded(Head.fresh(ONE)).plus(entry);
    var thrown = new Fenced.Why[1];
    assertThatThrownBy(() -> Fences.append(stopped(), log, effects, NOW))
        .isInstanceOfSatisfying(Fenced.class, fenced -> thrown[0] = fenced.why());
    return thrown[0];
  }

  private static Head stopped() {
    return Fences.accept(Head.fresh(ONE), new Inbound.Stopped(), 0).orElseThrow();
  }

  private static Log loaded(Head head) {
    return new Log(head, Snapshot.NONE, List.of(), List.of(), List.of(), NOW);
  }

  private static Entry asked() {
    return new Asked("Which?", List.of(), Optional.empty(), List.of());
  }

  private static Entry previewed() {
    return new Previewed(
        CALL, "pay", Json.EMPTY, "Pay 10.00", Json.EMPTY, "hash", WHO, 0, NOW.plusSeconds(60));
  }

  private static Entry intended() {
    return new Intended(
        CALL,
        "pay",
        Json.EMPTY,
        Json.NULL,
        IdempotencyKey.of(ONE, CALL),
        WHO,
        1,
        0,
        Duration.ofSeconds(5),
        LIMIT);
  }
}
