package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ScriptedTest {
  private final Caller caller = new Caller(5);

  @Test
  void the_request_says_which_turn_comes_next() {
    caller.script(
        "{\"expect\": {\"user\": \"balance\"}, \"reply\": {\"calls\": [{\"tool\": \"balance\","
            + " \"arguments\": \"{\", \"id\": \"c1\"}]}}",
        "{\"expect\": {\"tool\": \"balance\", \"outcome\": \"120\"}, \"reply\": {\"text\": \"120.\"}}");
    ObjectNode body = Jsons.object().put("model", "gpt-4.1").put("store", false);
    ArrayNode input = body.putArray("input");
    input.addObject().put("role", "user").put("content", "my balance?");

    var first = caller.responses(Caller.text(body)).json().path("output");
    assertThat(first.path(0).path("arguments").asString("")).isEqualTo("{");
    first.values().forEach(input::add);
    input
        .addObject()
        .put("type", "function_call_output")
        .put("call_id", "c1")
        .put("output", "120 points");
    var second = caller.responses(Caller.text(body)).json().path("output");
    assertThat(second.path(0).path("content").path(0).path("text").asString("")).isEqualTo("120.");
    second.values().forEach(input::add);
    input.addObject().put("role", "user").put("content", "thanks");

    var third = caller.responses(Caller.text(body));
    assertThat(third.code()).isEqualTo("not_in_script");
    assertThat(third.message()).isEqualTo("The script ends after turn 2: add turn 3.");
  }

  @Test
  void what_a_turn_does_not_expect_is_refused_and_named() {
    caller.script("{\"expect\": {\"user\": \"balance\"}, \"reply\": {\"text\": \"x\"}}");

    var heard = caller.chat(Caller.text(Caller.completion("gpt-4.1", "hello")));

    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.message())
        .isEqualTo("Turn 1 of the script expects user: balance: nothing new matches.");
  }

  @Test
  void a_script_that_cannot_be_used_is_one_line_that_names_the_field() {
    assertThat(refused("[{\"reply\": {\"text\": \"a\"}, \"wire\": {\"end\": \"soon\"}}]"))
        .isEqualTo("turn 1.wire.end: must be one of usual, missing, reset, error, failed");
    assertThat(refused("[{\"reply\": {\"text\": \"a\"}, \"wire\": {\"do\": \"status\"}}]"))
        .isEqualTo("turn 1.wire.do: status needs a whole number from 400 to 599 behind it");
    assertThat(refused("[{\"reply\": {\"txt\": \"a\"}}]")).contains("turn 1.reply");
    assertThat(refused("{}")).contains("must be a list of turns");
    assertThat(refused("[")).startsWith("script: the body is not valid JSON");
  }

  @Test
  void a_script_may_be_a_yaml_file() {
    var openai = new OpenAi(InstantSource.fixed(Caller.NOW), new SplittableRandom(1));
    openai.script("- reply: {text: Hello.}\n  wire: {finish: length}\n");
    assertThatThrownBy(() -> openai.script("- reply: {}\n  wire: {ids: odd, repeat: 0}\n"))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("turn 1.wire.ids")
        .hasMessageContaining("turn 1.wire.repeat");
  }

  @Test
  void an_empty_script_ends_the_play() {
    caller.script("{\"reply\": {\"text\": \"a\"}}");
    caller.script();
    assertThat(caller.chat(Caller.text(Caller.completion("gpt-4.1", "hello"))).text())
        .contains("I am the sandbox");
  }

  private String refused(String script) {
    var heard = caller.post("/_control/script", script);
    assertThat(heard.status()).isEqualTo(400);
    return heard.json().path("detail").asString("");
  }
}
