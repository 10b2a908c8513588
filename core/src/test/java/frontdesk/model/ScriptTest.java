package frontdesk.model;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Entry.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void reads_every_kind_of_turn() {
    var script =
        Script.parse(
            """
            - expect: {user: balance}
              reply: {calls: [{tool: balance, arguments: {card: "1", exact: true}, id: c1}]}
              delay: 200
            - expect: {tool: balance, outcome: "120"}
              reply: {text: You have 120 points.}
            - expect: {user: more}
              reply: {text: "One moment.", calls: [{tool: a, arguments: '{"cut": "of'}, {tool: b}]}
            - expect: {user: evil}
              reply: {refusal: I cannot do that.}
            - reply: {error: rate_limited}
            """,
            problems);
    assertThat(problems).isEmpty();
    assertThat(script.turns()).hasSize(5);
    assertThat(script.turns().getFirst().delay()).isEqualTo(Duration.ofMillis(200));
    assertThat(script.turns().get(2).reply())
        .isEqualTo(
            new Script.Reply.Says(
                new ModelReply(
                    "One moment.",
                    List.of(
                        new ModelReply.AskedCall("", "a", "{\"cut\": \"of"),
                        new ModelReply.AskedCall("", "b", "{}")),
                    Ending.COMPLETE)));
    assertThat(script.turns().getLast().reply())
        .isEqualTo(new Script.Reply.Fails(ModelException.Kind.RATE_LIMITED));
  }

  @Test
  void C02_names_turn_key_and_fix_of_every_problem() {
    Script.parse(
        """
        - expect: {usr: hello}
          reply: {text: Hi., refusal: No.}
        - expect: {user: "("}
          replay: {text: Hi.}
        - expect: {tool: t, outcome: x}
          reply: {error: broke}
          delay: -1
        - reply: {calls: [{arguments: [1]}]}
        """,
        problems);
    assertThat(String.join("\n", problems))
        .contains(
            "turn 1.expect.usr: unknown key; did you mean 'user'?",
            "turn 1.expect: must be either 'user' or 'tool'",
            "turn 1.reply: must be one of",
            "turn 2.expect.user: is no regular expression",
            "turn 2.replay: unknown key; did you mean 'reply'?",
            "turn 2.reply: is missing, add it",
            "turn 3.reply.error: must be one of rate_limited, quota,",
            "turn 3.delay: must be a whole number from 0 to 600000",
            "turn 4.reply.calls[1].tool: is missing",
            "turn 4.reply.calls[1].arguments: must be a mapping, or a text");
  }

  @Test
  void C02_refuses_what_is_no_list_of_turns() {
    for (String text : List.of("", "hello", "{}", "[]", "- [", "a: 1\na: 2")) {
      problems.clear();
      Script.parse(text, problems);
      assertThat(problems).as(text).hasSize(1);
    }
  }
}
