package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound.Pressed;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.Outcome.Refused;
import frontdesk.conversation.Principal;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import frontdesk.runtime.Step.Show;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Guarantee 9, the moment of the approval: which yes is later than the preview was shown, and what
/// an approval is good for.
class ApprovedTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Call PAY = call("1.0", "pay", "{\"slot\":\"9\"}");
  private static final Call OTHER = call("9.9", "pay", "{\"slot\":\"10\"}");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Principal TWO = new Principal.Visitor("two");

  @Test
  void a_yes_that_came_in_before_the_question_was_shown_is_none_whatever_its_time_says() {
    Story story = story();
    story.arrivesSentAt(story.now().plusSeconds(3600), new Said("yes"));
    story.after(SECOND).shows(PAY).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void a_yes_counts_by_its_platforms_time_not_by_when_it_came_in() {
    Story story = story().after(SECOND).shows(PAY).after(SECOND);
    story.arrivesSentAt(story.now().minusSeconds(2), new Said("yes")).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void that_another_question_was_shown_lets_no_yes_count() {
    Story story = story().after(SECOND).shows(OTHER).after(SECOND).says("yes");
    assertThat(next(story)).isInstanceOf(AskModel.class);
  }

  @Test
  void a_question_that_was_shown_once_more_still_has_its_answer() {
    Story story = asked().arrives(new Said("yes")).after(SECOND).shows(PAY).turn();
    assertThat(added(story)).isInstanceOf(Approved.class);
  }

  @Test
  void a_no_after_something_else_was_said_answers_that() {
    Story story = asked().says("What is it for?").modelSays("A seat. Two?").replies("A seat. Two?");
    assertThat(next(story.after(SECOND).says("no"))).isInstanceOf(AskModel.class);
  }

  @Test
  void the_button_of_another_question_turns_nothing_down() {
    Story story = asked().turn(new Pressed(OTHER.id(), false));
    assertThat(next(story)).isInstanceOf(Rest.class);
  }

  @Test
  void O06_both_buttons_at_once_are_a_no() {
    Story story = asked().arrives(new Pressed(PAY.id(), true));
    assertThat(refusal(story.turn(new Pressed(PAY.id(), false)))).contains("said no");
  }

  @Test
  void X10_a_preview_can_be_approved_for_a_quarter_of_an_hour() {
    Duration most = Duration.ofMinutes(15);
    Duration waited = SECOND.multipliedBy(2);
    Story inTime = asked().after(most.minus(waited).minusMillis(1)).says("yes");
    assertThat(added(inTime)).isInstanceOf(Approved.class);
    assertThat(refusal(asked().after(most.minus(waited)).says("yes"))).contains("too late");
  }

  @Test
  void X10_an_approval_that_had_to_wait_expires_too() {
    Story story = asked().says("yes");
    story.entry(added(story)).after(Limits.PREVIEW_STANDS);
    assertThat(refusal(story)).contains("too late");
  }

  @Test
  void an_approval_of_an_earlier_request_lets_no_later_one_begin() {
    Story story = asked().says("yes");
    story.entry(added(story)).entry(((Act) next(story)).intent());
    story.comesTo(PAY, 1, new Refused("sold out")).replies("Sold out.");
    story.says("at ten").modelCalls(OTHER).previews(OTHER).after(SECOND).shows(OTHER).turn();
    assertThat(next(story)).isInstanceOf(Rest.class);
  }

  @Test
  void X11_what_was_approved_begins_once_also_when_nobody_knows_what_came_of_it() {
    Story story = asked().says("yes");
    story.entry(added(story)).entry(((Act) next(story)).intent());
    story.after(Story.ALLOWANCE.plus(Story.LIMIT)).escalates(PAY);
    assertThat(next(story)).as("the customer is told").isInstanceOf(AskModel.class);
    assertThat(Prompt.shown(story.log()).messages().getLast().toString())
        .contains("Nobody knows yet", "pay", "A person will find out");
  }

  @Test
  void an_approved_act_is_for_who_approved_and_has_the_allowance_of_every_act() {
    Story story = asked().arrives(new Pressed(PAY.id(), true)).arrives(TWO, new Said("Hi")).turn();
    story.entry(added(story));
    Intended intent = ((Act) next(story)).intent();
    assertThat(intent.principal()).isEqualTo(Story.ONE);
    assertThat(intent.allowance()).isEqualTo(Story.ALLOWANCE);
    assertThat(intent.timeLimit()).isEqualTo(Story.LIMIT);
  }

  @Test
  void what_acts_without_approval_is_done_before_the_customer_is_asked() {
    Call hold = call("1.1", "retry", "{\"slot\":\"9\"}");
    Story story = customerSays("Book it").modelCalls(PAY, hold);
    assertThat(((Act) next(story)).intent().call()).isEqualTo(hold.id());
  }

  @Test
  void a_preview_is_of_the_epoch_of_its_turn() {
    Story story = customerSays("Hi").stop().entry(new Closed("superseded")).turn();
    assertThat(((Show) next(story.modelCalls(PAY))).epoch()).isEqualTo(1);
  }

  @Test
  void that_a_question_was_shown_needs_no_word() {
    Story story = story().after(SECOND).turn(new Shown(PAY.id()));
    assertThat(((Rest) next(story)).entries()).containsExactly(new Closed("nothing to say"));
  }

  @Test
  void what_was_approved_and_not_begun_stays_approved_when_the_log_is_folded() {
    Story story = asked().says("yes");
    var approved = new Approved(PAY.id(), new EventId("test:acme:2"));
    story.entry(approved).replies("One moment.").says("Well?").modelSays("Soon.").replies("Soon.");
    assertThat(story.folded().timeline()).extracting(l -> l.entry()).contains(approved);
  }

  private static Story story() {
    return customerSays("Pay it").modelCalls(PAY).previews(PAY);
  }

  /// The question was shown a second ago.
  private static Story asked() {
    return story().after(SECOND).turn(new Shown(PAY.id())).ends(new Closed("")).after(SECOND);
  }

  private static Step next(Story story) {
    return Steps.next(AGENT, story.log());
  }

  private static Entry added(Story story) {
    return ((Add) next(story)).entries().getFirst();
  }

  private static String refusal(Story story) {
    List<Entry> entries = ((Add) next(story)).entries();
    return ((Refused) ((Returned) entries.getFirst()).outcome()).why();
  }
}
