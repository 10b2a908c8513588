package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.model.Wishes;
import frontdesk.tool.Hold;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is wrong with an agent's tools is said when it is made, not in a turn.
class AgentTest {
  private static final Json ANYTHING = new Json("{\"type\":\"object\"}");
  private static final Outcome DONE = new Outcome.Done(Json.EMPTY);

  @Test
  void a_tool_whose_provider_is_to_be_asked_must_be_able_to_ask() {
    ToolSpec spec = act(Recovery.LOOK_UP_FIRST).unasked();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agent(new Plain(spec)))
        .withMessage("Tool pay: LOOK_UP_FIRST, but it cannot look up");
    assertThat(agent(new Asking(spec)).tool("pay")).isPresent();
  }

  @Test
  void a_tool_that_acts_shows_a_preview_or_says_that_it_needs_no_approval() {
    ToolSpec spec = act(Recovery.RETRY_WITH_KEY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agent(new Plain(spec)))
        .withMessageContaining("Tool pay: an act shows a preview");
    assertThatIllegalArgumentException().isThrownBy(() -> agent(new Showing(spec.unasked())));
    assertThat(agent(new Plain(spec.unasked())).tool("pay")).isPresent();
    assertThat(agent(new Showing(spec)).tool("pay")).isPresent();
  }

  @Test
  void only_a_hold_may_be_undone_by_itself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agent(new Plain(act(Recovery.EXPIRES).unasked())))
        .withMessage("Tool pay: EXPIRES is for the two acts of a hold");
    var lasting = new Plain(act(Recovery.ASK_HUMAN).unasked());
    assertThatIllegalArgumentException().isThrownBy(() -> new Hold(lasting, lasting));
  }

  private static ToolSpec act(Recovery recovery) {
    return ToolSpec.act("pay", "", ANYTHING, recovery, Duration.ofSeconds(1));
  }

  private static Agent agent(Tool tool) {
    return new Agent(
        "teller",
        "1",
        "teller",
        true,
        "",
        Facts.NONE,
        List.of(tool),
        List.of(),
        List.of(),
        "en",
        "UTC",
        Limits.DEFAULT,
        Wishes.NONE);
  }

  private record Plain(ToolSpec spec) implements Tool {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return DONE;
    }
  }

  private record Asking(ToolSpec spec) implements LooksUp {
    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return DONE;
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      return new Found.NotApplied();
    }
  }

  private record Showing(ToolSpec spec) implements WriteTool {
    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return new Previewing.Preview("Pay", Json.EMPTY);
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return DONE;
    }
  }
}
