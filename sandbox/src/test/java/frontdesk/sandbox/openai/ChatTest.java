package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ChatTest {
  private static final String CALL =
      """
      {"reply": {"calls": [{"tool": "balance", "arguments": {"card": "1000001"}, "id": "c1"},
                           {"tool": "balance", "arguments": {"card": "ก"}}]}}
      """;

  private final Caller caller = new Caller(2);

  private static ObjectNode streamed(boolean usage) {
    ObjectNode body = Caller.completion("gpt-4.1", "hello").put("stream", true);
    body.putObject("stream_options").put("include_usage", usage);
    return body;
  }

  @Test
  void calls_come_with_null_content_and_arguments_as_text() {
    caller.script(CALL);

    JsonNode choice =
        caller
            .chat(Caller.text(Caller.completion("gpt-4.1", "hello")))
            .json()
            .path("choices")
            .path(0);

    assertThat(choice.path("finish_reason").asString("")).isEqualTo("tool_calls");
    assertThat(choice.path("message").path("content").isNull()).isTrue();
    JsonNode calls = choice.path("message").path("tool_calls");
    assertThat(calls.path(0).path("id").asString("")).isEqualTo("c1");
    assertThat(calls.path(1).path("id").asString("")).startsWith("call_");
    assertThat(calls.path(0).path("function").path("arguments").asString(""))
        .isEqualTo("{\"card\":\"1000001\"}");
  }

  @Test
  void a_stream_names_each_call_once_and_then_appends_its_arguments() {
    caller.script(CALL);

    var heard = caller.chat(Caller.text(streamed(true)));

    List<JsonNode> deltas =
        heard.events().stream()
            .map(chunk -> chunk.path("choices").path(0).path("delta").path("tool_calls").path(0))
            .filter(delta -> !delta.isMissingNode())
            .toList();
    assertThat(deltas.stream().filter(delta -> delta.has("id"))).hasSize(2);
    String second =
        deltas.stream()
            .filter(delta -> delta.path("index").asInt() == 1)
            .map(delta -> delta.path("function").path("arguments").asString(""))
            .collect(Collectors.joining());
    assertThat(second).isEqualTo("{\"card\":\"ก\"}");
    assertThat(heard.data().getLast()).isEqualTo("[DONE]");
  }

  @Test
  void usage_is_a_last_chunk_without_choices_and_only_where_asked_for() {
    List<JsonNode> with = caller.chat(Caller.text(streamed(true))).events();
    List<JsonNode> without = caller.chat(Caller.text(streamed(false))).events();

    assertThat(with.getLast().path("choices").size()).isZero();
    assertThat(with.getLast().path("usage").path("total_tokens").asInt()).isPositive();
    assertThat(with.getFirst().path("usage").isNull()).isTrue();
    assertThat(without).noneMatch(chunk -> chunk.has("usage"));
    assertThat(without.getLast().path("choices").path(0).path("finish_reason").asString(""))
        .isEqualTo("stop");
  }

  @Test
  void a_refusal_is_no_content() {
    caller.script("{\"reply\": {\"refusal\": \"I will not.\"}}");

    JsonNode message =
        caller
            .chat(Caller.text(Caller.completion("gpt-4.1", "hello")))
            .json()
            .path("choices")
            .path(0)
            .path("message");

    assertThat(message.path("content").isNull()).isTrue();
    assertThat(message.path("refusal").asString("")).isEqualTo("I will not.");
  }

  @Test
  void obfuscation_ends_where_it_is_not_wanted() {
    assertThat(caller.chat(Caller.text(streamed(false))).text()).contains("\"obfuscation\"");
    ObjectNode plain = streamed(false);
    plain.putObject("stream_options").put("include_obfuscation", false);
    assertThat(caller.chat(Caller.text(plain)).text()).doesNotContain("\"obfuscation\"");
  }
}
