package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Call;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Outcome.Done;
import frontdesk.conversation.Outcome.NotSent;
import frontdesk.conversation.Outcome.Refused;
import frontdesk.conversation.Outcome.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is known of an act without a final outcome, and what a late outcome may still say of it.
class OpenActTest {
  private static final Call ACT = call("1.0", "lookup", "{\"slot\":\"9\"}");
  private static final NotSent NOT_SENT = new NotSent("not there");
  private static final Outcome REFUSED = new Refused("sold out");
  private static final Outcome DONE = new Done(Json.EMPTY);

  @Test
  void a_request_can_fly_for_its_allowance_and_its_time_limit_after_the_newest_intent() {
    Story story = tried();
    assertThat(open(story).landed()).isEqualTo(story.now().plusSeconds(5).plusSeconds(10));
    story.after(Duration.ofMinutes(1)).intends(ACT, 2);
    assertThat(open(story).landed()).isEqualTo(story.now().plusSeconds(5).plusSeconds(10));
  }

  @Test
  void pauses_grow_and_are_bounded() {
    Story story = tried();
    for (int[] timesAndSeconds : new int[][] {{1, 1}, {2, 2}, {3, 4}, {6, 32}, {7, 32}, {99, 32}}) {
      assertThat(open(story).pausedUntil(timesAndSeconds[0]))
          .isEqualTo(story.now().plusSeconds(timesAndSeconds[1]));
    }
  }

  @Test
  void that_it_happened_is_true_of_every_attempt() {
    Story story = tried().comesTo(ACT, 1, NOT_SENT).intends(ACT, 2);
    assertThat(open(story).takes(1, DONE)).isTrue();
    assertThat(open(story).takes(2, DONE)).isTrue();
  }

  @Test
  void that_it_was_refused_is_heard_of_the_newest_attempt_only() {
    Story story = tried().comesTo(ACT, 1, NOT_SENT).intends(ACT, 2);
    assertThat(open(story).takes(1, REFUSED)).as("the first flew on, and lost").isFalse();
    assertThat(open(story).takes(2, REFUSED)).isTrue();
  }

  @Test
  void that_it_was_refused_closes_nothing_while_an_earlier_attempt_is_in_doubt() {
    Story story = tried().comesTo(ACT, 1, new Unknown("lost")).intends(ACT, 2);
    assertThat(open(story).takes(2, REFUSED)).isFalse();
  }

  @Test
  void of_an_attempt_that_is_known_to_have_had_no_effect_nothing_more_is_heard_but_done() {
    Story story = tried().comesTo(ACT, 1, NOT_SENT);
    assertThat(open(story).takes(1, NOT_SENT)).isFalse();
    assertThat(open(story).takes(1, REFUSED)).isFalse();
    assertThat(open(story).takes(1, DONE)).isTrue();
  }

  @Test
  void a_late_outcome_that_says_nothing_is_not_heard() {
    assertThat(open(tried()).takes(1, new Unknown("lost"))).isFalse();
  }

  private static Story tried() {
    return customerSays("Book it").modelCalls(ACT).intends(ACT, 1);
  }

  private static OpenAct open(Story story) {
    return OpenAct.of(story.log().timeline()).getFirst();
  }
}
