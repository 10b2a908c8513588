package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Outcome.NotSent;
import frontdesk.conversation.Outcome.Unknown;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.LookUp;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An act in doubt outlives what it began in: a stop, a hand-over, the version of its tool.
class ActsOutliveTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LANDING = Story.ALLOWANCE.plus(Story.LIMIT);
  private static final Unknown UNKNOWN = new Unknown("no answer");
  private static final NotSent NOT_SENT = new NotSent("too late");
  private static final Call RETRY = call("1.0", "retry", "{\"slot\":\"9\"}");
  private static final Call HUMAN = call("1.0", "human", "{\"slot\":\"9\"}");
  private static final Call PAY = call("1.0", "pay", "{\"slot\":\"9\"}");

  @Test
  void an_attempt_after_a_stop_is_of_the_first_ones_epoch() {
    Story story = tried(RETRY).comesTo(RETRY, 1, UNKNOWN).intends(RETRY, 2);
    story.comesTo(RETRY, 2, NOT_SENT).stop().entry(new Closed("superseded")).turn();
    Intended third = intent(next(story.after(SECOND)));
    assertThat(third.attempt()).isEqualTo(3);
    assertThat(third.epoch()).isZero();
  }

  @Test
  void a_retry_is_the_same_request_as_what_was_approved() {
    Intended first =
        new Intended(
            PAY.id(),
            "pay",
            new Json(PAY.arguments()),
            TestAgent.PRICE,
            IdempotencyKey.of(Story.ID, PAY.id()),
            Story.ONE,
            1,
            0,
            Story.ALLOWANCE,
            Story.LIMIT);
    Story story = customerSays("yes").modelCalls(PAY).entry(first);
    Intended second = intent(next(story));
    assertThat(second.bound()).isEqualTo(TestAgent.PRICE);
    assertThat(second.arguments()).isEqualTo(first.arguments());
    assertThat(second.principal()).isEqualTo(first.principal());
    assertThat(second.key()).isEqualTo(first.key());
    assertThat(second.allowance()).isEqualTo(Story.ALLOWANCE);
  }

  @Test
  void an_act_whose_tool_only_looks_by_now_goes_to_a_person() {
    Agent changed = TestAgent.agent("test", Facts.NONE, List.of(new Looks("retry")), List.of());
    Story story = tried(RETRY).after(LANDING);
    assertThat(((Add) Next.next(changed, story.log())).entries())
        .hasOnlyElementsOfType(Escalated.class);
  }

  @Test
  void an_act_whose_tool_is_gone_is_not_closed_as_unsent_while_an_earlier_attempt_is_in_doubt() {
    Story story = tried(RETRY).comesTo(RETRY, 1, UNKNOWN).intends(RETRY, 2);
    story.comesTo(RETRY, 2, NOT_SENT).after(LANDING);
    assertThat(((Add) Next.next(TestAgent.withoutTools(), story.log())).entries())
        .hasOnlyElementsOfType(Escalated.class);
  }

  @Test
  void an_act_of_an_agent_that_is_handed_over_to_is_settled_by_whoever_opened() {
    Agent closer = TestAgent.agent("closer", Facts.NONE, TestAgent.idle().tools(), List.of());
    Agent opener = TestAgent.agent("test", Facts.NONE, List.of(), List.of(closer));
    Call lookup = call("1.0", "lookup", "{\"slot\":\"9\"}");
    Story story = tried(lookup).after(LANDING);
    assertThat(Next.next(opener, story.log())).isInstanceOf(LookUp.class);
  }

  @Test
  void another_tool_may_act_with_the_same_arguments_meanwhile() {
    Story story = tried(HUMAN).after(LANDING).escalates(HUMAN).replies("A person looks.");
    Call other = call("2.0", "retry", HUMAN.arguments());
    story.says("Then so").modelCalls(other);
    assertThat(intent(next(story)).call()).isEqualTo(other.id());
  }

  @Test
  void the_customer_is_told_that_a_person_decides_also_when_nothing_was_heard_at_all() {
    Story story = tried(HUMAN).after(LANDING).escalates(HUMAN);
    assertThat(Prompt.shown(story.log()).messages().getLast().toString())
        .contains("not known yet", "A person will find out");
  }

  private static Story tried(Call call) {
    return customerSays("Book it").modelCalls(call).intends(call, 1);
  }

  private static Step next(Story story) {
    return Next.next(TestAgent.idle(), story.log());
  }

  private static Intended intent(Step step) {
    assertThat(step).isInstanceOf(Act.class);
    return ((Act) step).intent();
  }

  private record Looks(String name) implements Tool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.look(name, "Looks.", new Json("{\"type\":\"object\"}"), Story.LIMIT);
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return new Outcome.Done(Json.EMPTY);
    }
  }
}
