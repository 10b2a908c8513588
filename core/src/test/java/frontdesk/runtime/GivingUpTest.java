package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.TimerSet;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import frontdesk.store.Effects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// D07: what fails again and again is set aside, and the conversation goes on.
class GivingUpTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Call ACT = call("1.0", "human", "{\"slot\":\"9\"}");

  @Test
  void D07_after_the_last_attempt_the_customer_gets_a_sentence_and_a_person_the_reason() {
    Story story = customerSays("Boom");
    for (int i = 0; i < TestAgent.ATTEMPTS; i++) {
      assertThat(next(story)).isInstanceOf(AskModel.class);
      story.entry(new Interrupted("java.lang.IllegalStateException"));
    }
    var events = Turn.of(story.log()).orElseThrow().eventIds();
    Rest rest = (Rest) next(story);
    assertThat(rest.entries())
        .containsExactly(
            new DeadLettered(events, "java.lang.IllegalStateException"),
            new Replied(Sentences.gaveUp("en"), Voice.APOLOGY, events));
    assertThat(rest.effects().consumedThrough()).hasValue(1);
    assertThat(status(rest.effects())).isEqualTo("waiting");
  }

  @Test
  void a_turn_that_comes_further_between_its_interruptions_is_not_given_up() {
    Story story = customerSays("Slow");
    Call look = call("1.0", "look", "{\"slot\":\"9\"}");
    for (int i = 0; i < TestAgent.ATTEMPTS - 1; i++) story.entry(new Interrupted("killed"));
    story.modelCalls(look).comesTo(look, 0, new Outcome.Done(Json.EMPTY));
    story.entry(new Interrupted("killed"));
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void an_act_in_doubt_goes_to_a_person_first_and_not_while_it_may_be_flying() {
    Story story = interrupted(customerSays("Order").modelCalls(ACT).intends(ACT, 1));
    var landed = story.now().plus(Story.ALLOWANCE).plus(Story.LIMIT);
    assertThat(next(story)).isEqualTo(new Rest(List.of(), Effects.waitUntil(landed)));
    story.after(Story.ALLOWANCE.plus(Story.LIMIT));
    assertThat(((Rest) next(story)).entries())
        .as("in one step, for progress in between would begin the count anew")
        .startsWith(new Escalated(ACT.id(), "the turn failed"))
        .hasAtLeastOneElementOfType(DeadLettered.class);
  }

  @Test
  void an_outcome_that_came_in_is_not_lost_with_the_turn_that_failed() {
    Story story =
        customerSays("Order").modelCalls(ACT).intends(ACT, 1).ends(new Closed("superseded"));
    var done = new Outcome.Done(Json.EMPTY);
    story.turn(new Inbound.OutcomeArrived(ACT.id(), 1, done));
    assertThat(((Rest) next(interrupted(story))).entries())
        .startsWith(new Returned(ACT.id(), 1, done))
        .doesNotHaveAnyElementsOfTypes(Escalated.class);
  }

  @Test
  void what_the_turn_noted_and_set_before_it_failed_stays() {
    var at = Instant.parse("2030-01-01T00:00:00Z");
    Story story = customerSays("I am Ann");
    story.entry(new Noted("name", new Json("\"Ann\""))).entry(new TimerSet("remind", at));
    Effects effects = ((Rest) next(interrupted(story))).effects();
    assertThat(effects.timers()).containsExactly(new Effects.Timer("remind", at));
    assertThat(effects.documents())
        .anySatisfy(
            document -> {
              assertThat(document.kind()).isEqualTo(Projection.FACTS);
              assertThat(document.body().text()).isEqualTo("{\"name\":\"Ann\"}");
            });
  }

  @Test
  void what_a_person_said_is_no_part_of_what_failed() {
    Story story = Story.begins().arrives(new Said("Boom")).arrives(new Inbound.PersonSaid("Hi."));
    var last = ((Rest) next(interrupted(story.turn()))).entries().getLast();
    assertThat(((Replied) last).text()).isEqualTo("Hi.");
    assertThat(((Replied) last).voice()).isEqualTo(Voice.PERSON);
  }

  @Test
  void nobody_hears_of_what_no_customer_said() {
    Story story = interrupted(Story.begins().turn(new Inbound.TimerFired("remind")));
    assertThat(((Rest) next(story)).entries().getLast()).isEqualTo(new Closed("gave up"));
    Story taken = Story.begins().arrives(new Said("Boom")).arrives(new Inbound.TakenOver());
    Rest rest = (Rest) next(interrupted(taken.turn()));
    assertThat(rest.entries().getLast()).isEqualTo(new Closed("gave up"));
  }

  @Test
  void calls_that_will_not_run_get_outcomes() {
    Call look = call("1.0", "look", "{\"slot\":\"9\"}");
    Rest rest = (Rest) next(interrupted(customerSays("Boom").modelCalls(look)));
    assertThat(rest.entries())
        .startsWith(new Returned(look.id(), 0, new Outcome.Refused(Sentences.STOPPED)));
  }

  @Test
  void H01_a_turn_that_was_superseded_is_closed_and_not_given_up() {
    Story story = interrupted(customerSays("Boom")).stop();
    Rest rest = (Rest) next(story);
    assertThat(rest.entries()).containsExactly(new Closed("superseded"));
    assertThat(rest.effects().consumedThrough()).as("its events go to the next turn").isEmpty();
  }

  @Test
  void the_model_does_not_see_what_was_set_aside_until_it_is_replayed() {
    Story story = givenUp().says("Hello");
    assertThat(said(story)).containsExactly("Hello");
    assertThat(said(story.folded())).containsExactly("Hello");
    story.modelSays("Hi.").replies("Hi.").turn(new Inbound.Replayed());
    assertThat(next(story)).isInstanceOf(AskModel.class);
    assertThat(said(story)).containsExactly("Hello", "Boom");
    assertThat(said(story.folded())).containsExactlyInAnyOrder("Hello", "Boom");
  }

  @Test
  void what_fails_again_when_replayed_is_set_aside_again() {
    Story story = interrupted(givenUp().turn(new Inbound.Replayed()));
    Rest rest = (Rest) next(story);
    story.entry(rest.entries().getFirst()).ends(rest.entries().getLast()).says("Hello");
    assertThat(said(story)).containsExactly("Hello");
  }

  @Test
  void a_conversation_waits_for_a_person_until_one_has_been_there() {
    Story story = givenUp().says("Hello").modelSays("Hi.");
    assertThat(status(((Rest) next(story)).effects())).isEqualTo("waiting");
    Story looked = givenUp().turn(new Inbound.TakenOver()).ends(new Closed(""));
    looked.turn(new Inbound.HandedBack());
    assertThat(status(((Rest) next(looked)).effects())).isEqualTo("open");
  }

  private static Story givenUp() {
    Story story = interrupted(customerSays("Boom"));
    Rest rest = (Rest) next(story);
    for (Entry entry : rest.entries().subList(0, rest.entries().size() - 1)) story.entry(entry);
    return story.ends(rest.entries().getLast()).after(Duration.ofSeconds(1));
  }

  private static Story interrupted(Story story) {
    for (int i = 0; i < TestAgent.ATTEMPTS; i++) story.entry(new Interrupted("killed"));
    return story;
  }

  private static Step next(Story story) {
    return Next.next(AGENT, story.log());
  }

  private static List<String> said(Story story) {
    return said(story.log());
  }

  private static List<String> said(Log log) {
    return Prompt.shown(log).messages().stream()
        .filter(Message.Customer.class::isInstance)
        .map(message -> ((Message.Customer) message).text())
        .toList();
  }

  private static String status(Effects effects) {
    return Jsons.parse(effects.documents().getFirst().body()).path("status").asString("");
  }
}
