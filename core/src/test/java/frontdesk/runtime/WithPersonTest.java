package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound.Decided;
import frontdesk.conversation.Inbound.HandedBack;
import frontdesk.conversation.Inbound.PersonSaid;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.TakenOver;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Made;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Guarantee 10: what an operator does takes effect when it is accepted.
class WithPersonTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Call ACT = call("1.0", "human", "{\"slot\":\"9\"}");

  @Test
  void H01_a_turn_that_was_running_is_closed_without_a_word_and_its_events_stay() {
    Story story = customerSays("Hello").arrives(new TakenOver());
    Rest rest = rest(story.entry(new ModelSaid("Hi!", List.of(), Ending.COMPLETE, Made.UNKNOWN)));
    assertThat(rest.entries()).containsExactly(new Closed("superseded"));
    assertThat(rest.effects().consumedThrough()).isEmpty();
  }

  @Test
  void H01_while_a_person_answers_the_model_is_not_asked() {
    Rest rest = rest(taken().says("Hello?"));
    assertThat(rest.entries()).containsExactly(new Closed("a person answers"));
    assertThat(status(taken().log(), rest)).isEqualTo("waiting");
  }

  @Test
  void what_a_person_says_is_an_answer_in_their_voice() {
    Story story = taken().arrives(new Said("Hello?")).arrives(new PersonSaid("I am here."));
    var replied = (Replied) rest(story.turn()).entries().getFirst();
    assertThat(replied.text()).isEqualTo("I am here.");
    assertThat(replied.voice()).isEqualTo(Voice.PERSON);
  }

  @Test
  void what_a_person_said_is_passed_on_though_they_handed_back_before_a_turn_read_it() {
    Story story = taken().arrives(new PersonSaid("I am here.")).arrives(new HandedBack());
    var replied = (Replied) rest(story.turn()).entries().getFirst();
    assertThat(replied.text()).isEqualTo("I am here.");
    assertThat(replied.voice()).isEqualTo(Voice.PERSON);
  }

  @Test
  void whoever_speaks_has_taken_over() {
    Story story = Story.begins().turn(new PersonSaid("Hello")).ends(new Closed("")).says("Hi");
    assertThat(rest(story).entries()).containsExactly(new Closed("a person answers"));
  }

  @Test
  void each_thing_that_a_person_says_is_an_answer_of_its_own() {
    Story story = taken().arrives(new PersonSaid("One")).arrives(new PersonSaid("Two"));
    assertThat(Receiving.received(AGENT, story.log()).orElseThrow().events()).hasSize(1);
  }

  @Test
  void an_act_that_may_have_happened_is_still_settled_and_nobody_told() {
    Story story = customerSays("Order").modelCalls(ACT).intends(ACT, 1).ends(new Closed(""));
    story.turn(new TakenOver()).after(Story.ALLOWANCE.plus(Story.LIMIT));
    assertThat(next(story)).isInstanceOf(Add.class);
    story.escalates(ACT);
    assertThat(rest(story).entries()).containsExactly(new Closed("a person answers"));
  }

  @Test
  void H04_after_a_hand_back_the_agent_answers_what_nobody_did_and_has_read_the_person() {
    Story story = taken().says("Is it free?").ends(new Closed("a person answers"));
    story
        .turn(new PersonSaid("Let me see."))
        .ends(new Replied("Let me see.", Voice.PERSON, List.of()));
    story.says("And?").ends(new Closed("a person answers")).turn(new HandedBack());
    assertThat(next(story)).isInstanceOf(AskModel.class);
    assertThat(Prompt.shown(story.log()).messages())
        .containsExactly(
            new Message.Note("A person of the business has taken over."),
            new Message.Customer("Is it free?"),
            new Message.Note("The person wrote to the customer: Let me see."),
            new Message.Customer("And?"),
            new Message.Note("The person has handed the conversation back to you."));
  }

  @Test
  void H04_after_a_hand_back_with_nothing_open_the_agent_is_silent() {
    Story story = taken().says("Is it free?").ends(new Closed("a person answers"));
    story.turn(new PersonSaid("Yes.")).ends(new Replied("Yes.", Voice.PERSON, List.of()));
    assertThat(rest(story.turn(new HandedBack())).entries())
        .containsExactly(new Closed("nothing to say"));
  }

  @Test
  void what_a_person_found_out_closes_an_act_that_was_given_to_them() {
    Story story = escalated().turn(new Decided(ACT.id(), true));
    assertThat(next(story))
        .isEqualTo(added(new Returned(ACT.id(), 1, new Outcome.Done(Settling.FOUND_BY_A_PERSON))));
    Story not = escalated().turn(new Decided(ACT.id(), false));
    var returned = (Returned) ((Add) next(not)).entries().getFirst();
    assertThat(returned.outcome()).isInstanceOf(Outcome.Failed.class);
    not.entry(returned);
    assertThat(next(not)).isInstanceOf(AskModel.class);
  }

  @Test
  void a_decision_about_anything_else_changes_nothing() {
    Story other = escalated().turn(new Decided(call("9.9", "human", "{}").id(), true));
    assertThat(next(other)).isInstanceOf(Rest.class);
    Story flying = customerSays("Order").modelCalls(ACT).intends(ACT, 1);
    flying.arrives(new Decided(ACT.id(), false));
    assertThat(rest(flying).entries()).isEmpty();
    Story known = escalated().comesTo(ACT, 1, new Outcome.Done(Json.EMPTY));
    assertThat(next(known.turn(new Decided(ACT.id(), false)))).isInstanceOf(Rest.class);
  }

  @Test
  void a_stop_word_stops_what_runs_and_else_is_a_message_like_others() {
    Story running = customerSays("Tell me all").arrives(new Said("Stop!"));
    assertThat(rest(running).entries()).containsExactly(new Closed("superseded"));
    running.entry(new Closed("superseded")).turn();
    assertThat(((Replied) rest(running).entries().getFirst()).text())
        .isEqualTo(Sentences.stopped("en"));
    Story idle = customerSays("Which one?").modelSays("Cancel or move?").replies("Cancel or move?");
    assertThat(next(idle.says("cancel"))).isInstanceOf(AskModel.class);
  }

  private static Story taken() {
    return Story.begins().turn(new TakenOver()).ends(new Closed("a person answers"));
  }

  private static Story escalated() {
    return customerSays("Order")
        .modelCalls(ACT)
        .intends(ACT, 1)
        .after(Story.ALLOWANCE.plus(Story.LIMIT))
        .escalates(ACT)
        .replies("Somebody will see.");
  }

  private static Add added(Returned returned) {
    return new Add(List.of(returned));
  }

  private static String status(Log log, Rest rest) {
    Json document = rest.effects().documents().getFirst().body();
    return Projection.status(log.head(), Jsons.parse(document));
  }

  private static Step next(Story story) {
    return Next.next(AGENT, story.log());
  }

  private static Rest rest(Story story) {
    return (Rest) next(story);
  }
}
