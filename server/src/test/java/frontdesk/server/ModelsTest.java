package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.AgentFolder;
import frontdesk.agent.Toolset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelsTest {
  private static final Map<String, String> PATIENT =
      Map.of(
          "agent.yaml", "name: patient\nlimits: {turn_seconds: 600}\n",
          "instructions.md", "Think.");

  @Test
  void M03_a_model_may_think_as_long_as_the_longest_turn_lasts() {
    Agent patient =
        AgentFolder.read(
            "patient", file -> Optional.ofNullable(PATIENT.get(file)), Toolset.NONE, "UTC");
    assertThat(Models.ANSWER).isGreaterThanOrEqualTo(patient.limits().turn());
  }
}
