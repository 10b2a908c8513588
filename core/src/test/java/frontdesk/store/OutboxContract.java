package frontdesk.store;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.TWO;
import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.event;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static frontdesk.store.JournalContract.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Owner;
import frontdesk.conversation.Principal;
import frontdesk.store.Effects.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every outbox promises. An implementation's test implements this beside {@link
/// JournalContract}, with the same store.
public interface OutboxContract {
  Duration LIMIT = Duration.ofSeconds(10);
  Duration LANDED = OutboxRow.ALLOWANCE.plus(LIMIT);
  CallId QUESTION = new CallId("2.0");
  Principal OPERATOR = new Principal.Operator("desk");
  Inbound PERSON_SAID = new Inbound.PersonSaid("Hello");

  Journal journal();

  Outbox outbox();

  void advance(Duration time);

  @Test
  default void a_message_can_be_claimed_once_its_entry_is_stored() {
    assertThat(outbox().claim(10)).isEmpty();
    Log log = answer(ONE, "1", "hi");
    Sending sending = only(outbox().claim(10));
    assertThat(sending.conversation()).isEqualTo(ONE);
    assertThat(sending.entry()).isEqualTo(log.lastSeq());
    assertThat(sending.text()).isEqualTo("hi");
    assertThat(sending.attempt()).isEqualTo(1);
    assertThat(sending.doubts()).isZero();
    assertThat(outbox().isSending(ONE)).isTrue();
    assertThat(outbox().isSending(TWO)).isFalse();
  }

  @Test
  default void an_append_that_is_refused_sends_nothing() {
    accept(said(ONE, "1", "hello"));
    Log stale = journal().load(ONE);
    journal().append(journal().load(ONE).plus(replied("theirs")), consumed(1));
    assertThatThrownBy(() -> journal().append(stale.plus(replied("mine")), leaving(1, "mine")))
        .isInstanceOf(Fenced.class);
    assertThat(outbox().claim(10)).isEmpty();
  }

  @Test
  default void a_message_needs_the_epoch_of_the_load() {
    accept(said(ONE, "1", "hello"));
    Log log = journal().load(ONE);
    accept(takenOver(ONE, "2"));
    var closed = new Closed("x");
    assertThatThrownBy(() -> journal().append(log.plus(closed), leaving(1, "late")))
        .isInstanceOfSatisfying(
            Fenced.class, e -> assertThat(e.why()).isEqualTo(Fenced.Why.SUPERSEDED));
  }

