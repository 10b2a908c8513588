package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.conversation.Usage;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ResponsesRequestTest {
  private static final Call FIRST = new Call(new CallId("3.0"), "find_slots", "{\"day\":\"9\"}");
  private static final Call SECOND = new Call(new CallId("3.1"), "note", "{}");
  private static final List<Json> ITEMS =
      List.of(
          new Json("{\"type\":\"reasoning\", \"id\":\"rs_1\", \"encrypted_content\":\"xyz\"}"),
          new Json("{\"type\":\"message\",\"phase\":\"commentary\",\"content\":[]}"),
          call("call_a", "find_slots"),
          call("call_b", "note"));

  @Test
  void a_request_has_all_that_the_provider_has_to_know_and_stores_nothing() {
    JsonNode sent = sent(new Customer("Hi"), new Note("A timer is due."));
    assertThat(sent.path("model").asString()).isEqualTo("gpt-6-luna");
    assertThat(sent.path("instructions").asString()).isEqualTo("Be kind. สุภาพ");
    assertThat(sent.path("store").asBoolean(true)).isFalse();
    assertThat(sent.path("stream").asBoolean()).isTrue();
    assertThat(sent.path("parallel_tool_calls").asBoolean()).isTrue();
    assertThat(sent.path("max_output_tokens").asInt()).isEqualTo(4_096);
    assertThat(sent.path("include").get(0).asString()).isEqualTo("reasoning.encrypted_content");
    assertThat(sent.path("prompt_cache_key").asString()).hasSize(32);
    assertThat(sent.path("safety_identifier").asString()).matches("[0-9a-f]{64}");
    assertThat(sent.has("temperature")).isFalse();
    assertThat(sent.path("tools").get(0))
        .isEqualTo(
            Jsons.parse(
                """
                {"type":"function","name":"find_slots","description":"Does find_slots.",
                 "strict":true,"parameters":{"type":"object","properties":{
                   "day":{"type":"string","format":"date"},
                   "seats":{"type":["integer","null"],"minimum":1}},
                 "required":["day","seats"],"additionalProperties":false}}
                """));
    assertThat(sent.path("tools").get(1).path("strict").asBoolean(true)).isFalse();
    assertThat(sent.path("input").get(0))
        .isEqualTo(Jsons.parse("{\"type\":\"message\",\"role\":\"user\",\"content\":\"Hi\"}"));
    assertThat(sent.path("input").get(1))
        .isEqualTo(
            Jsons.parse(
                "{\"type\":\"message\",\"role\":\"developer\",\"content\":\"A timer is due.\"}"));
  }

  @Test
  void C8_what_changes_is_told_last_and_what_day_it_is() {
    JsonNode input = sent(new Customer("Hi")).path("input");
    assertThat(input.get(input.size() - 1).path("role").asString()).isEqualTo("developer");
    assertThat(input.get(input.size() - 1).path("content").asString())
        .isEqualTo(
            """
            Known for note: {"a":1}
            Still missing: b, c.
            The customer's language: Thai.
            Now: Saturday, 21 November 2026, 19:00 (Asia/Bangkok).""");
  }

  @Test
  void a_zone_that_is_none_does_not_fail() {
    ModelRequest hello = Provider.HELLO;
    var request =
        new ModelRequest(
            "a",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            "Mars/Base",
            hello.now(),
            "",
            hello.wishes(),
            Optional.empty(),
            false,
            hello.deadline());
    JsonNode sent = sent(request);
    assertThat(sent.path("input").get(0).path("content").asString())
        .isEqualTo("Now: Saturday, 21 November 2026, 12:00 (Z).");
    assertThat(sent.propertyNames())
        .containsExactly("model", "include", "max_output_tokens", "store", "stream", "input");
  }

  @Test
  void items_are_sent_back_to_the_model_that_wrote_them_as_they_were_kept() {
    Assistant reply = reply("openai:gpt-6-luna", ITEMS);
    String body = text(replied(reply));
    for (Json item : ITEMS) assertThat(body).contains(item.text());
    JsonNode input = Jsons.parse(body).path("input");
    assertThat(input.get(5).path("call_id").asString()).isEqualTo("call_a");
    assertThat(input.get(6).path("call_id").asString()).isEqualTo("call_b");
    assertThat(body).doesNotContain("Looking");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai:gpt-5.1",
        "openai:gpt-6-luna@eu.api.openai.com",
        "openai:gpt-6-luna@127.0.0.1:8090",
        "openai-chat:gpt-6-luna",
        ""
      })
  void items_of_another_model_server_or_api_are_told_anew(String made) {
    assertToldAnew(reply(made, ITEMS));
  }

  @Test
  void a_model_is_named_with_its_server_unless_that_is_openai() {
    assertThat(made("https://api.openai.com/v1")).isEqualTo("openai:gpt-6-luna");
    assertThat(made("https://eu.api.openai.com/v1"))
        .isEqualTo("openai:gpt-6-luna@eu.api.openai.com");
    assertThat(made("http://127.0.0.1:8090/v1")).isEqualTo("openai:gpt-6-luna@127.0.0.1:8090");
  }

  @Test
  void a_thought_without_its_sealed_content_is_not_sent_back() {
    assertToldAnew(
        own(
            new Json("{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[]}"),
            call("call_a", "find_slots"),
            call("call_b", "note")));
  }

  @Test
  void M08_items_whose_ids_are_missing_or_repeated_are_told_anew() {
    assertToldAnew(own(call("call_a", "find_slots"), call("call_a", "note")));
    assertToldAnew(own(call("", "find_slots"), call("call_b", "note")));
    assertToldAnew(own(call("call_a", "find_slots"), call("x".repeat(65), "note")));
  }

  @Test
  void items_that_say_other_calls_than_the_log_are_told_anew() {
    assertToldAnew(own(call("call_a", "find_slots")));
    assertToldAnew(own(call("call_a", "note"), call("call_b", "find_slots")));
  }

  @Test
  void M08_an_id_that_an_earlier_reply_used_is_not_used_again() {
    Assistant earlier = reply("openai:gpt-6-luna", ITEMS);
    var later =
        new Assistant(
            "",
            List.of(new Call(new CallId("7.0"), "note", "{}")),
            List.of(),
            made("openai:gpt-6-luna", List.of(call("call_a", "note"))));
    var messages = new ArrayList<>(replied(earlier));
    messages.add(later);
    messages.add(new ToolSaid(new CallId("7.0"), "note", "{}"));
    List<String> ids =
        Jsons.parse(text(messages)).path("input").values().stream()
            .filter(item -> item.path("type").asString("").equals("function_call"))
            .map(item -> item.path("call_id").asString())
            .toList();
    assertThat(ids).containsExactly("call_a", "call_b", "7_0");
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-6-luna,true",
    "o3,true",
    "openai/gpt-5.1,true",
    "ft:gpt-5-mini:shop::abc,true",
    "ft:gpt-4.1:shop::abc,false",
    "gpt-4.1,false",
    "qwen3,false",
    "gpt-5-chat-latest,false",
    "orca,false"
  })
  void thoughts_are_asked_for_only_of_models_known_to_have_them(String model, boolean reasons) {
    assertThat(Sampling.of(Requests.wishes(Optional.empty(), Optional.empty()), model).reasons())
        .isEqualTo(reasons);
  }

  @Test
  void wishes_are_sent_where_the_model_can_meet_them() {
    JsonNode sent = wished(Optional.of(0.5), Optional.of("high"));
    assertThat(sent.path("reasoning").path("effort").asString()).isEqualTo("high");
    assertThat(sent.has("temperature")).as("reasoning models refuse one").isFalse();
    assertThat(wished(Optional.of(0.5), Optional.of("none")).path("temperature").asDouble())
        .isEqualTo(0.5);
  }

  @Test
  void a_format_is_asked_for_as_a_strict_schema() {
    var format = new Json("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
    ModelRequest request =
        Requests.of(List.of(), List.of(), Provider.HELLO.wishes(), Optional.of(format));
    JsonNode sent = sent(request).path("text").path("format");
    assertThat(sent.path("type").asString()).isEqualTo("json_schema");
    assertThat(sent.path("strict").asBoolean()).isTrue();
    assertThat(sent.path("schema").path("required").size()).isEqualTo(1);
  }

  @Test
  void half_a_character_does_not_fail() {
    assertThat(sent(new Customer("a\ud83d")).path("input").get(0).path("content").asString())
        .isEqualTo("a?");
  }

  @Test
  void M05_M06_a_call_that_no_provider_would_take_is_told_in_a_form_that_they_take() {
    var broken = new Call(new CallId("1.0"), "find slots!", "{\"day\":\"9");
    var reply = new Assistant("", List.of(broken), List.of(), Made.UNKNOWN);
    JsonNode call = sent(reply, new ToolSaid(broken.id(), "", "{}")).path("input").get(0);
    assertThat(call.path("name").asString()).isEqualTo("find_slots_");
    assertThat(call.path("arguments").asString()).isEqualTo("{}");
  }

  private static void assertToldAnew(Assistant reply) {
    JsonNode input = Jsons.parse(text(replied(reply))).path("input");
    assertThat(input.get(1))
        .isEqualTo(
            Jsons.parse("{\"type\":\"message\",\"role\":\"assistant\",\"content\":\"Looking\"}"));
    assertThat(input.get(2))
        .isEqualTo(
            Jsons.parse(
                """
                {"type":"function_call","call_id":"3_0","name":"find_slots",
                 "arguments":"{\\"day\\":\\"9\\"}"}
                """));
    assertThat(input.get(4))
        .isEqualTo(
            Jsons.parse(
                "{\"type\":\"function_call_output\",\"call_id\":\"3_0\",\"output\":\"[1]\"}"));
    assertThat(input.get(5).path("call_id").asString()).isEqualTo("3_1");
  }

  private static List<Message> replied(Assistant reply) {
    return List.of(
        new Customer("Hi"),
        reply,
        new ToolSaid(FIRST.id(), "find_slots", "[1]"),
        new ToolSaid(SECOND.id(), "note", "{}"));
  }

  private static Assistant own(Json... items) {
    return reply("openai:gpt-6-luna", List.of(items));
  }

  private static Assistant reply(String made, List<Json> items) {
    return new Assistant("Looking", List.of(FIRST, SECOND), List.of(), made(made, items));
  }

  private static Made made(String model, List<Json> items) {
    return new Made(model, false, items, Usage.NONE);
  }

  private static String made(String url) {
    return Dialect.of(Requests.settings(url, "", Api.RESPONSES, true)).made("gpt-6-luna");
  }

  private static Json call(String id, String name) {
    return new Json(
        "{\"type\":\"function_call\",\"id\":\"fc\",\"call_id\":\"%s\",\"name\":\"%s\"}"
            .formatted(id, name));
  }

  private static JsonNode wished(Optional<Double> temperature, Optional<String> effort) {
    return sent(
        Requests.of(List.of(), List.of(), Requests.wishes(temperature, effort), Optional.empty()));
  }

  private static JsonNode sent(Message... messages) {
    return sent(Requests.of(messages));
  }

  private static JsonNode sent(ModelRequest request) {
    return Jsons.parse(Bytes.of(Api.RESPONSES, request));
  }

  private static String text(List<Message> messages) {
    return Bytes.of(Api.RESPONSES, Requests.of(messages.toArray(Message[]::new)));
  }
}
