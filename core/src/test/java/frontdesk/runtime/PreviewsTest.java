package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Principal;
import frontdesk.runtime.Step.Show;
import frontdesk.tool.Recovery;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool.Previewing.Preview;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What exactly is approved with a preview.
class PreviewsTest {
  private static final Call PAY = call("1.0", "pay", "{\"slot\":\"9\"}");
  private static final Json OTHER = new Json("{\"price\":\"12.00\"}");

  private final Story story = customerSays("Pay it").modelCalls(PAY);
  private final Show show = (Show) Steps.next(TestAgent.idle(), story.log());
  private final ToolSpec spec = show.tool().spec();
  private final Previewed preview = (Previewed) preview("Pay 10.00");

  @Test
  void the_same_request_of_the_same_tool_has_the_same_hash() {
    assertThat(Previews.hash(spec, preview)).isEqualTo(preview.hash());
  }

  @Test
  void S13_a_tool_of_another_name_description_schema_or_recovery_is_not_what_was_approved() {
    Json schema = new Json("{\"type\":\"object\"}");
    Optional<Recovery> person = Optional.of(Recovery.ASK_HUMAN);
    for (ToolSpec other :
        List.of(
            spec("refund", spec.description(), spec.parameters(), spec.recovery()),
            spec(spec.name(), "Pays later.", spec.parameters(), spec.recovery()),
            spec(spec.name(), spec.description(), schema, spec.recovery()),
            spec(spec.name(), spec.description(), spec.parameters(), person))) {
      assertThat(Previews.hash(other, preview)).as("%s", other).isNotEqualTo(preview.hash());
    }
  }

  @Test
  void X10_other_arguments_facts_words_or_persons_are_not_what_was_approved() {
    Principal two = new Principal.Visitor("two");
    for (Previewed other :
        List.of(
            previewed(OTHER, preview.text(), preview.bound(), preview.principal()),
            previewed(preview.arguments(), "Pay 12.00", preview.bound(), preview.principal()),
            previewed(preview.arguments(), preview.text(), OTHER, preview.principal()),
            previewed(preview.arguments(), preview.text(), preview.bound(), two))) {
      assertThat(Previews.hash(spec, other)).as("%s", other).isNotEqualTo(preview.hash());
    }
  }

  @Test
  void what_is_too_long_to_be_read_cannot_be_approved() {
    assertThat(preview("x".repeat(Limits.PREVIEW_CHARACTERS))).isInstanceOf(Previewed.class);
    assertThat(preview("x".repeat(Limits.PREVIEW_CHARACTERS + 1))).isInstanceOf(Returned.class);
  }

  private Entry preview(String text) {
    return Previews.entry(story.log(), show, new Preview(text, TestAgent.PRICE));
  }

  private Previewed previewed(Json arguments, String text, Json bound, Principal principal) {
    return new Previewed(
        PAY.id(), "pay", arguments, text, bound, preview.hash(), principal, 0, preview.expires());
  }

  private static ToolSpec spec(
      String name, String description, Json parameters, Optional<Recovery> recovery) {
    return ToolSpec.act(name, description, parameters, recovery.orElseThrow(), Story.LIMIT);
  }
}
