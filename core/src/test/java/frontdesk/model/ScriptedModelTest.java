package frontdesk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Made;
import frontdesk.engine.Deadline;
import frontdesk.engine.HandTime;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.ToolSaid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
  private static final Assistant CALLED =
      new Assistant(
          "", List.of(new Call(new CallId("1"), "balance", "{}")), List.of(), Made.UNKNOWN);
  private static final Customer ASKS = new Customer("What is my balance?");

  private final List<String> streamed = new ArrayList<>();
  private final HandTime time = new HandTime();

  @Test
  void follows_the_script_by_what_the_request_holds() {
    var model =
        model(
            """
            - {expect: {user: balance}, reply: {calls: [{tool: balance, id: c1}]}}
            - {expect: {tool: balance, outcome: '"points": ?120'}, reply: {text: You have 120 points.}}
            """);
    assertThat(reply(model, ASKS).calls())
        .containsExactly(new ModelReply.AskedCall("c1", "balance", "{}"));
    var outcome = new ToolSaid(new CallId("1"), "balance", "{\"points\":120}");
    assertThat(reply(model, ASKS, CALLED, outcome).text()).isEqualTo("You have 120 points.");
    assertThat(reply(model, ASKS).calls()).as("another conversation").hasSize(1);
    assertThat(streamed).containsExactly("You ", "have ", "120 ", "points.");
  }

  @Test
  void says_which_turn_expected_what_without_the_customers_words() {
    var model = model("- {expect: {user: balance}, reply: {text: Hi.}}");
    assertThat(failure(model, new Customer("secret words")))
        .hasMessageContaining("turn 1", "user: balance")
        .hasMessageNotContaining("secret")
        .extracting(ModelException::kind)
        .isEqualTo(ModelException.Kind.INVALID_REQUEST);
  }

  @Test
  void an_outcome_of_another_tool_does_not_match() {
    var model = model("- {reply: {text: x}}\n- {expect: {tool: other}, reply: {text: y}}");
    var outcome = new ToolSaid(new CallId("1"), "balance", "{}");
    assertThat(failure(model, ASKS, CALLED, outcome)).hasMessageContaining("turn 2");
  }

  @Test
  void fails_past_the_end() {
    var model = model("- {reply: {text: x}}");
    assertThat(failure(model, ASKS, CALLED, ASKS))
        .hasMessageContaining("the script ends after turn 1: add turn 2");
  }

  @Test
  void matches_any_message_of_a_burst() {
    var model = model("- {expect: {user: '^second$'}, reply: {text: x}}");
    assertThat(reply(model, new Customer("first"), new Customer("second")).text()).isEqualTo("x");
  }

  @Test
  void fails_with_the_kind_that_the_script_names() {
    var model = model("- {reply: {error: overloaded}}");
    assertThat(failure(model, ASKS).kind()).isEqualTo(ModelException.Kind.OVERLOADED);
  }

  @Test
  void M10_refuses_and_says_nothing_as_told() {
    assertThat(reply(model("- {reply: {refusal: No.}}"), ASKS).ending()).isEqualTo(Ending.REFUSED);
    assertThat(reply(model("- {reply: {text: ''}}"), ASKS).text()).isEmpty();
    assertThat(streamed).containsExactly("No.");
  }

  @Test
  void M05_passes_on_arguments_that_are_no_json() {
    var model = model("- {reply: {calls: [{tool: t, arguments: '{\"a\": [1,'}]}}");
    assertThat(reply(model, ASKS).calls().getFirst().arguments()).isEqualTo("{\"a\": [1,");
  }

  @Test
  void waits_as_told_but_not_beyond_the_deadline() {
    reply(model("- {reply: {text: x}, delay: 400}"), ASKS);
    assertThat(time.nanos()).isEqualTo(Duration.ofMillis(400).toNanos());
    assertThat(failure(model("- {reply: {text: x}, delay: 1500}"), ASKS).kind())
        .isEqualTo(ModelException.Kind.TIMEOUT);
    assertThat(time.nanos()).isEqualTo(Duration.ofMillis(1400).toNanos());
  }

  private ScriptedModel model(String yaml) {
    var problems = new ArrayList<String>();
    var script = Script.parse(yaml, problems);
    assertThat(problems).isEmpty();
    return new ScriptedModel(script, time);
  }

  private ModelReply reply(ScriptedModel model, Message... messages) {
    var deadline = Deadline.in(Duration.ofSeconds(1), time);
    return model.reply(
        new ModelRequest(
            "a",
            "",
            List.of(),
            List.of(messages),
            List.of(),
            "en",
            "UTC",
            Instant.EPOCH,
            "c",
            Wishes.NONE,
            Optional.empty(),
            false,
            deadline),
        streamed::add);
  }

  private ModelException failure(ScriptedModel model, Message... messages) {
    return catchThrowableOfType(ModelException.class, () -> reply(model, messages));
  }
}
