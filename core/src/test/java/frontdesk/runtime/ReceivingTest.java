package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.channel.PushChannel.Quiet;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Inbound.PersonSaid;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.TimerFired;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceivingTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Quiet QUIET = new Quiet(SECOND.multipliedBy(3), SECOND.multipliedBy(10));

  @Test
  void O01_a_burst_is_one_turn_in_order_up_to_its_bounds() {
    Story story = Story.begins();
    for (int i = 0; i < 60; i++) story.arrives(new Said("" + i));
    Received received = received(story);
    assertThat(received.events()).hasSize(Limits.EVENTS_PER_TURN);
    assertThat(received.events()).map(e -> e.seq()).isSorted();
  }

  @Test
  void what_people_say_and_outcomes_that_come_late_count_as_well() {
    Story story = Story.begins().arrives(new Said("x".repeat(40_000)));
    assertThat(received(story.arrives(new PersonSaid("x".repeat(40_000)))).events()).hasSize(1);
    var outcome = new Outcome.Done(Jsons.json(Jsons.object().put("text", "ก".repeat(20_000))));
    Story late = Story.begins();
    for (int i = 0; i < 3; i++) late.late(new CallId("1." + i), 1, outcome);
    assertThat(received(late).events()).hasSize(1);
  }

  @Test
  void a_turn_has_so_many_characters_and_at_least_one_message() {
    Story story = Story.begins();
    for (int i = 0; i < 3; i++) story.arrives(new Said("x".repeat(60_000)));
    assertThat(received(story).events()).hasSize(1);
    story = Story.begins().arrives(new Said("x".repeat(100_000)));
    assertThat(received(story).events()).hasSize(1);
  }

  @Test
  void characters_that_take_more_room_in_a_log_count_for_more() {
    Story story = Story.begins();
    for (int i = 0; i < 10; i++) story.arrives(new Said("\u0001".repeat(8_000)));
    assertThat(received(story).events()).hasSize(1);
  }

  @Test
  void an_open_turn_takes_no_more_events_and_without_events_there_is_no_turn() {
    Story story = Story.customerSays("Hello").arrives(new Said("More"));
    assertThat(Receiving.received(AGENT, story.log())).isEmpty();
    assertThat(Receiving.received(AGENT, Story.begins().log())).isEmpty();
  }

  @Test
  void the_language_is_that_of_the_newest_message_that_shows_one() {
    Story story = Story.begins().arrives(new Said("สวัสดี")).arrives(new Said("7474839"));
    assertThat(received(story).locale()).isEqualTo("th");
    story.entry(received(story)).replies("สวัสดีค่ะ").arrives(new TimerFired("remind"));
    assertThat(received(story).locale()).as("as before").isEqualTo("th");
  }

  @Test
  void O01_a_turn_begins_once_nothing_came_for_a_while() {
    Story story = Story.begins().arrives(new Said("I")).after(SECOND).arrives(new Said("want"));
    assertThat(untilQuiet(story)).isEqualTo(SECOND.multipliedBy(3));
    assertThat(untilQuiet(story.after(SECOND))).isEqualTo(SECOND.multipliedBy(2));
    assertThat(untilQuiet(story.after(SECOND.multipliedBy(9)))).isZero();
  }

  @Test
  void O04_the_oldest_message_waits_no_longer_than_a_turn_may() {
    Story story = Story.begins();
    for (int i = 0; i < 5; i++) story.arrives(new Said("" + i)).after(SECOND.multipliedBy(2));
    assertThat(untilQuiet(story)).as("10 s after the first").isZero();
    story = Story.begins().arrives(new Said("0")).after(SECOND.multipliedBy(8));
    assertThat(untilQuiet(story.arrives(new Said("1")))).isEqualTo(SECOND.multipliedBy(2));
  }

  @Test
  void only_messages_are_waited_for_and_only_before_a_turn() {
    assertThat(untilQuiet(Story.begins())).isZero();
    assertThat(untilQuiet(Story.begins().arrives(new Said("Hi")).stop())).isZero();
    assertThat(untilQuiet(Story.begins().arrives(new TimerFired("remind")))).isZero();
    assertThat(untilQuiet(Story.customerSays("Hi").arrives(new Said("More")))).isZero();
    assertThat(Receiving.untilQuiet(Quiet.NONE, Story.begins().arrives(new Said("Hi")).log()))
        .isZero();
  }

  @Test
  void O01_a_turn_that_has_all_it_takes_begins_at_once() {
    Story story = Story.begins();
    for (int i = 1; i < Limits.EVENTS_PER_TURN; i++) story.arrives(new Said("" + i));
    assertThat(untilQuiet(story)).isPositive();
    assertThat(untilQuiet(story.arrives(new Said("last")))).isZero();
  }

  private static Duration untilQuiet(Story story) {
    return Receiving.untilQuiet(QUIET, story.log());
  }

  private static Received received(Story story) {
    return Receiving.received(AGENT, story.log()).orElseThrow();
  }
}
