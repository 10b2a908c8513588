package frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Delivery;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.store.Effects.Outbound;
import frontdesk.store.OutboxRow.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The pure rules of a message on its way out.
class OutboxRowTest {
  private static final ConversationId ONE = new ConversationId("line:shop:one");
  private static final CallId QUESTION = new CallId("2.0");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Instant LANDED = NOW.plusSeconds(15);
  private static final Delivery UNKNOWN = new Delivery.Unknown("no answer");
  private static final Delivery NOT_SENT = new Delivery.NotSent("no connection");
  private static final OutboxRow NEW = row(3, 0, Optional.empty());

  @Test
  void a_claimed_message_is_in_doubt_and_nobody_elses_until_it_has_landed() {
    OutboxRow claimed = NEW.claimed(NOW);
    assertThat(claimed.attempt()).isEqualTo(1);
    assertThat(claimed.doubts()).isEqualTo(1);
    assertThat(claimed.dueAt()).as("its allowance and its time limit later").isEqualTo(LANDED);
    assertThat(claimed.sending().doubts()).as("before this attempt").isZero();
  }

  @Test
  void each_attempt_has_the_same_key_and_no_other_message_has_it() {
    OutboxRow again = NEW.claimed(NOW).claimed(LANDED);
    assertThat(again.sending().key()).isEqualTo(NEW.claimed(NOW).sending().key());
    assertThat(row(3, 1, Optional.empty()).key()).isNotEqualTo(NEW.key());
    assertThat(row(4, 0, Optional.empty()).key()).isNotEqualTo(NEW.key());
  }

