package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.runtime.Step.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// M13: an answer that claims success needs a receipt.
class ClaimsTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final Call PAY = call("1.0", "pay", "{\"slot\":\"9\"}");
  private static final Call LOOK = call("1.1", "look", "{\"slot\":\"9\"}");
  private static final Outcome DONE = new Outcome.Done(Json.EMPTY);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have paid it.",
        "Your bill has been paid!",
        "All good: it's paid.",
        "Sure. It was PAID a minute ago. Anything else?",
        "I've just paid for two seats",
        "ชำระเงินเรียบร้อยแล้วค่ะ"
      })
  void M13_a_claim_that_nothing_proves_is_not_passed_on(String claim) {
    assertThat(answer(customerSays("Pay it"), claim)).isEqualTo(Sentences.unproven("en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shall it be paid now?",
        "It has not been paid yet.",
        "I can't say whether it was paid.",
        "Once it is paid you will hear from us.",
        "Is a repaid loan what you mean, as it is repaid?",
        "That would be paid by card.",
        "ยังไม่ได้ชำระเงิน",
        "We take cash.",
        "It is unpaid.",
        "Paid parking next door."
      })
  void questions_conditions_negations_and_other_words_claim_nothing(String text) {
    assertThat(answer(customerSays("Pay it"), text)).isEqualTo(text);
  }

  @Test
  void what_a_tool_has_just_answered_may_be_told() {
    String why = "Seats are paid an hour ahead.";
    Story story = customerSays("Pay it").modelCalls(PAY).comesTo(PAY, 0, new Outcome.Refused(why));
    assertThat(answer(story, "Sorry. " + why)).isEqualTo("Sorry. " + why);
    assertThat(answer(story, why + " It is paid.")).isEqualTo(Sentences.unproven("en"));
  }

  @Test
  void an_act_that_was_done_proves_the_claim_in_its_turn_and_later() {
    Story story = customerSays("Pay it").modelCalls(PAY).intends(PAY, 1).comesTo(PAY, 1, DONE);
    assertThat(answer(story, "It is paid.")).isEqualTo("It is paid.");
    story.modelSays("It is paid.").replies("It is paid.").says("Really?");
    assertThat(answer(story, "Yes, it was paid.")).isEqualTo("Yes, it was paid.");
  }

  @Test
  void an_act_proves_the_claim_also_when_the_log_was_folded() {
    Story story = customerSays("Pay it").modelCalls(PAY).intends(PAY, 1).comesTo(PAY, 1, DONE);
    story.modelSays("It is paid.").replies("It is paid.").says("Thanks").replies("Welcome.");
    Log folded = story.says("Really?").modelSays("Yes, it was paid.").folded();
    var rest = (Rest) Next.next(AGENT, folded);
    assertThat(((Replied) rest.entries().getFirst()).text()).isEqualTo("Yes, it was paid.");
  }

  @Test
  void an_act_that_failed_or_is_in_doubt_disproves_it_whatever_was_done_before() {
    Story story = customerSays("Pay it").modelCalls(PAY).intends(PAY, 1).comesTo(PAY, 1, DONE);
    Call again = call("2.0", "pay", "{\"slot\":\"10\"}");
    story.modelSays("Paid.").replies("Paid.").says("Another one").modelCalls(again);
    story.intends(again, 1).comesTo(again, 1, new Outcome.Refused("no money"));
    assertThat(answer(story, "It is paid.")).isEqualTo(Sentences.unproven("en"));
    Call third = call("3.0", "pay", "{\"slot\":\"11\"}");
    story.replies("No money.").says("And this one").modelCalls(third).intends(third, 1);
    story.after(Story.ALLOWANCE.plus(Story.LIMIT)).escalates(third);
    assertThat(answer(story, "It is paid.")).isEqualTo(Sentences.unproven("en"));
  }

  @Test
  void what_was_looked_up_in_the_turn_may_be_told() {
    Story story = customerSays("Is it paid?").modelCalls(LOOK).comesTo(LOOK, 0, DONE);
    assertThat(answer(story, "It was paid on Monday.")).isEqualTo("It was paid on Monday.");
  }

  private static String answer(Story story, String text) {
    story.modelSays(text);
    var rest = (Rest) Next.next(AGENT, story.log());
    return ((Replied) rest.entries().getLast()).text();
  }
}
