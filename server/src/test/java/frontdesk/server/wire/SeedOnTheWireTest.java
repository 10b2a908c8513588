package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.server.Seed;
import frontdesk.server.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The support original's conversation with a model on the wire: both APIs, streamed and whole.
class SeedOnTheWireTest extends OnTheWire {
  private static final List<String> ANSWERS =
      List.of(
          "I am sorry to hear that. What is your order number, and what happened?",
          "Thank you. What happened, and how urgent is it for you?",
          "I see. How urgent is it for you: low, medium or high?",
          "Thank you. How urgent is it for you: low, medium or high?",
          "Thank you, your case is in good hands. Order number: 7474839. We write back within one"
              + " working day.",
          "Nothing more is needed. We write back within one working day.");
  private static final String SCRIPT =
      """
      - expect: {user: "issue"}
        reply: {text: "%s"}
      - expect: {user: "7474839"}
        reply: {calls: [{tool: note_facts, arguments: {order_number: "7474839"}}]}
      - expect: {tool: note_facts, outcome: '"order_number":"7474839"'}
        reply: {text: "%s"}
      - expect: {user: "deposit"}
        reply:
          calls:
            - tool: note_facts
              arguments:
                problem_category: Rental car deposit
                problem_description: The deposit was not refunded for more than two weeks.
      - expect: {tool: note_facts, outcome: '"missing":\\["urgency_level"\\]'}
        reply: {text: "%s"}
      - expect: {user: "Urgency Level:\\\\*\\\\*$"}
        reply:
          calls:
            - tool: note_facts
              arguments:
                order_number: ""
                problem_category: Rental Car Deposit
                problem_description: Delay in receiving the deposit refund.
                urgency_level: null
      - expect: {tool: note_facts, outcome: '"order_number":"7474839"'}
        reply: {text: "%s"}
      - expect: {user: "200 euros"}
        reply: {calls: [{tool: note_facts, arguments: {urgency_level: high}}]}
      - expect: {tool: note_facts, outcome: '"missing":\\[\\]'}
        reply: {calls: [{tool: hand_over, arguments: {to: closer}}]}
      - expect: {tool: hand_over, outcome: 'one working day'}
        reply: {text: "%s"}
      - expect: {user: "what else"}
        reply: {text: "%s"}
      """
          .formatted(ANSWERS.toArray());

  @ParameterizedTest
  @CsvSource({"responses, true", "responses, false", "chat, true", "chat, false"})
  void M16_A_F14_the_originals_six_turns_are_the_same_over_both_apis_streamed_and_whole(
      String api, boolean stream) {
    with("OPENAI_API_KEY", ""); // as good as not set
    with("OPENAI_API", api);
    provider.says(SCRIPT);
    openAsConfigured("{name: openai, stream: " + stream + "}");
    for (String turn : Seed.turns()) say(turn).botMessage();

    assertThat(messages()).isEqualTo(transcript());
    JsonNode read = api().read(id()).json();
    assertThat(read.path("status").asString("")).isEqualTo("completed");
    assertThat(read.path("agent").asString("")).isEqualTo("closer");
    JsonNode facts = read.path("facts");
    assertThat(facts.path("order_number").asString("")).isEqualTo("7474839");
    assertThat(facts.path("problem_category").asString("")).isEqualTo("Rental Car Deposit");
    assertThat(facts.path("problem_description").asString("")).contains("deposit refund");
    assertThat(facts.path("urgency_level").asString("")).isEqualTo("high");
    assertThat(read.path("ticket").path("id").asString("")).matches("T-[0-9A-F]{8}");
    assertThat(read.path("ticket").path("status").asString("")).isEqualTo("open");
    assertThat(provider.asked())
        .hasSize(11)
        .allMatch(body -> body.path("stream").asBoolean(false) == stream);
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"responses", "chat"})
  void A_F14_the_originals_six_turns_in_a_terminal_with_nothing_set_but_the_address(String api) {
    provider.says(SCRIPT);
    var shell =
        new Shell().with("FRONTDESK_DATA", data.toString()).with("OPENAI_BASE_URL", provider.url());
    if (api.equals("chat")) shell.with("OPENAI_API", api);
    var ran = shell.piped(String.join("\n", Seed.turns()), "chat", "support");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(said(ran.out())).isEqualTo(ANSWERS);
    assertThat(provider.asked()).hasSize(11);
  }

  @Test
  void M06_a_hand_over_that_comes_too_early_does_not_happen_and_the_model_is_told() {
    provider.script(call("hand_over", "{\"to\": \"closer\"}"), text("What is your order number?"));
    openAsConfigured("openai");
    answers("hello", "What is your order number?");
    assertThat(outcome()).contains("Not known yet: order_number");
    assertThat(api().read(id()).json().path("agent").asString("")).isEqualTo("support");
    goesOn();
  }

  private static List<String> transcript() {
    var all = new ArrayList<String>();
    for (int i = 0; i < ANSWERS.size(); i++) {
      all.add("user: " + Seed.turns().get(i));
      all.add("assistant: " + ANSWERS.get(i));
    }
    return all;
  }

  private static List<String> said(String out) {
    return Pattern.compile("^Assistant: ", Pattern.MULTILINE)
        .splitAsStream(out)
        .filter(part -> !part.isEmpty())
        .map(part -> part.strip().replaceAll("\\s+", " "))
        .toList();
  }
}