  @Test
  void D06_what_was_not_sent_is_not_in_doubt_and_leaves_again_after_a_pause() {
    OutboxRow row = settled(NEW.claimed(NOW), NOT_SENT).row();
    assertThat(row.doubts()).isZero();
    assertThat(row.dueAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void D06_what_may_have_arrived_stays_in_doubt_and_waits_until_it_has_landed() {
    OutboxRow row = settled(NEW.claimed(NOW), UNKNOWN).row();
    assertThat(row.doubts()).isEqualTo(1);
    assertThat(row.dueAt()).isEqualTo(LANDED.plusSeconds(1));
  }

  @Test
  void pauses_grow_from_attempt_to_attempt() {
    OutboxRow row = NEW;
    for (int seconds : new int[] {1, 2, 4, 8}) {
      row = settled(row.claimed(NOW), NOT_SENT).row();
      assertThat(row.dueAt()).isEqualTo(NOW.plusSeconds(seconds));
    }
  }

  @Test
  void D06_a_platform_may_put_off_a_message_but_not_hurry_us_nor_for_ever() {
    assertThat(putOff(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(putOff(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(putOff(Duration.ofDays(1))).isEqualTo(Duration.ofMinutes(10));
  }

  private static Duration putOff(Duration time) {
    OutboxRow row = settled(NEW.claimed(NOW), new Delivery.RetryAfter(time)).row();
    assertThat(row.doubts()).isZero();
    return Duration.between(NOW, row.dueAt());
  }

  @Test
  void D06_attempts_come_to_an_end_that_says_whether_it_may_have_arrived() {
    assertThat(afterTheLast(NOT_SENT)).isEqualTo("it could not be sent");
    assertThat(afterTheLast(UNKNOWN)).isEqualTo("nobody knows whether it arrived");
  }

  private static String afterTheLast(Delivery delivery) {
    OutboxRow row = NEW;
    for (int attempt = 1; attempt < OutboxRow.ATTEMPTS_MAX; attempt++) {
      row = settled(row.claimed(NOW), delivery).row();
      assertThat(row.finished()).isFalse();
    }
    Next last = settled(row.claimed(NOW), delivery);
    return undelivered(last.row().finished() ? last : last.row().over(0).orElseThrow());
  }

  @Test
  void the_last_attempt_is_not_given_up_while_it_may_still_arrive() {
    OutboxRow row = NEW;
    while (row.attempt() < OutboxRow.ATTEMPTS_MAX) row = row.claimed(NOW);
    Next last = settled(row, UNKNOWN);
    assertThat(last.row().finished()).isFalse();
    assertThat(last.row().dueAt()).isEqualTo(LANDED);
    assertThat(undelivered(row.over(0).orElseThrow())).isEqualTo("nobody knows whether it arrived");
  }

  @Test
  void what_is_sent_is_finished_and_its_question_thereby_shown() {
    Next sent = settled(row(3, 0, Optional.of(QUESTION)).claimed(NOW), new Delivery.Sent());
    assertThat(sent.row().finished()).isTrue();
    assertThat(sent.event().map(InboundEvent::what)).contains(new Inbound.Shown(QUESTION));
    assertThat(settled(NEW.claimed(NOW), new Delivery.Sent()).event()).isEmpty();
  }

  @Test
  void what_cannot_be_delivered_is_finished_and_told() {
    Next next = settled(NEW.claimed(NOW), new Delivery.Undeliverable("blocked"));
    assertThat(undelivered(next)).isEqualTo("blocked");
  }

  @Test
  void D06_that_an_attempt_was_turned_down_says_nothing_of_one_before_it() {
    OutboxRow inDoubt = settled(NEW.claimed(NOW), UNKNOWN).row();
    Next next = settled(inDoubt.claimed(LANDED), new Delivery.Undeliverable("blocked"));
    assertThat(undelivered(next)).isEqualTo("nobody knows whether it arrived");
  }

  @Test
  void D06_a_platform_that_is_down_for_an_hour_loses_no_message() {
    OutboxRow row = NEW;
    Instant now = NOW;
    while (now.isBefore(NOW.plus(Duration.ofHours(1)))) {
      row = row.claimed(now);
      row = row.settled(row.attempt(), NOT_SENT, now).orElseThrow().row();
      assertThat(row.finished()).isFalse();
      now = row.dueAt();
    }
  }

  @Test
  void what_is_finished_stays_so() {
    OutboxRow sent = settled(NEW.claimed(NOW), new Delivery.Sent()).row();
    assertThat(sent.settled(1, new Delivery.Sent(), NOW)).isEmpty();
    assertThat(sent.settled(1, UNKNOWN, NOW)).isEmpty();
  }

  @Test
  void of_an_older_attempt_only_that_it_arrived_counts() {
    OutboxRow second = NEW.claimed(NOW).claimed(LANDED);
    assertThat(second.settled(1, NOT_SENT, LANDED)).isEmpty();
    assertThat(second.settled(1, new Delivery.Undeliverable("blocked"), LANDED)).isEmpty();
    assertThat(second.settled(1, new Delivery.Sent(), LANDED)).isPresent();
  }

  @Test
  void H01_a_message_of_an_older_epoch_is_withdrawn_and_of_a_claimed_one_nobody_knows() {
    assertThat(NEW.isWithdrawn(0)).isFalse();
    assertThat(NEW.isWithdrawn(1)).isTrue();
    assertThat(undelivered(over(NEW))).isEqualTo("it was withdrawn before it was sent");
    assertThat(undelivered(over(NEW.claimed(NOW)))).isEqualTo("nobody knows whether it arrived");
    OutboxRow notSent = settled(NEW.claimed(NOW), NOT_SENT).row();
    assertThat(undelivered(over(notSent))).isEqualTo("it was withdrawn before it was sent");
  }

  private static Next over(OutboxRow row) {
    assertThat(row.over(0)).isEmpty();
    return row.over(1).orElseThrow();
  }

  private static OutboxRow row(long entry, int part, Optional<CallId> approval) {
    return OutboxRow.of(ONE, entry, part, new Outbound("Hello", approval, LIMIT), 0, NOW);
  }

  private static Next settled(OutboxRow row, Delivery delivery) {
    return row.settled(row.attempt(), delivery, NOW).orElseThrow();
  }

  private static String undelivered(Next next) {
    assertThat(next.row().finished()).isTrue();
    return ((Inbound.Undelivered) next.event().orElseThrow().what()).why();
  }
}
