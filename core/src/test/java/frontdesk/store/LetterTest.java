package frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Delivery;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.store.Effects.Outbound;
import frontdesk.store.Letter.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The pure rules of a message on its way out.
class LetterTest {
  private static final ConversationId ONE = new ConversationId("line:shop:one");
  private static final CallId QUESTION = new CallId("2.0");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Instant LANDED = NOW.plusSeconds(15);
  private static final Delivery UNKNOWN = new Delivery.Unknown("no answer");
  private static final Delivery NOT_SENT = new Delivery.NotSent("no connection");
  private static final Letter NEW = letter(3, 0, Optional.empty());

  @Test
  void a_claimed_message_is_in_doubt_and_nobody_elses_until_it_has_landed() {
    Letter claimed = NEW.claimed(NOW);
    assertThat(claimed.attempt()).isEqualTo(1);
    assertThat(claimed.doubts()).isEqualTo(1);
    assertThat(claimed.dueAt()).as("its allowance and its time limit later").isEqualTo(LANDED);
    assertThat(claimed.sending().doubts()).as("before this attempt").isZero();
  }

  @Test
  void each_attempt_has_the_same_key_and_no_other_message_has_it() {
    Letter again = NEW.claimed(NOW).claimed(LANDED);
    assertThat(again.sending().key()).isEqualTo(NEW.claimed(NOW).sending().key());
    assertThat(letter(3, 1, Optional.empty()).key()).isNotEqualTo(NEW.key());
    assertThat(letter(4, 0, Optional.empty()).key()).isNotEqualTo(NEW.key());
  }

  @Test
  void D06_what_was_not_sent_is_not_in_doubt_and_leaves_again_after_a_pause() {
    Letter letter = settled(NEW.claimed(NOW), NOT_SENT).letter();
    assertThat(letter.doubts()).isZero();
    assertThat(letter.dueAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void D06_what_may_have_arrived_stays_in_doubt_and_waits_until_it_has_landed() {
    Letter letter = settled(NEW.claimed(NOW), UNKNOWN).letter();
    assertThat(letter.doubts()).isEqualTo(1);
    assertThat(letter.dueAt()).isEqualTo(LANDED.plusSeconds(1));
  }

  @Test
  void pauses_grow_from_attempt_to_attempt() {
    Letter letter = NEW;
    for (int seconds : new int[] {1, 2, 4, 8}) {
      letter = settled(letter.claimed(NOW), NOT_SENT).letter();
      assertThat(letter.dueAt()).isEqualTo(NOW.plusSeconds(seconds));
    }
  }

  @Test
  void D06_a_platform_may_put_off_a_message_but_not_hurry_us_nor_for_ever() {
    assertThat(putOff(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(putOff(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(putOff(Duration.ofDays(1))).isEqualTo(Duration.ofMinutes(10));
  }

  private static Duration putOff(Duration time) {
    Letter letter = settled(NEW.claimed(NOW), new Delivery.RetryAfter(time)).letter();
    assertThat(letter.doubts()).isZero();
    return Duration.between(NOW, letter.dueAt());
  }

  @Test
  void D06_attempts_come_to_an_end_that_says_whether_it_may_have_arrived() {
    assertThat(afterTheLast(NOT_SENT)).isEqualTo("it could not be sent");
    assertThat(afterTheLast(UNKNOWN)).isEqualTo("nobody knows whether it arrived");
  }

  private static String afterTheLast(Delivery delivery) {
    Letter letter = NEW;
    for (int attempt = 1; attempt < Letter.ATTEMPTS_MAX; attempt++) {
      letter = settled(letter.claimed(NOW), delivery).letter();
      assertThat(letter.finished()).isFalse();
    }
    return undelivered(settled(letter.claimed(NOW), delivery));
  }

  @Test
  void what_is_sent_is_finished_and_its_question_thereby_shown() {
    Next sent = settled(letter(3, 0, Optional.of(QUESTION)).claimed(NOW), new Delivery.Sent());
    assertThat(sent.letter().finished()).isTrue();
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
    Letter inDoubt = settled(NEW.claimed(NOW), UNKNOWN).letter();
    Next next = settled(inDoubt.claimed(LANDED), new Delivery.Undeliverable("blocked"));
    assertThat(undelivered(next)).isEqualTo("nobody knows whether it arrived");
  }

  @Test
  void D06_a_platform_that_is_down_for_an_hour_loses_no_message() {
    Letter letter = NEW;
    Instant now = NOW;
    while (now.isBefore(NOW.plus(Duration.ofHours(1)))) {
      letter = letter.claimed(now);
      letter = letter.settled(letter.attempt(), NOT_SENT, now).orElseThrow().letter();
      assertThat(letter.finished()).isFalse();
      now = letter.dueAt();
    }
  }

  @Test
  void what_is_finished_stays_so() {
    Letter sent = settled(NEW.claimed(NOW), new Delivery.Sent()).letter();
    assertThat(sent.settled(1, new Delivery.Sent(), NOW)).isEmpty();
    assertThat(sent.settled(1, UNKNOWN, NOW)).isEmpty();
  }

  @Test
  void of_an_older_attempt_only_that_it_arrived_counts() {
    Letter second = NEW.claimed(NOW).claimed(LANDED);
    assertThat(second.settled(1, NOT_SENT, LANDED)).isEmpty();
    assertThat(second.settled(1, new Delivery.Undeliverable("blocked"), LANDED)).isEmpty();
    assertThat(second.settled(1, new Delivery.Sent(), LANDED)).isPresent();
  }

  @Test
  void H01_a_message_of_an_older_epoch_is_withdrawn_and_of_a_claimed_one_nobody_knows() {
    assertThat(NEW.isWithdrawn(0)).isFalse();
    assertThat(NEW.isWithdrawn(1)).isTrue();
    assertThat(undelivered(NEW.withdrawn())).isEqualTo("it was withdrawn before it was sent");
    assertThat(undelivered(NEW.claimed(NOW).withdrawn()))
        .isEqualTo("nobody knows whether it arrived");
    Letter notSent = settled(NEW.claimed(NOW), NOT_SENT).letter();
    assertThat(undelivered(notSent.withdrawn())).isEqualTo("it was withdrawn before it was sent");
  }

  private static Letter letter(long entry, int part, Optional<CallId> approval) {
    return Letter.of(ONE, entry, part, new Outbound("Hello", approval, LIMIT), 0, NOW);
  }

  private static Next settled(Letter letter, Delivery delivery) {
    return letter.settled(letter.attempt(), delivery, NOW).orElseThrow();
  }

  private static String undelivered(Next next) {
    assertThat(next.letter().finished()).isTrue();
    return ((Inbound.Undelivered) next.event().orElseThrow().what()).why();
  }
}
