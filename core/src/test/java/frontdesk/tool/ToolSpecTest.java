package frontdesk.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import frontdesk.conversation.Json;
import frontdesk.tool.ToolSpec.Approval;
import frontdesk.tool.ToolSpec.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolSpecTest {
  private static final Json ANYTHING = new Json("{\"type\":\"object\"}");
  private static final Duration LIMIT = Duration.ofSeconds(1);

  @Test
  void a_tool_that_acts_and_only_such_a_tool_declares_its_recovery() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(Effect.WRITE, Optional.empty()))
        .withMessageContaining("Tool pay");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(Effect.READ, Optional.of(Recovery.ASK_HUMAN)));
    assertThat(spec(Effect.WRITE, Optional.of(Recovery.ASK_HUMAN)).recovery()).isPresent();
  }

  @Test
  void a_tool_that_acts_needs_approval_unless_it_says_otherwise() {
    ToolSpec act = ToolSpec.act("pay", "", ANYTHING, Recovery.ASK_HUMAN, LIMIT);
    assertThat(act.approval()).isEqualTo(Approval.ASKED);
    assertThat(act.unasked().approval()).isEqualTo(Approval.UNASKED);
  }

  private static ToolSpec spec(Effect effect, Optional<Recovery> recovery) {
    return new ToolSpec(
        "pay", "", ANYTHING, effect, recovery, Approval.UNASKED, List.of(), List.of(), LIMIT);
  }
}
