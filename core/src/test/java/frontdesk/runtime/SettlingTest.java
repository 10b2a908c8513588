package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Outcome.Done;
import frontdesk.conversation.Outcome.Failed;
import frontdesk.conversation.Outcome.NotSent;
import frontdesk.conversation.Outcome.Refused;
import frontdesk.conversation.Outcome.Unknown;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.LookUp;
import frontdesk.runtime.Step.Rest;
import frontdesk.store.Effects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Guarantee 5: an act is durable before it happens, and one whose outcome is not known is settled
/// by its tool's recovery.
class SettlingTest {
  private static final Duration LANDING = Story.ALLOWANCE.plus(Story.LIMIT);
  private static final Unknown UNKNOWN = new Unknown("no answer in time");
  private static final NotSent NOT_SENT = new NotSent("too late");
  private static final Done DONE = new Done(new Json("{\"booking\":1}"));
  private static final Call RETRY = act("retry");
  private static final Call LOOKUP = act("lookup");
  private static final Call HUMAN = act("human");

  @Test
  void an_act_begins_with_an_intent_that_says_all_that_recovery_needs() {
    Story story = customerSays("Book it").modelCalls(RETRY);
    assertThat(intent(next(story)))
        .isEqualTo(
            new Intended(
                RETRY.id(),
                "retry",
                new Json("{\"slot\":\"9\"}"),
                Json.NULL,
                IdempotencyKey.of(Story.ID, RETRY.id()),
                Story.ONE,
                1,
                0,
                Story.ALLOWANCE,
                Story.LIMIT));
  }

  @Test
  void a_crash_after_the_intent_never_just_calls_again() {
    assertThat(next(tried(HUMAN))).isEqualTo(waitFor(LANDING));
    assertThat(next(tried(LOOKUP))).isEqualTo(waitFor(LANDING));
    assertThat(intent(next(tried(RETRY)))).isEqualTo(second(RETRY, 0));
  }

  @Test
  void looking_up_waits_until_the_first_request_can_no_longer_be_flying() {
    Story story = tried(LOOKUP).comesTo(LOOKUP, 1, UNKNOWN);
    assertThat(next(story.after(LANDING.minusMillis(1)))).isInstanceOf(Rest.class);
    assertThat(next(story.after(Duration.ofMillis(1))))
        .isInstanceOfSatisfying(
            LookUp.class, settle -> assertThat(settle.intent().attempt()).isEqualTo(1));
  }

  @Test
  void a_look_up_that_finds_nothing_allows_a_new_intent_with_the_same_key() {
    Story story =
        tried(LOOKUP).comesTo(LOOKUP, 1, UNKNOWN).after(LANDING).comesTo(LOOKUP, 1, NOT_SENT);
    assertThat(intent(next(story))).isEqualTo(second(LOOKUP, 0));
  }

  @Test
  void look_ups_that_cannot_tell_pause_longer_each_time_and_end_with_a_person() {
    Story story = tried(LOOKUP).comesTo(LOOKUP, 1, UNKNOWN).after(LANDING);
    assertThat(next(story)).isInstanceOf(LookUp.class);
    story.comesTo(LOOKUP, 1, UNKNOWN);
    assertThat(next(story)).isEqualTo(waitUntil(story.now().plusSeconds(1)));
    story.after(Duration.ofSeconds(1)).comesTo(LOOKUP, 1, UNKNOWN);
    assertThat(next(story)).isEqualTo(waitUntil(story.now().plusSeconds(2)));
    story.after(Duration.ofSeconds(2)).comesTo(LOOKUP, 1, UNKNOWN);
    assertThat(next(story)).isEqualTo(escalated(LOOKUP, "the provider cannot tell"));
  }

  @Test
  void retries_with_the_key_are_bounded_and_end_with_a_person() {
    Story story = tried(RETRY).comesTo(RETRY, 1, UNKNOWN);
    assertThat(intent(next(story)).attempt()).isEqualTo(2);
    story.intends(RETRY, 2).comesTo(RETRY, 2, UNKNOWN);
    assertThat(next(story)).as("a pause").isEqualTo(waitUntil(story.now().plusSeconds(1)));
    story.after(Duration.ofSeconds(1));
    assertThat(intent(next(story)).attempt()).isEqualTo(3);
    story.intends(RETRY, 3).comesTo(RETRY, 3, UNKNOWN);
    assertThat(next(story)).isEqualTo(waitFor(LANDING, story));
    assertThat(next(story.after(LANDING))).isEqualTo(escalated(RETRY, "no answer"));
  }

  @Test
  void crashes_count_as_attempts() {
    Story story = tried(RETRY).intends(RETRY, 2).intends(RETRY, 3);
    assertThat(next(story)).isEqualTo(waitFor(LANDING, story));
    assertThat(next(story.after(LANDING))).isEqualTo(escalated(RETRY, "no answer"));
  }

