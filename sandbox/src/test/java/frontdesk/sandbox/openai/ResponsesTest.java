package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ResponsesTest {
  private static final String THAI = "สวัสดีค่ะ 🙂 ";

  private final Caller caller = new Caller(1);

  private static String ask(String model, boolean stream) {
    return Caller.text(Caller.response(model, "hello").put("stream", stream));
  }

  @Test
  void without_a_script_it_says_what_it_is_and_how_to_give_it_one() {
    var heard = caller.responses(ask("gpt-4.1", false));

    assertThat(heard.status()).isEqualTo(200);
    JsonNode said = heard.json().path("output").path(0).path("content").path(0);
    assertThat(said.path("text").asString("")).contains("sandbox").contains("/_control/script");
    assertThat(caller.send("POST", "/responses", "Bearer sk-1", ask("gpt-4.1", false)).status())
        .isEqualTo(200);
  }

  @Test
  void a_stream_has_its_events_in_the_order_of_the_contract() {
    caller.script(
        """
        {"reply": {"text": "Let me look.",
                   "calls": [{"tool": "balance", "arguments": {"card": "1"}, "id": "c1"}]}}
        """);

    var heard = caller.responses(ask("gpt-5.1", true));

    assertThat(folded(heard.types()))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.output_item.done",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.output_item.added",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "response.completed");
    List<JsonNode> events = heard.events();
    assertThat(IntStream.range(0, events.size()).allMatch(i -> number(events.get(i)) == i))
        .isTrue();
    assertThat(heard.text()).contains("event: response.created\ndata: {").doesNotContain("[DONE]");
    JsonNode last = events.getLast().path("response");
    assertThat(last.path("status").asString("")).isEqualTo("completed");
    assertThat(last.path("usage").path("output_tokens").asInt()).isPositive();
    assertThat(types(last.path("output"))).containsExactly("reasoning", "message", "function_call");
    assertThat(last.path("output").path(1).path("phase").asString("")).isEqualTo("commentary");
  }

  @Test
  void streamed_and_whole_say_the_same() {
    caller.script("{\"reply\": {\"text\": \"" + THAI.repeat(200) + "\"}}");

    JsonNode whole = caller.responses(ask("gpt-4.1", false)).json();
    var heard = caller.responses(ask("gpt-4.1", true));

    String text = whole.path("output").path(0).path("content").path(0).path("text").asString("");
    assertThat(text).isEqualTo(THAI.repeat(200));
    String deltas =
        heard.events().stream()
            .filter(event -> event.path("type").asString("").endsWith("text.delta"))
            .map(event -> event.path("delta").asString(""))
            .collect(Collectors.joining());
    assertThat(deltas).isEqualTo(text);
    assertThat(heard.events().getLast().path("response").path("usage"))
        .isEqualTo(whole.path("usage"));
  }

  @Test
  void a_stream_is_cut_in_the_middle_of_characters() {
    caller.script("{\"reply\": {\"text\": \"" + THAI.repeat(100) + "\"}}");

    var heard = caller.responses(ask("gpt-4.1", true));

    assertThat(heard.pieces()).hasSizeGreaterThan(100);
    assertThat(heard.pieces()).anyMatch(piece -> (piece[0] & 0xc0) == 0x80);
    assertThat(new Caller(1).responses(ask("gpt-4.1", true)).pieces().size())
        .isEqualTo(new Caller(1).responses(ask("gpt-4.1", true)).pieces().size());
  }

  @Test
  void a_thought_is_sealed_only_where_that_was_asked_for() {
    ObjectNode body = Caller.response("gpt-5.1", "hello");
    JsonNode open = caller.responses(Caller.text(body)).json().path("output").path(0);
    body.putArray("include").add("reasoning.encrypted_content");
    JsonNode sealed = caller.responses(Caller.text(body)).json().path("output").path(0);

    assertThat(open.path("type").asString("")).isEqualTo("reasoning");
    assertThat(open.has("encrypted_content")).isFalse();
    assertThat(sealed.path("encrypted_content").asString("")).isNotEmpty();
    JsonNode plain = caller.responses(ask("gpt-4.1", false)).json().path("output").path(0);
    assertThat(plain.path("type").asString("")).isEqualTo("message");
  }

  @Test
  void a_stored_response_is_gone_on_from_by_its_id() {
    ObjectNode first = Caller.response("gpt-4.1", "I am Ann").put("store", true);
    String id = caller.responses(Caller.text(first)).json().path("id").asString("");
    caller.script("{\"reply\": {\"text\": \"one\"}}", "{\"reply\": {\"text\": \"two\"}}");

    ObjectNode second = Caller.response("gpt-4.1", "who am I?").put("previous_response_id", id);
    JsonNode said = caller.responses(Caller.text(second)).json();

    assertThat(said.path("output").path(0).path("content").path(0).path("text").asString(""))
        .isEqualTo("two");
    second.put("previous_response_id", "resp_unknown");
    var unknown = caller.responses(Caller.text(second));
    assertThat(unknown.code()).isEqualTo("previous_response_not_found");
  }

  @Test
  void an_answer_that_is_longer_than_allowed_is_cut_and_says_so() {
    caller.script("{\"reply\": {\"text\": \"" + "ก".repeat(200) + "\"}}");
    ObjectNode body = Caller.response("gpt-4.1", "hello").put("max_output_tokens", 16);

    JsonNode cut = caller.responses(Caller.text(body)).json();

    assertThat(cut.path("status").asString("")).isEqualTo("incomplete");
    assertThat(cut.path("incomplete_details").path("reason").asString(""))
        .isEqualTo("max_output_tokens");
    assertThat(cut.path("output").path(0).path("content").path(0).path("text").asString(""))
        .isEqualTo("ก".repeat(21));
  }

  @Test
  void models_say_when_they_end() {
    JsonNode all = caller.get("/v1/models").json();
    assertThat(all.path("data").size()).isGreaterThan(5);
    assertThat(caller.get("/v1/models/gpt-5.1").json().path("shutdown_date").asString(""))
        .isEqualTo("2027-04-01");
    assertThat(caller.get("/v1/models/gpt-6-luna").json().path("shutdown_date").isNull()).isTrue();
    assertThat(caller.get("/models/gpt-4").code()).isEqualTo("model_not_found");
    assertThat(caller.get("/v1/files").status()).isEqualTo(404);
  }

  @Test
  void what_was_answered_is_counted_for_whom_it_was_asked() {
    ObjectNode body = Caller.response("gpt-4.1", "hello").put("prompt_cache_key", "talk-1");
    caller.responses(Caller.text(body));
    caller.responses(Caller.text(body));
    caller.responses(Caller.text(body.put("temperature", 7)));
    caller.chat(Caller.text(Caller.completion("gpt-4.1", "hello")));

    assertThat(caller.get("/_control/effects").text())
        .isEqualTo(
            """
            [{"kind":"response","key":"talk-1","count":2},{"kind":"completion","key":"","count":1}]"""
                .strip());
  }

  private static int number(JsonNode event) {
    return event.path("sequence_number").asInt(-1);
  }

  private static List<String> types(JsonNode items) {
    return items.values().stream().map(item -> item.path("type").asString("")).toList();
  }

  /// Runs of the same as one.
  private static List<String> folded(List<String> types) {
    var folded = new ArrayList<String>();
    for (String type : types) {
      if (folded.isEmpty() || !folded.getLast().equals(type)) folded.add(type);
    }
    return folded;
  }

  @Test
  void a_body_that_is_no_json_is_refused() {
    assertThat(caller.responses("{\"model\": ").status()).isEqualTo(400);
    assertThat(caller.responses("[]").status()).isEqualTo(400);
    assertThat(caller.responses(Jsons.object().toString()).param()).isEqualTo("model");
  }
}
