package frontdesk.runtime;

import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Made;
import frontdesk.conversation.Usage;
import frontdesk.model.Message;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final String THAI = "คำสั่งซื้อของคุณกำลังจัดส่งแล้วค่ะ";
  private static final String ENGLISH = "Your order is on its way to you.";

  @Test
  void M12_an_answer_in_another_language_is_asked_for_again_once() {
    Story story = customerSays("Where is my order?").modelSays(THAI);
    List<Message> messages = ((AskModel) Next.next(AGENT, story.log())).messages();
    assertThat(messages.getLast().toString()).contains("English");
    assertThat(messages).hasAtLeastOneElementOfType(Message.Assistant.class);
    assertThat(text(story.modelSays(THAI))).as("as the customer may have asked").isEqualTo(THAI);
  }

  @Test
  void M12_what_the_model_says_then_is_the_answer() {
    assertThat(text(customerSays("Where is it?").modelSays(THAI).modelSays(ENGLISH)))
        .isEqualTo(ENGLISH);
  }

  @Test
  void M12_an_answer_stands_where_saying_it_again_fails() {
    for (String kind : List.of("TIMEOUT", "CONTEXT_TOO_LONG", "QUOTA")) {
      Story story = customerSays("Where is my order?").modelSays(THAI);
      assertThat(text(story.entry(new ModelFailed(kind, "")))).isEqualTo(THAI);
    }
  }

  @Test
  void M12_what_would_cost_more_than_the_day_allows_is_not_asked_for_again() {
    var made = new Made("openai:x", false, List.of(), new Usage(500_000, 0, 100, 0));
    var said = new ModelSaid(THAI, List.of(), Ending.COMPLETE, made);
    assertThat(text(customerSays("Where is it?").entry(said))).isEqualTo(THAI);
  }

  @Test
  void M12_what_is_shown_to_ask_again_stays_within_its_tokens() {
    Story story = customerSays("message 0");
    for (int i = 1; i < 20; i++) {
      story = story.modelSays("Yes.").replies("Yes.").says("message " + "word ".repeat(40));
    }
    assertThat(Next.next(AGENT, story.modelSays(THAI).log())).isInstanceOf(Step.Add.class);
  }

  @Test
  void form_mode_is_announced_when_it_begins_to_answer_and_not_again() {
    Story story = customerSays("Hello").entry(standsIn("Which order?"));
    assertThat(text(story)).contains("simpler mode").endsWith("Which order?");
    story.replies("…").says("And now?").entry(standsIn("Which one?"));
    assertThat(text(story)).isEqualTo("Which one?");
    story.replies("…").says("And now?").modelSays("I am back.");
    assertThat(text(story)).isEqualTo("I am back.");
  }

  private static ModelSaid standsIn(String text) {
    return new ModelSaid(text, List.of(), Ending.COMPLETE, Made.by("guided").standingIn());
  }

  private static String text(Story story) {
    Rest rest = (Rest) Next.next(AGENT, story.log());
    return ((Replied) rest.entries().getLast()).text();
  }
}
