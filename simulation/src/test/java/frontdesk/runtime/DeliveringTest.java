package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel.Doubt;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Undelivered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Guarantee 7: what is in the outbox leaves, in order, and never simply twice.
class DeliveringTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(3);
  private static final ConversationId ONE = Story.ID;
  private static final ConversationId TWO = new ConversationId("test:acme:two");

  private final TestOutbox outbox = new TestOutbox();

  @Test
  void a_message_is_sent_once_and_the_platform_is_not_asked_about_it() {
    Platform platform = outbox.platform(Doubt.READ_BACK);
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(platform.texts()).containsExactly("Hello");
    assertThat(platform.sought()).isEmpty();
    assertThat(outbox.isSending(ONE)).isFalse();
  }

  @Test
  void D06_with_a_key_a_message_in_doubt_is_sent_again_under_the_same_key() {
    Platform platform = outbox.platform(Doubt.KEY).answersFirst(new Delivery.Unknown("lost"));
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(platform.sent()).hasSize(2);
    assertThat(platform.sent().get(1).key()).isEqualTo(platform.sent().get(0).key());
    assertThat(outbox.open(ONE)).isEmpty();
  }

  @Test
  void D06_a_platform_that_can_be_asked_is_asked_and_what_it_has_is_not_sent_again() {
    Platform platform = outbox.platform(Doubt.READ_BACK).finds(new Delivery.Sent());
    platform.answersFirst(new Delivery.Unknown("lost"));
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(platform.sent()).hasSize(1);
    assertThat(platform.sought()).hasSize(1);
    assertThat(outbox.isSending(ONE)).isFalse();
    assertThat(outbox.open(ONE)).isEmpty();
  }

  @Test
  void D06_what_a_platform_says_it_does_not_have_is_sent_again() {
    Platform platform = outbox.platform(Doubt.READ_BACK).finds(new Delivery.NotSent("not there"));
    platform.answersFirst(new Delivery.Unknown("lost"));
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(platform.sent()).hasSize(2);
    assertThat(outbox.open(ONE)).isEmpty();
  }

  @Test
  void D06_what_a_platform_cannot_tell_about_is_not_sent_again() {
    Platform platform = outbox.platform(Doubt.READ_BACK).answersFirst(new Delivery.Unknown("lost"));
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(platform.sent()).hasSize(1);
    assertThat(outbox.open(ONE))
        .containsExactly(new Undelivered(1, "nobody knows whether it arrived"));
  }

  @Test
  void D06_where_nothing_can_be_done_there_is_one_duplicate_at_most() {
    Platform platform = outbox.platform(Doubt.NOTHING);
    platform.answers((_, _) -> new Delivery.Unknown("lost"));
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(platform.sent()).hasSize(2);
    assertThat(outbox.open(ONE))
        .containsExactly(new Undelivered(1, "nobody knows whether it arrived"));
  }

  @Test
  void D06_a_channel_that_throws_may_have_sent_its_message() {
    Platform platform = outbox.platform(Doubt.READ_BACK).finds(new Delivery.Sent());
    platform.answers(
        (_, _) -> {
          throw new IllegalStateException("a bug");
        });
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(platform.sent()).hasSize(1);
    assertThat(platform.sought()).hasSize(1);
  }

  @Test
  void D06_a_channel_that_hangs_may_have_sent_its_message_and_is_not_waited_for() {
    Platform platform = outbox.platform(Doubt.READ_BACK).finds(new Delivery.NotSent("not there"));
    platform.answers((_, _) -> platform.sent().size() == 1 ? hangs() : new Delivery.Sent());
    outbox.run(
        () -> {
          outbox.leaves(ONE, "Hello");
          outbox.delivering().start();
          outbox.threads().sleep(Duration.ofMinutes(2));
          assertThat(platform.sent()).hasSize(2);
          assertThat(platform.sought()).hasSize(1);
          assertThat(outbox.delivering().drain(Duration.ZERO)).as("nothing is under way").isTrue();
        });
  }

  @Test
  void X02_an_answer_that_comes_too_late_still_counts() {
    Platform platform = outbox.platform(Doubt.READ_BACK);
    platform.answers((_, _) -> comesAfter(Duration.ofSeconds(20)));
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(outbox.isSending(ONE)).isFalse();
    assertThat(outbox.open(ONE)).isEmpty();
  }

  @Test
  void O09_the_allowance_of_a_message_runs_from_before_it_was_claimed() {
    var mayBeWritten = new ArrayList<Boolean>();
    outbox.beforeClaims(() -> outbox.threads().sleep(Duration.ofSeconds(6)));
    outbox
        .platform(Doubt.KEY)
        .answers(
            (_, sendBy) -> {
              mayBeWritten.add(!sendBy.passed(outbox.threads()));
              return new Delivery.Sent();
            });
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(mayBeWritten).containsExactly(false);
  }

  @Test
  void a_message_may_be_written_within_five_seconds() {
    var left = new ArrayList<Duration>();
    outbox
        .platform(Doubt.KEY)
        .answers(
            (_, sendBy) -> {
              left.add(sendBy.left(outbox.threads()));
              return new Delivery.Sent();
            });
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(left).hasSize(1);
    assertThat(left.getFirst()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
  }

  @Test
  void the_message_of_a_channel_that_is_gone_is_given_up() {
    run(() -> outbox.leaves(ONE, "Hello"));
    assertThat(outbox.open(ONE))
        .containsExactly(new Undelivered(1, "its channel is no longer configured"));
  }

  @Test
  void H01_after_a_takeover_nothing_that_waits_is_sent() {
    Platform platform = outbox.platform(Doubt.KEY).answersFirst(new Delivery.NotSent("busy"));
    outbox.run(
        () -> {
          outbox.leaves(ONE, "Hello");
          outbox.leaves(ONE, "And");
          outbox.delivering().start();
          outbox.threads().sleep(Duration.ofMillis(500));
          outbox.arrives(ONE, new Inbound.TakenOver());
          outbox.threads().sleep(LONG);
          assertThat(platform.texts()).containsExactly("Hello");
          assertThat(outbox.open(ONE))
              .hasSize(3)
              .hasOnlyElementsOfTypes(Inbound.TakenOver.class, Undelivered.class);
        });
  }

  @Test
  void messages_of_a_conversation_leave_in_order_and_one_right_after_the_other() {
    Platform platform = outbox.platform(Doubt.KEY);
    platform.answers((_, _) -> comesAfter(SECOND));
    outbox.run(
        () -> {
          for (String text : new String[] {"one", "two", "three"}) outbox.leaves(ONE, text);
          outbox.delivering().start();
          outbox.threads().sleep(TestOutbox.SCAN_EVERY.minus(SECOND));
        });
    assertThat(platform.texts()).containsExactly("one", "two", "three");
    assertThat(platform.times()).containsExactly(Duration.ZERO, SECOND, SECOND.multipliedBy(2));
  }

  @Test
  void conversations_do_not_wait_for_each_other() {
    Platform platform = outbox.platform(Doubt.KEY);
    platform.answers((_, _) -> comesAfter(SECOND));
    run(
        () -> {
          outbox.leaves(ONE, "Hello");
          outbox.leaves(TWO, "Hi");
        });
    assertThat(platform.times()).containsExactly(Duration.ZERO, Duration.ZERO);
  }

  @Test
  void O08_only_so_many_messages_are_under_way_at_once_and_all_leave() {
    Platform platform = outbox.platform(Doubt.KEY);
    platform.answers((_, _) -> comesAfter(SECOND));
    run(
        () ->
            IntStream.range(0, 150)
                .forEach(i -> outbox.leaves(new ConversationId("test:acme:" + i), "Hi")));
    assertThat(platform.times()).hasSize(150);
    assertThat(platform.times().stream().filter(Duration.ZERO::equals)).hasSize(64);
  }

  private Delivery comesAfter(Duration time) {
    outbox.threads().sleep(time);
    return new Delivery.Sent();
  }

  private Delivery hangs() {
    return comesAfter(Duration.ofDays(1));
  }

  /// The worker starts after this, and has a long time.
  private void run(Runnable before) {
    outbox.run(
        () -> {
          before.run();
          outbox.delivering().start();
          outbox.threads().sleep(LONG);
        });
  }
}