  @Test
  void a_person_is_asked_only_when_nothing_can_change_any_more() {
    Story story = tried(HUMAN).comesTo(HUMAN, 1, UNKNOWN);
    assertThat(next(story.after(LANDING.minusMillis(1)))).isInstanceOf(Rest.class);
    assertThat(next(story.after(Duration.ofMillis(1))))
        .isEqualTo(escalated(HUMAN, "nobody but a person can find out"));
  }

  @Test
  void once_a_person_decides_the_customer_is_told() {
    Story story = tried(HUMAN).comesTo(HUMAN, 1, UNKNOWN).after(LANDING).escalates(HUMAN);
    assertThat(next(story)).isInstanceOf(AskModel.class);
    assertThat(Prompt.shown(story.log()).messages().getLast().toString())
        .contains("not known yet", "A person will find out");
  }

  @Test
  void the_same_act_is_refused_while_a_person_decides_and_another_one_is_not() {
    Story story = tried(HUMAN).after(LANDING).escalates(HUMAN).replies("A person looks into it.");
    Call same = call("same", "human", "{ \"slot\": \"9\" }");
    Call other = call("other", "human", "{\"slot\":\"10\"}");
    story.arrives(new Said("Again!")).turn().modelCalls(same, other);
    assertThat(next(story))
        .isEqualTo(
            returned(
                same,
                0,
                new Refused("the same request was made before and its outcome is not known yet")));
    story.comesTo(same, 0, new Refused("the same"));
    assertThat(intent(next(story)).call()).isEqualTo(other.id());
  }

  @Test
  void an_attempt_that_was_not_sent_is_made_again_with_a_pause_and_then_given_up() {
    Story story = tried(HUMAN).comesTo(HUMAN, 1, NOT_SENT);
    assertThat(intent(next(story))).isEqualTo(second(HUMAN, 0));
    story.intends(HUMAN, 2).comesTo(HUMAN, 2, NOT_SENT);
    assertThat(next(story)).isEqualTo(waitUntil(story.now().plusSeconds(1)));
    story.after(Duration.ofSeconds(1)).intends(HUMAN, 3).comesTo(HUMAN, 3, NOT_SENT);
    assertThat(next(story)).isEqualTo(returned(HUMAN, 3, new Failed("could not be sent", true)));
  }

  @Test
  void not_sent_says_nothing_about_an_earlier_attempt() {
    Story story = tried(RETRY).comesTo(RETRY, 1, UNKNOWN).intends(RETRY, 2);
    story.comesTo(RETRY, 2, NOT_SENT).after(Duration.ofSeconds(1)).intends(RETRY, 3);
    story.comesTo(RETRY, 3, NOT_SENT).after(LANDING);
    assertThat(next(story)).isEqualTo(escalated(RETRY, "no answer"));
  }

  @Test
  void a_refused_retry_says_nothing_about_an_earlier_attempt() {
    Story story = tried(RETRY).comesTo(RETRY, 1, UNKNOWN).intends(RETRY, 2);
    OpenAct act = OpenAct.of(story.log(), (Intended) story.log().entries().getLast().entry());
    assertThat(act.proven(new Refused("the slot is taken"))).isInstanceOf(Unknown.class);
    assertThat(act.proven(new Failed("429", true))).isInstanceOf(Unknown.class);
    assertThat(act.proven(DONE)).isEqualTo(DONE);
    assertThat(act.takes(2, new Refused("the slot is taken"))).isFalse();
  }

  @Test
  void after_a_stop_what_was_not_sent_is_not_sent_again() {
    Story story = tried(HUMAN).stop().entry(new Entry.Closed("superseded")).turn();
    story.comesTo(HUMAN, 1, NOT_SENT);
    assertThat(next(story))
        .isEqualTo(returned(HUMAN, 1, new Refused("stopped before it was sent")));
  }

  @Test
  void after_a_stop_what_a_look_up_does_not_find_is_not_sent_again() {
    Story story = tried(LOOKUP).stop().entry(new Entry.Closed("superseded")).turn();
    assertThat(next(story.after(LANDING))).isInstanceOf(LookUp.class);
    story.comesTo(LOOKUP, 1, NOT_SENT);
    assertThat(next(story))
        .isEqualTo(returned(LOOKUP, 1, new Refused("stopped before it was sent")));
  }

  @Test
  void a_retry_keeps_the_epoch_of_the_first_attempt() {
    Story story = tried(RETRY).stop().entry(new Entry.Closed("superseded")).turn();
    assertThat(intent(next(story))).isEqualTo(second(RETRY, 0));
  }

  @Test
  void acts_are_settled_one_after_the_other_before_anything_else() {
    Call other = call("other", "lookup", "{\"slot\":\"10\"}");
    Story story = customerSays("Both").modelCalls(HUMAN, other).intends(HUMAN, 1);
    story.comesTo(HUMAN, 1, UNKNOWN);
    assertThat(next(story)).as("not the second act").isEqualTo(waitFor(LANDING, story));
    story.after(LANDING).escalates(HUMAN);
    assertThat(intent(next(story)).call()).isEqualTo(other.id());
  }