  @Test
  default void a_claimed_message_is_nobody_elses_until_it_has_landed_and_then_in_doubt() {
    answer(ONE, "1", "hi");
    Sending first = only(outbox().claim(10));
    advance(LANDED.minusMillis(1));
    assertThat(outbox().claim(10)).isEmpty();
    advance(Duration.ofMillis(1));
    Sending second = only(outbox().claim(10));
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.doubts()).isEqualTo(1);
    assertThat(second.key()).isEqualTo(first.key());
  }

  @Test
  default void messages_of_a_conversation_leave_one_by_one_in_order_those_of_others_beside_them() {
    answer(ONE, "1", "one");
    answer(ONE, "2", "two");
    answer(TWO, "3", "three");
    List<Sending> claimed = outbox().claim(10);
    assertThat(claimed).extracting(Sending::text).containsExactlyInAnyOrder("one", "three");
    claimed.forEach(sending -> outbox().settle(sending, new Delivery.Sent()));
    assertThat(outbox().claim(10)).extracting(Sending::text).containsExactly("two");
  }

  @Test
  default void messages_of_one_entry_leave_in_order() {
    accept(said(ONE, "1", "hello"));
    Effects effects = consumed(1).with(List.of(outbound("first"), outbound("second")));
    journal().append(journal().load(ONE).plus(replied("both")), effects);
    Sending first = only(outbox().claim(10));
    outbox().settle(first, new Delivery.Sent());
    Sending second = only(outbox().claim(10));
    assertThat(List.of(first.text(), second.text())).containsExactly("first", "second");
    assertThat(second.key()).isNotEqualTo(first.key());
  }

  @Test
  default void no_more_are_claimed_than_asked_for() {
    for (int i = 0; i < 5; i++) answer(new ConversationId("line:shop:" + i), "e" + i, "hi");
    assertThat(outbox().claim(3)).hasSize(3);
    assertThat(outbox().claim(3)).hasSize(2);
  }

  @Test
  default void what_is_sent_is_finished_and_a_question_thereby_shown() {
    answer(ONE, "1", "hi");
    outbox().settle(only(outbox().claim(10)), new Delivery.Sent());
    assertThat(journal().load(ONE).open()).isEmpty();
    assertThat(outbox().isSending(ONE)).isFalse();

    ask(ONE, "2", "Pay?");
    assertThat(journal().load(ONE).open()).isEmpty();
    outbox().settle(only(outbox().claim(10)), new Delivery.Sent());
    assertThat(newest(ONE)).isEqualTo(new Inbound.Shown(QUESTION));
    advance(LANDED.plus(LANDED));
    assertThat(outbox().claim(10)).isEmpty();
  }

  @Test
  default void D06_what_did_not_leave_is_sent_again_after_a_pause_and_without_doubt() {
    answer(ONE, "1", "hi");
    outbox().settle(only(outbox().claim(10)), new Delivery.NotSent("no connection"));
    assertThat(outbox().claim(10)).isEmpty();
    advance(Duration.ofSeconds(1));
    assertThat(only(outbox().claim(10)).doubts()).isZero();
  }

  @Test
  default void D06_what_the_platform_puts_off_waits_as_long_as_it_says() {
    answer(ONE, "1", "hi");
    outbox().settle(only(outbox().claim(10)), new Delivery.RetryAfter(Duration.ofSeconds(30)));
    advance(Duration.ofSeconds(29));
    assertThat(outbox().claim(10)).isEmpty();
    advance(Duration.ofSeconds(1));
    assertThat(only(outbox().claim(10)).doubts()).isZero();
  }

  @Test
  default void what_may_have_arrived_stays_in_doubt_and_waits_until_it_has_landed() {
    answer(ONE, "1", "hi");
    outbox().settle(only(outbox().claim(10)), new Delivery.Unknown("no answer"));
    advance(LANDED.minusMillis(1));
    assertThat(outbox().claim(10)).isEmpty();
    advance(Duration.ofSeconds(2));
    assertThat(only(outbox().claim(10)).doubts()).isEqualTo(1);
  }

  @Test
  default void D06_what_cannot_be_delivered_is_told_to_the_conversation() {
    Log log = answer(ONE, "1", "hi");
    outbox().settle(only(outbox().claim(10)), new Delivery.Undeliverable("blocked"));
    assertThat(newest(ONE)).isEqualTo(new Inbound.Undelivered(log.lastSeq(), "blocked"));
    assertThat(outbox().isSending(ONE)).isFalse();
    assertThat(journal().waiting(10)).containsExactly(ONE);
  }

  @Test
  default void attempts_come_to_an_end() {
    answer(ONE, "1", "hi");
    for (int attempt = 1; attempt <= OutboxRow.ATTEMPTS_MAX; attempt++) {
      advance(Duration.ofMinutes(20));
      outbox().settle(only(outbox().claim(10)), new Delivery.Unknown("no answer"));
    }
    advance(Duration.ofMinutes(20));
    assertThat(outbox().claim(10)).isEmpty();
    assertThat(newest(ONE)).isInstanceOf(Inbound.Undelivered.class);
  }

  @Test
  default void an_older_attempt_changes_nothing_any_more_unless_it_arrived() {
    answer(ONE, "1", "hi");
    Sending first = only(outbox().claim(10));
    advance(LANDED);
    Sending second = only(outbox().claim(10));
    outbox().settle(first, new Delivery.NotSent("late"));
    outbox().settle(first, new Delivery.Undeliverable("late"));
    assertThat(outbox().isSending(ONE)).isTrue();
    outbox().settle(first, new Delivery.Sent());
    assertThat(outbox().isSending(ONE)).isFalse();
    outbox().settle(second, new Delivery.Undeliverable("blocked"));
    assertThat(journal().load(ONE).open()).isEmpty();
  }

  @Test
  default void H01_what_waits_from_before_a_takeover_is_withdrawn() {
    Log log = answer(ONE, "1", "one");
    answer(ONE, "2", "two");
    answer(TWO, "3", "three");
    accept(takenOver(ONE, "4"));
    assertThat(outbox().claim(10)).extracting(Sending::text).containsExactly("three");
    assertThat(journal().load(ONE).open())
        .extracting(arrived -> arrived.event().what())
        .containsSubsequence(
            new Inbound.TakenOver(),
            new Inbound.Undelivered(log.lastSeq(), "it was withdrawn before it was sent"))
        .hasSize(3);
    assertThat(outbox().isSending(ONE)).isFalse();
  }

  @Test
  default void H01_of_what_was_claimed_before_a_takeover_nobody_knows() {
    answer(ONE, "1", "one");
    Sending claimed = only(outbox().claim(10));
    accept(takenOver(ONE, "2"));
    assertThat(outbox().claim(10)).isEmpty();
    assertThat(newest(ONE))
        .isInstanceOfSatisfying(
            Inbound.Undelivered.class, u -> assertThat(u.why()).contains("nobody knows"));
    outbox().settle(claimed, new Delivery.Sent());
    assertThat(outbox().claim(10)).isEmpty();
  }

  @Test
  default void what_a_person_says_leaves_though_they_took_over() {
    accept(new InboundEvent(event("1"), ONE, OPERATOR, Optional.empty(), PERSON_SAID));
    journal().append(journal().load(ONE).plus(replied("Hello")), leaving(1, "Hello"));
    assertThat(only(outbox().claim(10)).text()).isEqualTo("Hello");
  }

  @Test
  default void what_a_person_says_is_not_withdrawn_by_what_they_do_next() {
    accept(new InboundEvent(event("1"), ONE, OPERATOR, Optional.empty(), PERSON_SAID));
    var said = new Replied("Hello", Voice.PERSON, List.of(event("1")));
    journal().append(journal().load(ONE).plus(said), leaving(1, "Hello"));
    accept(new InboundEvent(event("2"), ONE, OPERATOR, Optional.empty(), PERSON_SAID));
    accept(InboundEvent.untimed(event("3"), ONE, OPERATOR, new Inbound.HandedBack()));
    assertThat(only(outbox().claim(10)).text()).isEqualTo("Hello");
  }

  @Test
  default void an_echo_of_our_own_mark_is_a_delivery_and_others_are_foreign() {
    ask(ONE, "1", "Pay?");
    Sending sending = only(outbox().claim(10));
    assertThat(outbox().echoed("0b5b1c1e-0000-3000-8000-000000000000")).isEmpty();
    assertThat(outbox().isSending(ONE)).isTrue();
    assertThat(outbox().echoed(sending.key().value()).map(Sending::entry))
        .contains(sending.entry());
    assertThat(newest(ONE)).isEqualTo(new Inbound.Shown(QUESTION));
    assertThat(outbox().echoed(sending.key().value())).isPresent();
    assertThat(journal().load(ONE).open()).hasSize(1);
    assertThat(outbox().isSending(ONE)).isFalse();
  }

  @Test
  default void an_erased_conversation_has_nothing_to_send() {
    answer(ONE, "1", "hi");
    Sending sending = only(outbox().claim(10));
    answer(ONE, "2", "more");
    journal().erase(ONE);
    advance(LANDED);
    assertThat(outbox().claim(10)).isEmpty();
    outbox().settle(sending, new Delivery.Sent());
    assertThat(journal().load(ONE).open()).isEmpty();
  }

  @Test
  default void many_workers_never_claim_the_same_message() {
    for (int i = 0; i < 40; i++) answer(new ConversationId("line:shop:" + i), "e" + i, "hi");
    var claims =
        JournalContract.atOnce(
            IntStream.range(0, 8)
                .<Callable<List<Sending>>>mapToObj(_ -> () -> outbox().claim(10))
                .toList());
    var keys = new ArrayList<String>();
    claims.forEach(list -> list.forEach(sending -> keys.add(sending.key().value())));
    assertThat(keys).hasSize(40).doesNotHaveDuplicates();
  }

  // ---- owner

  @Test
  default void a_takeover_and_a_hand_back_set_the_owner_when_they_are_accepted() {
    accept(said(ONE, "1", "hello"));
    Log running = journal().load(ONE);
    accept(takenOver(ONE, "2"));
    Head head = journal().load(ONE).head();
    assertThat(head.owner()).isEqualTo(Owner.PERSON);
    assertThat(head.epoch()).isEqualTo(1);
    Log closed = journal().append(running.plus(new Closed("x")), Effects.NONE);
    assertThat(closed.head().owner()).isEqualTo(Owner.AGENT);
    assertThat(journal().load(ONE).head().owner()).isEqualTo(Owner.PERSON);
    accept(stopped(ONE, "3"));
    assertThat(journal().load(ONE).head().owner()).isEqualTo(Owner.PERSON);
    accept(InboundEvent.untimed(event("4"), ONE, OPERATOR, new Inbound.HandedBack()));
    assertThat(journal().load(ONE).head().owner()).isEqualTo(Owner.AGENT);
    assertThat(journal().load(ONE).head().epoch()).isEqualTo(3);
  }

  @Test
  default void events_keep_the_stores_time_of_their_acceptance() {
    accept(said(ONE, "1", "hello"));
    advance(Duration.ofSeconds(7));
    accept(said(ONE, "2", "there"));
    var open = journal().load(ONE).open();
    assertThat(Duration.between(open.getFirst().at(), open.getLast().at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  private Log answer(ConversationId id, String event, String text) {
    accept(said(id, event, "hello"));
    Log log = journal().load(id);
    return journal().append(log.plus(replied(text)), leaving(log.head().inboxSeq(), text));
  }

  private void ask(ConversationId id, String event, String text) {
    accept(said(id, event, "hello"));
    var outbound = new Outbound(text, Optional.of(QUESTION), LIMIT);
    Log log = journal().load(id);
    var through = consumed(log.head().inboxSeq());
    journal().append(log.plus(replied(text)), through.with(List.of(outbound)));
  }

  private static Effects leaving(long through, String text) {
    return consumed(through).with(List.of(outbound(text)));
  }

  private static Outbound outbound(String text) {
    return new Outbound(text, Optional.empty(), LIMIT);
  }

  private static InboundEvent takenOver(ConversationId id, String event) {
    return InboundEvent.untimed(event(event), id, OPERATOR, new Inbound.TakenOver());
  }

  private void accept(InboundEvent event) {
    journal().accept(List.of(event));
  }

  private Inbound newest(ConversationId id) {
    return journal().load(id).open().getLast().event().what();
  }

  private static Sending only(List<Sending> claimed) {
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }
}
