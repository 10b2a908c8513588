package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Usage tells whether the beginning of a prompt stayed the same.
class PromptsTest {
  private final Caller caller = new Caller(7);

  private JsonNode usage(String instructions, String text) {
    ObjectNode body = Caller.response("gpt-4.1", text).put("instructions", instructions);
    return caller.responses(Caller.text(body)).json().path("usage");
  }

  private static int cached(JsonNode usage) {
    return usage.path("input_tokens_details").path("cached_tokens").asInt();
  }

  @Test
  void tokens_are_a_quarter_of_the_bytes() {
    assertThat(usage("x".repeat(8_000), "hi").path("input_tokens").asInt()).isBetween(2_000, 2_020);
    JsonNode twice = usage("x".repeat(8_000), "hi");
    assertThat(twice.path("total_tokens").asInt())
        .isEqualTo(twice.path("input_tokens").asInt() + twice.path("output_tokens").asInt());
  }

  @Test
  void a_beginning_that_was_read_before_is_cached() {
    String instructions = "Be kind. ".repeat(1_000);
    assertThat(cached(usage(instructions, "hello"))).isZero();
    assertThat(cached(usage(instructions, "good morning"))).isGreaterThan(2_250);
    assertThat(cached(usage("!" + instructions, "good morning"))).isZero();
  }

  @Test
  void a_short_beginning_is_not() {
    usage("Be kind.", "hello");
    assertThat(cached(usage("Be kind.", "hello"))).isZero();
  }

  @Test
  void reset_forgets_prompts_requests_and_script() {
    String instructions = "Be kind. ".repeat(1_000);
    usage(instructions, "hello");
    caller.script("{\"reply\": {\"text\": \"a\"}}");
    assertThat(caller.post("/_control/reset", "").status()).isEqualTo(200);
    assertThat(cached(usage(instructions, "hello"))).isZero();
    caller.post("/_control/reset", "");
    assertThat(caller.get("/_control/effects").json()).isEqualTo(Jsons.array());
    assertThat(caller.get("/").text()).contains("No request yet");
  }

  @Test
  void the_page_shows_requests_as_the_model_saw_them_and_nothing_of_it_is_markup() {
    ObjectNode body = Jsons.object().put("model", "gpt-4.1").put("instructions", "Be kind.");
    var input = body.putArray("input");
    input.addObject().put("role", "user").put("content", "<script>alert('x')</script>");
    input
        .addObject()
        .put("type", "function_call")
        .put("call_id", "c1")
        .put("name", "balance")
        .put("arguments", "{}");
    input
        .addObject()
        .put("type", "function_call_output")
        .put("call_id", "c1")
        .put("output", "120 & more");
    caller.responses(Caller.text(body));
    caller.responses(Caller.text(Caller.response("gpt-2", "hello")));

    String page = caller.get("/").text();

    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)");
    assertThat(page).contains("Be kind.", "balance {}", "→ 120 &amp; more", "tokens in");
    assertThat(page.indexOf("gpt-2")).isLessThan(page.indexOf("Be kind."));
    assertThat(page).doesNotContain("http://").doesNotContain("https://");
  }
}
