package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel.Doubt;
import frontdesk.channel.PushChannel.Quiet;
import frontdesk.channel.Sending;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Inbound;
import frontdesk.model.ModelReply.AskedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Turns on a push channel: what they leave in the outbox, at which price, and when they begin.
class PushedAnswersTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Quiet QUIET = new Quiet(SECOND.multipliedBy(3), SECOND.multipliedBy(10));

  private final TestDesk desk = new TestDesk();
  private final Platform platform = new Platform(desk.threads(), Doubt.KEY);

  @Test
  void an_answer_and_its_message_are_one_commit() {
    desk.with(platform)
        .run(
            () -> {
              long before = desk.store().commits();
              desk.says("Hello");
              assertThat(desk.store().commits() - before).as("accept; answer").isEqualTo(2);
              assertThat(sent().text()).isEqualTo("Done.");
            });
  }

  @Test
  void a_message_costs_two_commits_more() {
    desk.with(platform)
        .run(
            () -> {
              desk.says("Hello");
              long before = desk.store().commits();
              Sending claimed = desk.store().claim(10).getFirst();
              assertThat(desk.store().commits() - before).as("claim").isEqualTo(1);
              desk.store().settle(claimed, new Delivery.Sent());
              assertThat(desk.store().commits() - before).as("settle").isEqualTo(2);
            });
  }

  @Test
  void answers_of_a_pull_channel_leave_no_message() {
    desk.run(
        () -> {
          desk.says("Hello");
          assertThat(desk.store().claim(10)).isEmpty();
        });
  }

  @Test
  void a_question_for_approval_leaves_with_the_call_it_asks_about() {
    desk.with(platform).modelCalls("pay");
    desk.run(
        () -> {
          desk.says("Pay");
          Sending question = sent();
          assertThat(question.text()).contains("Pay 10.00");
          var asked = (Asked) desk.entries().getLast();
          assertThat(question.approval()).isPresent().isEqualTo(asked.approval());
        });
  }

  @Test
  void a_turn_of_more_entries_than_one_append_takes_leaves_one_message() {
    AskedCall[] wrong =
        IntStream.range(0, 16)
            .mapToObj(i -> new AskedCall("", "nothing" + i, "{}"))
            .toArray(AskedCall[]::new);
    desk.with(platform).modelCalls(wrong).modelCalls(wrong);
    desk.run(
        () -> {
          desk.says("Hello");
          assertThat(desk.entries()).hasSizeGreaterThan(32);
          assertThat(desk.open()).isEmpty();
          desk.store().settle(sent(), new Delivery.Sent());
          assertThat(desk.store().isSending(Story.ID)).isFalse();
        });
  }

  @Test
  void O01_a_turn_waits_until_the_customer_has_finished_writing() {
    desk.with(platform.quiet(QUIET));
    desk.run(
        () -> {
          desk.arrives(new Inbound.Said("I"));
          desk.threads().start("customer", () -> says("want", "to", "book"));
          desk.works();
          assertThat(said(desk.entries(Received.class).getLast()))
              .containsExactly("I", "want", "to", "book");
        });
  }

  @Test
  void O04_a_customer_who_never_stops_typing_is_answered_all_the_same() {
    desk.with(platform.quiet(QUIET));
    desk.run(
        () -> {
          desk.arrives(new Inbound.Said("0"));
          String[] more = IntStream.range(1, 50).mapToObj(i -> "" + i).toArray(String[]::new);
          long begin = desk.threads().nanos();
          desk.threads().start("customer", () -> says(more));
          desk.works();
          assertThat(Duration.ofNanos(desk.threads().nanos() - begin))
              .isBetween(QUIET.most().minus(SECOND), QUIET.most().plus(SECOND));
          assertThat(desk.entries(Replied.class)).hasSize(1);
        });
  }

  @Test
  void O05_a_stop_during_the_wait_ends_it() {
    desk.with(platform.quiet(QUIET));
    desk.run(
        () -> {
          desk.arrives(new Inbound.Said("Book it"));
          desk.threads()
              .start(
                  "customer",
                  () -> {
                    desk.threads().sleep(SECOND);
                    desk.arrives(new Inbound.Stopped());
                  });
          long begin = desk.threads().nanos();
          desk.works();
          assertThat(Duration.ofNanos(desk.threads().nanos() - begin))
              .isLessThanOrEqualTo(QUIET.window());
        });
  }

  private void says(String... texts) {
    for (String text : texts) {
      desk.threads().sleep(SECOND.multipliedBy(2));
      desk.arrives(new Inbound.Said(text));
    }
  }

  private static List<String> said(Received received) {
    var texts = new ArrayList<String>();
    for (var arrived : received.events()) {
      if (arrived.event().what() instanceof Inbound.Said said) texts.add(said.text());
    }
    return texts;
  }

  /// The one message that can be claimed.
  private Sending sent() {
    List<Sending> claimed = desk.store().claim(10);
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }
}
