package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Pressed;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Outcome.Refused;
import frontdesk.conversation.Principal;
import frontdesk.model.Message;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import frontdesk.runtime.Step.Show;
import frontdesk.tool.WriteTool.Previewing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Guarantee 9: an act runs only after this principal approved exactly this.
class ApprovingTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Call PAY = call("1.0", "pay", "{\"slot\":\"9\"}");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Principal TWO = new Principal.Visitor("two");

  @Test
  void an_act_that_needs_approval_is_shown_first_and_not_begun() {
    Story story = customerSays("Pay it").modelCalls(PAY);
    assertThat(next(story))
        .isInstanceOfSatisfying(
            Show.class,
            show -> {
              assertThat(show.call()).isEqualTo(PAY);
              assertThat(show.principal()).isEqualTo(Story.ONE);
            });
  }

  @Test
  void the_turn_ends_with_the_tools_own_words_and_the_question() {
    Story story = customerSays("Pay it").modelCalls(PAY);
    var show = (Show) next(story);
    var preview = new Previewing.Preview("Pay \u202e00.01\u202c for 9", TestAgent.PRICE);
    story.entry(Previews.entry(story.log(), show, preview));
    Asked asked = (Asked) rest(story).entries().getFirst();
    // T04: marks of direction are taken out.
    assertThat(asked.text()).isEqualTo("Pay 00.01 for 9\n\n" + Sentences.approve("en"));
    assertThat(asked.approval()).contains(PAY.id());
  }

  @Test
  void what_cannot_be_previewed_is_an_outcome_for_the_model() {
    Story story = customerSays("Pay it").modelCalls(PAY);
    var show = (Show) next(story);
    for (Outcome why : List.of(new Outcome.Done(Json.EMPTY), new Outcome.Unknown("?"))) {
      Entry entry = Previews.entry(story.log(), show, new Previewing.Not(why));
      assertThat(((Returned) entry).outcome()).isInstanceOf(Outcome.Failed.class);
    }
    var refused = new Refused("in the past");
    assertThat(Previews.entry(story.log(), show, new Previewing.Not(refused)))
        .isEqualTo(new Returned(PAY.id(), 0, refused));
    var blank = new Previewing.Preview(" ", Json.EMPTY);
    assertThat(Previews.entry(story.log(), show, blank)).isInstanceOf(Returned.class);
  }

  @Test
  void a_yes_to_what_was_shown_lets_exactly_that_act_begin() {
    Story story = asked().says("yes");
    assertThat(added(story)).isEqualTo(new Approved(PAY.id(), lastEvent(story)));
    story.entry(added(story));
    Intended intent = ((Act) next(story)).intent();
    assertThat(intent.call()).isEqualTo(PAY.id());
    assertThat(intent.arguments()).isEqualTo(new Json(PAY.arguments()));
    assertThat(intent.bound()).isEqualTo(TestAgent.PRICE);
    assertThat(intent.principal()).isEqualTo(Story.ONE);
  }

  @Test
  void a_button_of_the_question_counts_like_a_yes() {
    Story story = asked().turn(new Pressed(PAY.id(), true));
    assertThat(added(story)).isInstanceOf(Approved.class);
    Story other = asked().turn(new Pressed(call("9.9", "pay", "{}").id(), true));
    assertThat(next(other)).isInstanceOf(Rest.class);
  }

  @Test
  void a_no_closes_the_request() {
    assertThat(refusal(asked().says("no"))).contains("said no");
    assertThat(refusal(asked().turn(new Pressed(PAY.id(), false)))).contains("said no");
  }

  @Test
  void a_yes_that_came_in_before_the_question_was_shown_is_no_approval() {
    Story story = story().after(SECOND).arrives(new Said("yes"));
    story.after(SECOND).shows(PAY).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void a_yes_that_was_sent_before_the_question_was_shown_is_no_approval_though_it_came_late() {
    Story story = story().after(SECOND).shows(PAY);
    story.arrivesSentAt(story.now().minusSeconds(1), new Said("yes")).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void a_yes_to_a_question_that_was_never_shown_is_no_approval() {
    assertThat(next(story().after(SECOND).says("yes"))).isInstanceOf(AskModel.class);
  }

  @Test
  void a_yes_after_something_else_was_said_is_no_approval() {
    Story story = asked().says("What is it for?").modelSays("A seat.").replies("A seat.");
    assertThat(next(story.after(SECOND).says("yes"))).isInstanceOf(AskModel.class);
  }

  @Test
  void X10_nobody_elses_yes_counts() {
    Story story = asked().arrives(TWO, new Said("yes")).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
    Story pressed = asked().arrives(TWO, new Pressed(PAY.id(), true)).turn();
    assertThat(rest(pressed).entries().getFirst()).isInstanceOf(Closed.class);
  }

  @Test
  void X10_a_preview_expires() {
    Story story = asked().after(Limits.PREVIEW_STANDS).says("yes");
    assertThat(refusal(story)).contains("too late");
  }

  @Test
  void X10_a_tool_that_changed_or_went_since_voids_its_preview() {
    Story changed = customerSays("Pay it").modelCalls(PAY);
    changed.previews(PAY, TestAgent.OTHER_PAY);
    assertThat(refusal(changed.after(SECOND).shows(PAY).after(SECOND).says("yes")))
        .contains("changed");
    Story story = asked().says("yes");
    Agent without = TestAgent.withoutTools();
    assertThat(refusal(Steps.next(without, story.log()))).contains("changed");
  }

  @Test
  void O06_a_correction_beside_the_yes_is_no_approval() {
    Story story = asked().arrives(new Said("yes")).arrives(new Said("no wait, at three")).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
    Story button =
        asked().arrives(new Pressed(PAY.id(), true)).arrives(new Said("make it three")).turn();
    assertThat(next(button)).isInstanceOf(AskModel.class);
  }

  @Test
  void O06_a_new_preview_takes_the_place_of_the_one_before() {
    Call other = call("2.0", "pay", "{\"slot\":\"10\"}");
    Story story = asked().says("at ten").modelCalls(other);
    assertThat(added(story))
        .isEqualTo(returned("another request was shown to the customer instead"));
    story.entry(added(story));
    assertThat(next(story)).isInstanceOf(Show.class);
    story.previews(other).after(SECOND).shows(other).after(SECOND).says("yes");
    assertThat(((Approved) added(story)).call()).isEqualTo(other.id());
  }

  @Test
  void X09_of_two_requests_in_one_reply_only_the_first_is_shown() {
    Call second = call("1.1", "pay", "{\"slot\":\"10\"}");
    Story story = customerSays("Pay both").modelCalls(PAY, second);
    assertThat(((Returned) added(story)).call()).isEqualTo(second.id());
    story.entry(added(story));
    assertThat(((Show) next(story)).call()).isEqualTo(PAY);
  }

  @Test
  void O05_a_stop_or_a_takeover_voids_the_preview() {
    for (Inbound what : List.of(new Inbound.Stopped(), new Said("cancel"), new Said("หยุด"))) {
      Story story = asked().turn(what);
      assertThat(refusal(story)).isEqualTo(Sentences.STOPPED);
      story.entry(added(story));
      assertThat(((Replied) rest(story).entries().getFirst()).text())
          .isEqualTo(Sentences.stopped("en"));
    }
    Story taken = asked().turn(new Inbound.TakenOver());
    assertThat(refusal(taken)).isEqualTo(Sentences.STOPPED);
    taken.entry(added(taken));
    assertThat(rest(taken).entries().getFirst()).isInstanceOf(Closed.class);
  }

  @Test
  void X11_a_second_press_does_nothing_more_and_says_nothing() {
    Story story = asked().turn(new Pressed(PAY.id(), true));
    story.entry(added(story)).entry(((Act) next(story)).intent());
    story.comesTo(PAY, 1, new Outcome.Done(Json.EMPTY)).replies("Paid.");
    assertThat(rest(story.turn(new Pressed(PAY.id(), true))).entries().getFirst())
        .isInstanceOf(Closed.class);
  }

  @Test
  void a_press_on_what_is_not_open_any_more_is_told_so() {
    Story story = asked().says("no").entry(returned("the customer said no")).replies("Fine.");
    Rest rest = rest(story.turn(new Pressed(PAY.id(), true)));
    assertThat(((Replied) rest.entries().getFirst()).text()).isEqualTo(Sentences.notOpen("en"));
  }

  @Test
  void the_model_sees_that_the_call_waits_and_what_was_shown() {
    Story story = asked().says("What is it for?");
    assertThat(Prompt.shown(story.log()).messages())
        .filteredOn(Message.ToolSaid.class::isInstance)
        .singleElement()
        .satisfies(
            said ->
                assertThat(((Message.ToolSaid) said).content())
                    .contains("waits for the customer's approval", "Pay 10.00"));
  }

  @Test
  void a_preview_can_be_approved_after_everything_before_it_was_folded() {
    Story story = asked();
    for (int i = 0; i < 3; i++) story.turn(new Inbound.TimerFired("t")).ends(new Closed("quiet"));
    Story approved = story.says("yes");
    assertThat(Steps.next(AGENT, approved.folded())).isEqualTo(new Add(List.of(added(approved))));
  }

  private static Story story() {
    return customerSays("Pay it").modelCalls(PAY).previews(PAY);
  }

  /// The question was shown a second ago.
  private static Story asked() {
    return story()
        .after(SECOND)
        .turn(new Inbound.Shown(PAY.id()))
        .ends(new Closed(""))
        .after(SECOND);
  }

  private static Step next(Story story) {
    return Steps.next(AGENT, story.log());
  }

  private static Rest rest(Story story) {
    return (Rest) next(story);
  }

  private static Entry added(Story story) {
    return ((Add) next(story)).entries().getFirst();
  }

  private static String refusal(Story story) {
    return refusal(next(story));
  }

  private static String refusal(Step step) {
    var returned = (Returned) ((Add) step).entries().getFirst();
    assertThat(returned.call()).isEqualTo(PAY.id());
    return ((Refused) returned.outcome()).why();
  }

  private static Returned returned(String why) {
    return new Returned(PAY.id(), 0, new Refused(why));
  }

  private static EventId lastEvent(Story story) {
    return story.log().open().getLast().event().id();
  }
}
