package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.sandbox.openai.Caller.Heard;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Each fault of a model provider, as it looks on the wire.
class WireTest {
  private static final String TEXT = "\"reply\": {\"text\": \"Good morning to you.\"}";
  private static final String CALLS =
      "\"reply\": {\"calls\": [{\"tool\": \"f\", \"arguments\": {\"a\": 1}}, {\"tool\": \"g\"}]}";

  private final Caller caller = new Caller(6);

  private Heard responses(boolean streamed, String reply, String wire) {
    caller.script("{" + reply + ", \"wire\": " + wire + "}");
    ObjectNode body = Caller.response("gpt-4.1", "hello").put("stream", streamed);
    return caller.responses(Caller.text(body));
  }

  private Heard chat(boolean streamed, String reply, String wire) {
    caller.script("{" + reply + ", \"wire\": " + wire + "}");
    ObjectNode body = Caller.completion("gpt-4.1", "hello").put("stream", streamed);
    if (streamed) body.putObject("stream_options").put("include_usage", true);
    return caller.chat(Caller.text(body));
  }

  @Test
  void M01_a_rate_limit_says_when_to_come_back_and_a_quota_does_not() {
    Heard limited = responses(true, TEXT, "{\"do\": \"error:rate_limit_exceeded\"}");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.headers().only("Retry-After")).contains("1");
    assertThat(limited.code()).isEqualTo("rate_limit_exceeded");

