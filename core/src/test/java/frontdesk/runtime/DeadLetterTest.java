package frontdesk.runtime;

import static frontdesk.runtime.Story.begins;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Log;
import frontdesk.model.Message;
import frontdesk.runtime.Step.AskModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages that were set aside, and their replay.
class DeadLetterTest {
  private static final Message POISON = new Message.Customer("poison");

  private static Story setAside() {
    return failsAs(1, customerSays("poison")).ends(new Replied("Sorry.", Voice.APOLOGY, List.of()));
  }

  private static Story failsAs(int event, Story story) {
    return story.entry(new DeadLettered(List.of(new EventId("test:acme:" + event)), "it threw"));
  }

  private static Step next(Story story) {
    return Next.next(TestAgent.idle(), story.log());
  }

  @Test
  void D07_what_is_set_aside_is_not_told_to_the_model_until_it_is_replayed() {
    Story story = setAside().arrives(new Inbound.Said("hello")).turn();
    assertThat(Prompt.shown(story.log()).messages()).doesNotContain(POISON);
    story.replies("Hello!").arrives(new Inbound.Replayed()).turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
    assertThat(Prompt.shown(story.log()).messages()).last().isEqualTo(POISON);
  }

  @Test
  void D07_a_replay_that_fails_leaves_it_set_aside_also_when_the_log_is_folded() {
    Story story =
        failsAs(2, setAside().arrives(new Inbound.Replayed()).turn()).ends(new Closed("gave up"));
    Log folded = story.arrives(new Inbound.Said("hello")).turn().folded();
    assertThat(Prompt.shown(folded).messages()).doesNotContain(POISON);
    assertThat(ForPeople.of(story.log().entries()).deadLetters())
        .extracting(ForPeople.DeadLetter::texts)
        .containsExactly(List.of("poison"), List.of());
    story.replies("Hello!").arrives(new Inbound.Replayed()).turn();
    assertThat(Prompt.shown(story.log()).messages()).last().isEqualTo(POISON);
    assertThat(ForPeople.of(story.log().entries()).deadLetters()).isEmpty();
  }

  @Test
  void D07_a_replay_that_a_person_took_over_is_owed_when_they_hand_back() {
    Story story =
        setAside()
            .arrives(new Inbound.TakenOver())
            .arrives(new Inbound.Replayed())
            .turn()
            .ends(new Closed("a person answers"))
            .arrives(new Inbound.HandedBack())
            .turn();
    assertThat(next(story)).isInstanceOf(AskModel.class);
    assertThat(Prompt.shown(story.log()).messages()).contains(POISON);
  }

  @Test
  void D07_what_is_set_aside_after_a_replay_waits_for_a_replay_of_its_own() {
    Story story = setAside().arrives(new Inbound.Replayed()).turn().replies("Hello!");
    failsAs(3, story.arrives(new Inbound.Said("poison")).turn()).ends(new Closed("gave up"));
    story.arrives(new Inbound.Said("hello")).turn();
    assertThat(Prompt.shown(story.log()).messages()).containsOnlyOnce(POISON);
    story.replies("Hello!").arrives(new Inbound.Replayed()).turn();
    assertThat(Prompt.shown(story.log()).messages()).last().isEqualTo(POISON);
  }

  @Test
  void a_hand_back_after_which_nothing_is_owed_says_nothing() {
    Story story =
        begins()
            .arrives(new Inbound.TakenOver())
            .turn()
            .ends(new Closed("a person answers"))
            .arrives(new Inbound.HandedBack())
            .turn();
    assertThat(next(story))
        .isInstanceOfSatisfying(
            Step.Rest.class,
            rest -> assertThat(rest.entries()).containsExactly(new Closed("nothing to say")));
  }
}
