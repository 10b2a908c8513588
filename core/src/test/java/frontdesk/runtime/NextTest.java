package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.PersonWanted;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.TimerFired;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Made;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Outcome.Done;
import frontdesk.conversation.Outcome.Refused;
import frontdesk.model.Message;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import frontdesk.store.Document;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Call ACT = call("act", "retry", "{\"slot\":\"9\"}");
  private static final Call LOOK = call("look", "look", "{\"slot\":\"9\"}");
  private static final Done DONE = new Done(Json.EMPTY);
  private static final Refused STOPPED = new Refused("stopped");

  @Test
  void a_message_goes_to_the_model_and_its_text_to_the_customer() {
    Story story = customerSays("Hello");
    assertThat(next(story)).isInstanceOf(AskModel.class);
    assertThat(said(story.modelSays(" Hello! "))).isEqualTo("Hello!");
  }

  @Test
  void an_answer_names_and_consumes_the_events_of_its_turn_only() {
    Story story = customerSays("Hello").modelSays("Hello!").arrives(new Inbound.Said("More"));
    Rest rest = rest(story);
    assertThat(((Replied) rest.entries().getFirst()).answers()).hasSize(1);
    assertThat(rest.effects().consumedThrough()).hasValue(1);
  }

  @Test
  void after_its_calls_came_back_the_model_is_asked_again() {
    Story story = customerSays("Is it free?").modelCalls(LOOK).comesTo(LOOK, 0, DONE);
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void a_turn_has_a_limited_number_of_steps_and_then_says_so() {
    Story story = customerSays("Is it free?");
    for (int i = 0; i < TestAgent.MODEL_CALLS; i++) {
      assertThat(next(story)).isInstanceOf(AskModel.class);
      Call again = call("look" + i, "look", "{\"slot\":\"9\"}");
      story.modelCalls(again).comesTo(again, 0, DONE);
    }
    assertThat(replied(story))
        .isEqualTo(
            new Replied(Sentences.tooManySteps("en"), Voice.APOLOGY, replied(story).answers()));
  }

  @Test
  void a_model_that_failed_is_apologised_for_once_and_not_asked_again() {
    Story story = customerSays("Hello").entry(new ModelFailed("TIMEOUT", "no answer"));
    assertThat(replied(story).text()).isEqualTo(Sentences.modelFailed("en"));
    assertThat(replied(story).voice()).isEqualTo(Voice.APOLOGY);
  }

  @Test
  void who_gets_an_apology_after_an_act_is_not_asked_to_try_again() {
    Story story = customerSays("Book it").modelCalls(ACT).intends(ACT, 1).comesTo(ACT, 1, DONE);
    story.entry(new ModelFailed("TIMEOUT", "no answer"));
    assertThat(replied(story).text()).isEqualTo(Sentences.afterAct("en"));
    assertThat(replied(story).voice()).isEqualTo(Voice.APOLOGY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\u2003"})
  void M10_an_answer_without_a_word_becomes_a_sentence(String blank) {
    assertThat(said(customerSays("Hello").modelSays(blank))).isEqualTo(Sentences.noAnswer("en"));
  }

  @Test
  void M10_a_refusal_becomes_a_sentence_of_ours() {
    Story story =
        customerSays("Hello")
            .entry(new ModelSaid("I must not.", List.of(), Ending.REFUSED, Made.UNKNOWN));
    assertThat(said(story)).isEqualTo(Sentences.noAnswer("en"));
  }

  @Test
  void M11_an_answer_that_was_cut_is_still_given_and_marked() {
    Story story =
        customerSays("Hello")
            .entry(new ModelSaid("Once upon", List.of(), Ending.CUT, Made.UNKNOWN));
    assertThat(said(story)).isEqualTo("Once upon […]");
  }

  @Test
  void while_facts_are_missing_an_answer_is_a_question_for_them() {
    Story story = customerSays("Hello").entry(new Noted("urgency", new Json("\"low\"")));
    story.modelSays("What is your number?");
    assertThat(Next.next(TestAgent.collecting(), story.log()))
        .isInstanceOfSatisfying(
            Rest.class,
            rest ->
                assertThat(rest.entries())
                    .containsExactly(
                        new Asked(
                            "What is your number?",
                            List.of("number"),
                            Optional.empty(),
                            Turn.of(story.log()).orElseThrow().eventIds())));
  }

  @Test
  void opening_a_conversation_says_nothing() {
    Story story = Story.begins().arrives(new Inbound.Opened("test", Map.of())).turn();
    assertThat(rest(story).entries()).containsExactly(new Closed("nothing to say"));
  }

  @Test
  void a_timer_is_worth_a_word() {
    Story story = Story.begins().arrives(new Inbound.TimerFired("remind")).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void O05_a_stop_between_reply_and_act_sends_nothing_and_leaves_the_events_to_the_next_turn() {
    Story story = customerSays("Book it").modelCalls(LOOK, ACT).comesTo(LOOK, 0, DONE).stop();
    Rest rest = rest(story);
    assertThat(rest.entries())
        .containsExactly(new Returned(ACT.id(), 0, STOPPED), new Closed("superseded"));
    assertThat(rest.effects().consumedThrough()).isEmpty();
    assertThat(rest.effects().wakeAt()).isEmpty();
    for (Entry entry : rest.entries()) assertThat(entry.needsEpoch()).isFalse();
  }

  @Test
  void O05_a_stop_after_the_intent_leaves_the_act_to_the_next_turn_which_settles_it() {
    Story story = customerSays("Book it").modelCalls(ACT).intends(ACT, 1).stop();
    assertThat(rest(story).entries()).containsExactly(new Closed("superseded"));
    story.entry(new Closed("superseded")).turn();
    assertThat(next(story)).isInstanceOf(Act.class);
    story.comesTo(ACT, 1, DONE);
    assertThat(next(story)).as("the outcome is told honestly").isInstanceOf(AskModel.class);
  }

  @Test
  void O05_a_stop_that_the_turn_has_no_room_for_stops_it_all_the_same() {
    Story story = Story.begins();
    for (int i = 0; i < Limits.EVENTS_PER_TURN; i++) story.arrives(new Said("Book it"));
    story.turn().stop();
    Log log = story.entry(new Closed("superseded")).log();
    log = log.plus(Receiving.received(AGENT, log).orElseThrow());
    Rest rest = (Rest) Next.next(AGENT, log);
    assertThat(((Replied) rest.entries().getFirst()).text()).isEqualTo(Sentences.notBegun("en"));
    assertThat(rest.effects().consumedThrough()).hasValue(Limits.EVENTS_PER_TURN);
  }

  @Test
  void O05_what_no_customer_said_gets_no_word_when_a_stop_stands_behind_it() {
    Story story = Story.begins();
    for (int i = 0; i < Limits.EVENTS_PER_TURN; i++) story.arrives(new TimerFired("t"));
    Log log = story.stop().log();
    log = log.plus(Receiving.received(AGENT, log).orElseThrow());
    assertThat(((Rest) Next.next(AGENT, log)).entries()).containsExactly(new Closed("stopped"));
  }

  @Test
  void what_did_not_reach_the_customer_is_for_a_person() {
    var lost = new Inbound.Undelivered(2, "blocked");
    assertThat(rest(Story.begins().turn(lost)).entries())
        .containsExactly(
            new PersonWanted("a message may not have reached the customer"),
            new Closed("nothing to say"));
    var withdrawn = new Inbound.Undelivered(2, Inbound.Undelivered.WITHDRAWN);
    assertThat(rest(Story.begins().turn(withdrawn)).entries())
        .containsExactly(new Closed("nothing to say"));
  }

  @Test
  void a_stop_comes_before_a_late_outcome_which_the_next_turn_takes() {
    Story story = customerSays("Book it").modelCalls(ACT).intends(ACT, 1);
    story.late(ACT.id(), 1, DONE).stop();
    assertThat(rest(story).entries()).containsExactly(new Closed("superseded"));
    story.entry(new Closed("superseded")).turn();
    assertThat(next(story)).isEqualTo(new Step.Add(List.of(new Returned(ACT.id(), 1, DONE))));
  }

  @Test
  void a_stop_of_which_nothing_was_done_needs_no_model() {
    Story story = customerSays("Book it").stop().entry(new Closed("superseded")).turn();
    assertThat(said(story)).isEqualTo(Sentences.stopped("en"));
  }

  @Test
  void a_message_after_the_stop_is_answered_by_the_model() {
    Story story = customerSays("Book it").stop().entry(new Closed("superseded"));
    story.arrives(new Inbound.Said("Another one")).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void a_stop_after_something_was_done_is_never_answered_with_nothing_was_done() {
    Story story = customerSays("Book it").modelCalls(ACT).intends(ACT, 1).comesTo(ACT, 1, DONE);
    story.stop().entry(new Closed("superseded"));
    assertThat(next(story.turn())).isInstanceOf(AskModel.class);
  }

  @Test
  void a_stop_after_something_was_done_is_told_so_also_when_the_log_was_folded_in_between() {
    Story story = customerSays("Book it").modelCalls(ACT).intends(ACT, 1).comesTo(ACT, 1, DONE);
    story.stop().entry(new Closed("superseded"));
    var folded = story.folded();
    var log = folded.plus(Receiving.received(AGENT, folded).orElseThrow());
    assertThat(Next.next(AGENT, log)).isInstanceOf(AskModel.class);
    assertThat(Prompt.shown(log).messages()).anyMatch(Message.ToolSaid.class::isInstance);
  }

  @Test
  void a_turn_that_was_closed_without_a_word_stays_closed_when_the_log_is_folded() {
    Story story = customerSays("Hello").modelSays("Hello!").replies("Hello!");
    story.late(ACT.id(), 1, DONE).turn().ends(new Closed("nothing to say"));
    assertThat(Turn.of(story.folded())).isEmpty();
  }

  @Test
  void a_timer_acts_for_whom_spoke_last_also_after_many_turns_of_the_server() {
    Story story = Story.begins().arrives(new Inbound.Opened("test", Map.of())).turn();
    story.ends(new Closed("nothing to say"));
    story.arrives(new Inbound.Said("Remind me")).turn().replies("I will.");
    for (int i = 0; i < 50; i++) {
      story.arrives(new Inbound.TimerFired("remind")).turn().replies("Remember!");
    }
    story.arrives(new Inbound.TimerFired("remind"));
    var log = story.folded();
    var begun = log.plus(Receiving.received(AGENT, log).orElseThrow());
    assertThat(Turn.of(begun).orElseThrow().principal()).isEqualTo(Story.ONE);
  }

  @ParameterizedTest
  @EnumSource(Told.class)
  void what_was_noted_in_a_turn_reaches_its_documents_however_it_ends(Told how) {
    Story story = customerSays("1234").entry(new Noted("number", new Json("\"1234\"")));
    switch (how) {
      case ANSWERED -> story.modelSays("Thank you");
      case STOPPED -> story.stop();
      case FAILED -> story.entry(new ModelFailed("TIMEOUT", ""));
    }
    assertThat(documents((Rest) Next.next(TestAgent.collecting(), story.log())))
        .containsEntry("facts", "{\"number\":\"1234\"}");
  }

  enum Told {
    ANSWERED,
    STOPPED,
    FAILED
  }

  @Test
  void a_ticket_opens_with_the_hand_over_and_new_facts_reopen_it() {
    Story story = customerSays("1234").entry(new Noted("number", new Json("\"1234\"")));
    story.entry(new Noted("urgency", new Json("\"low\"")));
    story.modelCalls(call("h", "hand_over", "{\"to\":\"closer\"}"));
    var handed = (Step.Add) Next.next(TestAgent.collecting(), story.log());
    handed.entries().forEach(story::entry);
    story.modelSays("Goodbye");
    Rest closing = (Rest) Next.next(TestAgent.collecting(), story.log());
    assertThat(documents(closing).get("ticket")).contains("\"status\":\"open\"");
    assertThat(documents(closing).get("conversation"))
        .isEqualTo("{\"agent\":\"closer\",\"status\":\"completed\"}");
    story.ends(closing.entries().getFirst()).arrives(new Inbound.Said("It is urgent!")).turn();
    story.entry(new Noted("urgency", new Json("\"high\""))).modelSays("Noted");
    assertThat(documents((Rest) Next.next(TestAgent.collecting(), story.log())).get("ticket"))
        .contains("\"status\":\"reopened\"", "\"urgency\":\"high\"");
  }

  @Test
  void a_conversation_that_waits_for_a_person_says_so() {
    Story story = customerSays("Book it").modelCalls(ACT).intends(ACT, 1).after(Duration.ofDays(1));
    story.escalates(ACT).modelSays("A person looks into it.");
    assertThat(documents(rest(story)).get("conversation")).contains("waiting");
  }

  @Test
  void each_call_stands_with_its_outcome_whatever_happened_in_between() {
    Story story = customerSays("Book it").modelCalls(LOOK, ACT).comesTo(LOOK, 0, DONE);
    story.intends(ACT, 1).stop().entry(new Closed("superseded")).turn();
    story.comesTo(ACT, 1, DONE);
    List<Message> messages = Prompt.shown(story.log()).messages();
    assertThat(messages.get(2)).isEqualTo(new Message.ToolSaid(LOOK.id(), "look", "{}"));
    assertThat(messages.get(3)).isEqualTo(new Message.ToolSaid(ACT.id(), "retry", "{}"));
    assertThat(messages).filteredOn(Message.Customer.class::isInstance).as("told once").hasSize(1);
  }

  @Test
  void an_act_in_doubt_is_told_as_not_known_yet() {
    Story story = customerSays("Book it").modelCalls(ACT).intends(ACT, 1);
    story.comesTo(ACT, 1, new Outcome.NotSent("too late"));
    assertThat(Prompt.shown(story.log()).messages().getLast().toString()).contains("not known yet");
  }

  private static Map<String, String> documents(Rest rest) {
    var bodies = new HashMap<String, String>();
    for (Document document : rest.effects().documents()) {
      bodies.put(document.kind(), document.body().text());
    }
    return bodies;
  }

  private static Step next(Story story) {
    return Next.next(AGENT, story.log());
  }

  private static Rest rest(Story story) {
    assertThat(next(story)).isInstanceOf(Rest.class);
    return (Rest) next(story);
  }

  private static Replied replied(Story story) {
    return (Replied) rest(story).entries().getLast();
  }

  private static String said(Story story) {
    return replied(story).text();
  }
}