    for (String code : List.of("insufficient_quota", "credit_balance_exhausted")) {
      Heard quota = chat(false, TEXT, "{\"do\": \"error:" + code + "\"}");
      assertThat(quota.status()).isEqualTo(429);
      assertThat(quota.code()).isEqualTo(code);
      assertThat(quota.json().path("error").path("type").asString(""))
          .isEqualTo("insufficient_quota");
      assertThat(quota.headers().only("Retry-After")).isEmpty();
    }
  }

  @Test
  void M02_an_overloaded_provider_answers_5xx_also_without_json() {
    assertThat(responses(true, TEXT, "{\"do\": \"status:500\"}").code()).isEqualTo("server_error");
    assertThat(responses(true, TEXT, "{\"do\": \"status:502\"}").text()).contains("<html>");
    assertThat(responses(true, TEXT, "{\"do\": \"status:529\"}").status()).isEqualTo(529);
    assertThat(responses(true, TEXT, "{\"do\": \"error:server_is_overloaded\"}").status())
        .isEqualTo(503);
  }

  @Test
  void M02_errors_of_a_script_are_those_of_the_provider() {
    caller.script("{\"reply\": {\"error\": \"quota\"}}");
    assertThat(caller.responses(Caller.text(Caller.response("gpt-4.1", "x"))).code())
        .isEqualTo("insufficient_quota");
  }

  @Test
  void M04_the_connection_is_reset_after_a_call_was_emitted() {
    Heard heard = responses(true, CALLS, "{\"end\": \"reset\"}");
    assertThat(heard.cut()).isTrue();
    assertThat(heard.types())
        .contains("response.output_item.done")
        .doesNotContain("response.completed");
    assertThat(chat(true, CALLS, "{\"end\": \"reset\"}").cut()).isTrue();
    assertThat(responses(false, CALLS, "{\"end\": \"reset\"}").cut()).isTrue();
  }

  @Test
  void M03_a_stream_ends_without_its_last_event() {
    Heard heard = responses(true, TEXT, "{\"end\": \"missing\"}");
    assertThat(heard.cut()).isFalse();
    assertThat(heard.types()).endsWith("response.output_item.done");
    Heard chat = chat(true, TEXT, "{\"end\": \"missing\"}");
    assertThat(chat.text()).doesNotContain("[DONE]").doesNotContain("\"finish_reason\":\"stop\"");
  }

  @Test
  void M02_a_stream_breaks_off_with_an_error_or_a_failed_response() {
    assertThat(responses(true, TEXT, "{\"end\": \"error\"}").types()).endsWith("error");
    Heard failed = responses(true, TEXT, "{\"end\": \"failed\"}");
    assertThat(failed.types()).endsWith("response.failed");
    JsonNode response = failed.events().getLast().path("response");
    assertThat(response.path("status").asString("")).isEqualTo("failed");
    assertThat(response.path("error").path("code").asString("")).isEqualTo("server_error");
    assertThat(responses(false, TEXT, "{\"end\": \"failed\"}").json().path("status").asString(""))
        .isEqualTo("failed");
    assertThat(chat(true, TEXT, "{\"end\": \"error\"}").events().getLast().has("error")).isTrue();
    assertThat(chat(false, TEXT, "{\"end\": \"error\"}").code()).isEqualTo("server_error");
    assertThat(responses(false, TEXT, "{\"end\": \"error\"}").code()).isEqualTo("server_error");
  }

  @Test
  void M05_arguments_are_cut_off() {
    String cut = "\"reply\": {\"calls\": [{\"tool\": \"f\", \"arguments\": \"{\\\"a\\\": \"}]}";
    JsonNode response = responses(false, cut, "{\"finish\": \"length\"}").json();
    assertThat(response.path("status").asString("")).isEqualTo("incomplete");
    assertThat(response.path("output").path(0).path("status").asString("")).isEqualTo("incomplete");
    assertThat(response.path("output").path(0).path("arguments").asString(""))
        .isEqualTo("{\"a\": ");
    assertThat(finish(chat(false, cut, "{\"finish\": \"length\"}"))).isEqualTo("length");
  }

  @Test
  void M08_call_ids_are_missing_or_the_same_and_200_calls_come_at_once() {
    JsonNode none = responses(false, CALLS, "{\"ids\": \"missing\"}").json().path("output");
    assertThat(none.values()).noneMatch(item -> item.has("call_id"));
    JsonNode same = responses(false, CALLS, "{\"ids\": \"same\"}").json().path("output");
    assertThat(same.path(0).path("call_id")).isEqualTo(same.path(1).path("call_id"));
    JsonNode many =
        chat(false, CALLS, "{\"repeat\": 100}")
            .json()
            .path("choices")
            .path(0)
            .path("message")
            .path("tool_calls");
    var ids = new HashSet<String>();
    many.values().forEach(call -> ids.add(call.path("id").asString("")));
    assertThat(ids).hasSize(200);
  }

  @Test
  void M10_an_answer_is_empty_or_only_reasoning_or_filtered() {
    JsonNode empty = responses(false, "\"reply\": {\"text\": \"\"}", "{}").json().path("output");
    assertThat(empty.path(0).path("content").path(0).path("text").asString("x")).isEmpty();
    JsonNode only = responses(false, TEXT, "{\"reasoning\": \"only\"}").json().path("output");
    assertThat(only.size()).isEqualTo(1);
    assertThat(only.path(0).path("type").asString("")).isEqualTo("reasoning");
    JsonNode filtered =
        responses(true, TEXT, "{\"finish\": \"content_filter\"}").events().getLast();
    assertThat(filtered.path("type").asString("")).isEqualTo("response.incomplete");
    assertThat(finish(chat(false, TEXT, "{\"finish\": \"content_filter\"}")))
        .isEqualTo("content_filter");
    Heard refused = responses(true, "\"reply\": {\"refusal\": \"No.\"}", "{}");
    assertThat(refused.types()).contains("response.refusal.delta", "response.refusal.done");
  }

  @Test
  void M11_an_answer_of_a_megabyte() {
    Heard heard = responses(true, "\"reply\": {\"text\": \"0123456789\"}", "{\"repeat\": 100000}");
    JsonNode last = heard.events().getLast().path("response").path("output").path(0);
    assertThat(last.path("content").path(0).path("text").asString("")).hasSize(1_000_000);
  }

  @Test
  void M18_usage_is_missing_or_absurd() {
    JsonNode none =
        responses(true, TEXT, "{\"usage\": \"missing\"}").events().getLast().path("response");
    assertThat(none.has("usage")).isFalse();
    assertThat(chat(true, TEXT, "{\"usage\": \"missing\"}").events())
        .noneMatch(chunk -> chunk.path("usage").isObject());
    JsonNode absurd = chat(false, TEXT, "{\"usage\": \"absurd\"}").json().path("usage");
    assertThat(absurd.path("completion_tokens").asLong()).isNegative();
  }

  @Test
  void what_is_no_answer_yet_comes_as_commentary() {
    caller.script("{" + TEXT + ", \"wire\": {\"commentary\": \"Thinking.\"}}");
    JsonNode output =
        caller.responses(Caller.text(Caller.response("gpt-5.1", "hello"))).json().path("output");
    assertThat(output.path(1).path("phase").asString("")).isEqualTo("commentary");
    assertThat(output.path(2).path("phase").asString("")).isEqualTo("final_answer");
  }

  private static String finish(Heard heard) {
    return heard.json().path("choices").path(0).path("finish_reason").asString("");
  }
}