  @Test
  void a_late_done_of_any_attempt_closes_the_act_at_once() {
    Story story = tried(RETRY).comesTo(RETRY, 1, UNKNOWN).intends(RETRY, 2);
    story.comesTo(RETRY, 2, NOT_SENT).late(RETRY.id(), 1, DONE);
    assertThat(next(story)).isEqualTo(returned(RETRY, 1, DONE));
    assertThat(next(story.comesTo(RETRY, 1, DONE))).isInstanceOf(AskModel.class);
  }

  @Test
  void a_late_done_closes_what_a_person_was_to_decide() {
    Story story = tried(HUMAN).after(LANDING).escalates(HUMAN).replies("A person looks.");
    story.late(HUMAN.id(), 1, DONE).turn();
    assertThat(next(story)).isEqualTo(returned(HUMAN, 1, DONE));
    story.comesTo(HUMAN, 1, DONE);
    assertThat(next(story)).as("the customer is told").isInstanceOf(AskModel.class);
    assertThat(Prompt.shown(story.log()).messages().getLast().toString())
        .contains("earlier call of human is now known", "booking");
  }

  @Test
  void a_late_not_sent_of_the_newest_attempt_ends_the_doubt_and_an_old_one_does_not() {
    Story story = tried(LOOKUP).late(LOOKUP.id(), 1, NOT_SENT);
    assertThat(next(story)).isEqualTo(returned(LOOKUP, 1, NOT_SENT));
    story.comesTo(LOOKUP, 1, NOT_SENT);
    assertThat(intent(next(story))).isEqualTo(second(LOOKUP, 0));
    story.intends(LOOKUP, 2);
    assertThat(next(story)).as("it says nothing of the second").isEqualTo(waitFor(LANDING, story));
  }

  @Test
  void a_late_refusal_of_an_old_attempt_closes_nothing() {
    Story story = tried(RETRY).comesTo(RETRY, 1, UNKNOWN).intends(RETRY, 2);
    story.comesTo(RETRY, 2, UNKNOWN).late(RETRY.id(), 1, new Refused("sold out"));
    assertThat(next(story)).isEqualTo(waitUntil(story.now().plusSeconds(1)));
    Story only = tried(RETRY).late(RETRY.id(), 1, new Refused("sold out"));
    assertThat(next(only)).isEqualTo(returned(RETRY, 1, new Refused("sold out")));
  }

  @Test
  void an_outcome_of_a_closed_act_needs_no_word() {
    Story story = tried(RETRY).comesTo(RETRY, 1, DONE).replies("Booked.");
    story.late(RETRY.id(), 1, DONE).turn();
    assertThat(next(story))
        .isInstanceOfSatisfying(
            Rest.class,
            rest -> {
              assertThat(rest.entries()).containsExactly(new Entry.Closed("nothing to say"));
              assertThat(rest.effects().consumedThrough()).hasValue(2);
            });
  }

  @Test
  void an_act_whose_tool_is_gone_goes_to_a_person_once_it_has_landed() {
    Story story = tried(RETRY);
    assertThat(Next.next(TestAgent.withoutTools(), story.log())).isEqualTo(waitFor(LANDING));
    story.after(LANDING);
    assertThat(Next.next(TestAgent.withoutTools(), story.log()))
        .isEqualTo(escalated(RETRY, "the tool is no longer configured"));
  }

  @Test
  void an_act_whose_tool_is_gone_before_it_was_sent_needs_nobody() {
    Story story = tried(RETRY).comesTo(RETRY, 1, NOT_SENT);
    assertThat(Next.next(TestAgent.withoutTools(), story.log()))
        .isEqualTo(returned(RETRY, 1, new Failed("the tool is no longer configured", false)));
  }

  private static Call act(String tool) {
    return call("c-" + tool, tool, "{\"slot\":\"9\"}");
  }

  private static Story tried(Call call) {
    return customerSays("Book it").modelCalls(call).intends(call, 1);
  }

  private static Step next(Story story) {
    return Next.next(AGENT, story.log());
  }

  private static final Agent AGENT = TestAgent.idle();

  private static Intended intent(Step step) {
    assertThat(step).isInstanceOf(Act.class);
    return ((Act) step).intent();
  }

  private static Intended second(Call call, long epoch) {
    return (Intended) Story.begins().intends(call, 2, epoch).log().entries().getFirst().entry();
  }

  private static Step waitFor(Duration time) {
    return waitFor(time, Story.begins());
  }

  private static Step waitFor(Duration time, Story story) {
    return waitUntil(story.now().plus(time));
  }

  private static Step waitUntil(Instant moment) {
    return new Rest(List.of(), Effects.waitUntil(moment));
  }

  private static Step escalated(Call call, String why) {
    return new Add(List.of(new Escalated(call.id(), why)));
  }

  private static Step returned(Call call, int attempt, Outcome outcome) {
    return new Add(List.of(new Returned(call.id(), attempt, outcome)));
  }
}
