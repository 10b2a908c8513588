package frontdesk.runtime;

import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import frontdesk.agent.Agent;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Shortened;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Made;
import frontdesk.conversation.Snapshot;
import frontdesk.conversation.Usage;
import frontdesk.model.Message;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Rest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A conversation that is too long for a model.
class ShorteningTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final ModelFailed TOO_LONG = new ModelFailed("CONTEXT_TOO_LONG", "400");

  @Test
  void what_a_model_is_shown_stays_within_its_tokens_however_long_a_conversation_is() {
    Story story = customerSays("message 0");
    for (int i = 1; i < 200; i++) {
      story = shortened(story);
      AskModel ask = (AskModel) next(story);
      assertThat(Shortening.tokens(ask.messages())).isLessThanOrEqualTo(600);
      assertThat(ask.messages().getLast()).isEqualTo(new Message.Customer("message " + (i - 1)));
      story = story.modelSays("Yes, " + i).replies("Yes, " + i).says("message " + i);
    }
  }

  @Test
  void what_is_sent_begins_the_same_for_many_turns() {
    Story story = customerSays("message 0");
    List<Message> before = List.of();
    int anew = 0;
    for (int i = 1; i < 200; i++) {
      story = shortened(story);
      List<Message> messages = ((AskModel) next(story)).messages();
      boolean goesOn =
          messages.size() > before.size() && messages.subList(0, before.size()).equals(before);
      if (!goesOn) anew++;
      before = messages;
      story = story.modelSays("Yes, " + i).replies("Yes, " + i).says("message " + i);
    }
    assertThat(anew).isBetween(1, 20);
  }

  @Test
  void the_open_turn_is_shown_however_long_it_is() {
    Story story = customerSays("Hi").modelSays("Hi.").replies("Hi.").says("word ".repeat(2_000));
    Story shortened = shortened(story);
    assertThat(((AskModel) next(shortened)).messages())
        .hasSize(2)
        .last()
        .isInstanceOf(Message.Customer.class);
  }

  @Test
  void M14_a_provider_that_finds_it_too_long_is_asked_once_more_with_less() {
    Story story = customerSays("one").modelSays("1").replies("1").says("two").entry(TOO_LONG);
    assertThat(next(story)).isInstanceOf(Add.class);
    Story less = shortened(story);
    assertThat(((AskModel) next(less)).messages())
        .doesNotContain(new Message.Customer("one"))
        .contains(new Message.Customer("two"));
    assertThat(next(less.entry(TOO_LONG))).as("no loop").isInstanceOf(Rest.class);
  }

  @Test
  void M14_our_own_cut_in_the_same_turn_does_not_spend_the_one_try() {
    Story story = customerSays("message 0");
    for (int i = 1; i < 30; i++) {
      story = story.modelSays("Yes").replies("Yes, " + i).says("message " + i + " word".repeat(40));
    }
    assertThat(next(story)).isInstanceOf(Add.class);
    Story ours = shortened(story).entry(TOO_LONG);
    assertThat(next(ours)).isInstanceOf(Add.class);
    assertThat(next(shortened(ours).entry(TOO_LONG))).as("no loop").isInstanceOf(Rest.class);
  }

  @Test
  void what_a_fold_cut_off_is_said_to_be_left_out() {
    Story story = customerSays("message 0");
    for (int i = 1; i < 300; i++) {
      story = story.modelSays("Yes").replies("Yes, " + i).says("message " + i);
    }
    List<Logged> timeline = story.modelSays("Yes").replies("Yes").log().timeline();
    Log log = customerSays("Hi").log();
    var folded =
        new Log(
            log.head(), Snapshot.NONE.fold(timeline), List.of(), List.of(), List.of(), log.at());
    List<Message> messages = Prompt.shown(folded).messages();
    assertThat(messages.getFirst().toString()).contains("is left out here");
    assertThat(messages).contains(new Message.Customer("message 299"));
    assertThat(messages).doesNotContain(new Message.Customer("message 0"));
  }

  @Test
  void sealed_reasoning_counts_as_what_it_takes_and_not_as_text() {
    var sealed = new Json("{\"encrypted_content\": \"" + "x".repeat(9_000) + "\"}");
    var made = new Made("openai:x", false, List.of(sealed), new Usage(100, 0, 540, 500));
    assertThat(new Message.Assistant("Hi.", List.of(), List.of(), made).tokens())
        .isBetween(40L, 60L);
    Made uncounted = new Made("openai:x", false, List.of(sealed), Usage.NONE);
    assertThat(new Message.Assistant("Hi.".repeat(100), List.of(), List.of(), uncounted).tokens())
        .isBetween(100L, 120L);
  }

  @Test
  void M14_what_cannot_be_shortened_ends_with_a_sentence() {
    Rest rest = (Rest) next(customerSays("Hi").entry(TOO_LONG));
    assertThat(rest.entries()).hasAtLeastOneElementOfType(Replied.class);
  }

  @Test
  void M15_without_a_summary_open_calls_and_their_outcomes_stay() {
    Call pay = Story.call("a", "pay", "{\"slot\":\"1\"}");
    Story story = customerSays("Pay").modelCalls(pay).previews(pay).says("And something else");
    story.entry(new Shortened(4));
    assertThat(Prompt.shown(story.log()).messages())
        .filteredOn(Message.ToolSaid.class::isInstance)
        .singleElement()
        .satisfies(said -> assertThat(said.toString()).contains("waits for the customer"));
  }

  @Test
  void a_summary_stands_for_what_it_sums_up() {
    Story story =
        customerSays("I like tea")
            .modelSays("Noted.")
            .replies("Noted.")
            .arrives(new Inbound.Summarised(3, "Likes tea.", Usage.NONE))
            .says("Hi");
    List<Message> messages = ((AskModel) next(story)).messages();
    assertThat(messages.getFirst().toString()).contains("Likes tea.");
    assertThat(messages).doesNotContain(new Message.Customer("I like tea"));
    assertThat(messages).last().isEqualTo(new Message.Customer("Hi"));
  }

  @Test
  void a_summary_alone_needs_no_word() {
    Story story =
        customerSays("Hi")
            .modelSays("Hi.")
            .replies("Hi.")
            .turn(new Inbound.Summarised(1, "They met.", Usage.NONE));
    Rest rest = (Rest) next(story);
    assertThat(rest.entries()).allMatch(Entry.Closed.class::isInstance);
  }

  @Test
  void a_conversation_that_took_its_tokens_of_the_day_gets_a_sentence_and_a_person() {
    var made = new Made("openai:x", false, List.of(), new Usage(499_000, 0, 1_000, 0));
    Story story =
        customerSays("Hi")
            .entry(new ModelSaid("Hi.", List.of(), Ending.COMPLETE, made))
            .replies("Hi.")
            .says("And now?");
    Rest rest = (Rest) next(story);
    assertThat(rest.entries())
        .hasAtLeastOneElementOfType(Entry.PersonWanted.class)
        .last(as(type(Replied.class)))
        .satisfies(said -> assertThat(said.text()).contains("today").doesNotContain("in a moment"));
  }

  private static Step next(Story story) {
    return Next.next(AGENT, story.log());
  }

  /// After the steps that shorten it.
  private static Story shortened(Story story) {
    Story now = story;
    while (next(now) instanceof Add(var entries)) {
      for (Entry entry : entries) now = now.entry(entry);
    }
    return now;
  }
}
