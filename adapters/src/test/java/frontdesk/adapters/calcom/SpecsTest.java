package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import frontdesk.tool.ArgumentKind;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What models and customers read of the tools.
class SpecsTest {
  static List<Tool> tools() {
    return new Desk().tools();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void each_tool_can_be_asked_for_in_both_languages(Tool tool) {
    JsonNode schema = Jsons.parse(tool.spec().parameters());
    JsonSchema.of(schema);
    assertThat(tool.spec().examples()).hasSizeGreaterThan(6).anyMatch(e -> e.matches("[ก-๛ 0-9]+"));
    for (var property : schema.path("properties").properties()) {
      for (String words : List.of("x-labels", "x-ask", "x-question", "x-hint")) {
        JsonNode said = property.getValue().path(words);
        assertThat(said.propertyNames()).as(property.getKey()).containsExactly("en", "th");
      }
      assertThat(property.getValue().has("x-kind")).isTrue();
      ArgumentKind.of(property.getKey(), property.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("tools")
  void C_F6_what_acts_is_approved_found_again_and_claims_nothing_unproven(Tool tool) {
    ToolSpec spec = tool.spec();
    boolean acts = spec.effect() == ToolSpec.Effect.WRITE;
    assertThat(tool instanceof WriteTool && tool instanceof LooksUp).isEqualTo(acts);
    assertThat(spec.recovery())
        .isEqualTo(acts ? Optional.of(Recovery.LOOK_UP_FIRST) : Optional.empty());
    if (!acts) return;
    assertThat(spec.approval()).isEqualTo(ToolSpec.Approval.ASKED);
    assertThat(spec.claims()).isNotEmpty();
    for (Words words : List.of(new Words(false), new Words(true))) {
      String done =
          switch (spec.name()) {
            case "book_meeting" -> words.booked("x", "y", "z");
            case "move_meeting" -> words.moved("x", "y");
            default -> words.cancelled("x", "y");
          };
      assertThat(spec.claims()).anyMatch(done::contains);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "find_free_times, 'date,duration_minutes,zone', ''",
    "book_meeting, 'date,time,name,email,duration_minutes,topic,zone', 'date,time,name,email'",
    "list_meetings, status, ''",
    "move_meeting, 'meeting_id,time,date,zone,reason', 'meeting_id,time'",
    "cancel_meeting, 'meeting_id,reason', meeting_id"
  })
  void each_tool_has_its_parameters(String name, String all, String required) {
    JsonNode schema = Jsons.parse(new Desk().tool(name).spec().parameters());
    assertThat(String.join(",", schema.path("properties").propertyNames())).isEqualTo(all);
    List<String> needed = schema.path("required").valueStream().map(JsonNode::asString).toList();
    assertThat(String.join(",", needed)).isEqualTo(required);
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
  }
}
