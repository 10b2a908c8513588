package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChatRequestTest {
  private static final Call CALL = new Call(new CallId("3.0"), "find_slots", "{\"day\":\"9\"}");

  @Test
  void a_conversation_is_told_as_messages() {
    JsonNode sent =
        sent(
            new Customer("Hi"),
            new Assistant("", List.of(CALL), List.of(), Made.UNKNOWN),
            new ToolSaid(CALL.id(), "find_slots", "[1]"),
            new Note("A timer is due."),
            new Assistant("Nine?", List.of(), List.of("day"), Made.UNKNOWN),
            new Assistant("Wait", List.of(CALL), List.of(), Made.UNKNOWN));
    JsonNode messages = sent.path("messages");
    assertThat(messages.get(0).path("role").asString()).isEqualTo("system");
    assertThat(messages.get(0).path("content").asString()).isEqualTo("Be kind. สุภาพ");
    assertThat(messages.get(1)).isEqualTo(json("{'role':'user','content':'Hi'}"));
    assertThat(messages.get(2).path("content").isNull()).isTrue();
    assertThat(messages.get(2).path("tool_calls").get(0).path("id").asString()).isEqualTo("3_0");
    assertThat(messages.get(3))
        .isEqualTo(json("{'role':'tool','tool_call_id':'3_0','content':'[1]'}"));
    assertThat(messages.get(4)).isEqualTo(json("{'role':'system','content':'A timer is due.'}"));
    assertThat(messages.get(5)).isEqualTo(json("{'role':'assistant','content':'Nine?'}"));
    assertThat(messages.get(6).path("content").asString()).isEqualTo("Wait");
    assertThat(messages.get(7).path("role").asString()).isEqualTo("system");
    assertThat(messages.get(7).path("content").asString()).contains("21 November 2026");
  }

  @Test
  void a_request_names_its_tools_and_limits() {
    JsonNode sent = sent(new Customer("Hi"));
    assertThat(sent.propertyNames())
        .containsExactly(
            "model",
            "tools",
            "parallel_tool_calls",
            "max_completion_tokens",
            "prompt_cache_key",
            "safety_identifier",
            "stream",
            "stream_options",
            "messages");
    JsonNode tool = sent.path("tools").get(0);
    assertThat(tool.path("type").asString()).isEqualTo("function");
    assertThat(tool.path("function").path("strict").asBoolean()).isTrue();
    assertThat(tool.path("function").path("parameters").path("required").size()).isEqualTo(2);
    assertThat(sent.path("stream_options").path("include_usage").asBoolean()).isTrue();
  }

  @Test
  void without_tools_nothing_is_said_about_calls() {
    ModelRequest request = Requests.of(List.of(new Customer("Hi")), List.of());
    JsonNode sent = Jsons.parse(Bytes.of(Api.CHAT, request));
    assertThat(sent.has("tools")).isFalse();
    assertThat(sent.has("parallel_tool_calls")).isFalse();
  }

  @Test
  void a_format_and_wishes_are_asked_for() {
    var format = new Json("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
    ModelRequest request =
        Requests.of(
            List.of(),
            List.of(),
            Requests.wishes(Optional.of(0.25), Optional.of("none")),
            Optional.of(format));
    JsonNode sent = Jsons.parse(Bytes.of(Api.CHAT, request));
    assertThat(sent.path("reasoning_effort").asString()).isEqualTo("none");
    assertThat(sent.path("temperature").asDouble()).isEqualTo(0.25);
    assertThat(sent.at("/response_format/json_schema/strict").asBoolean()).isTrue();
    assertThat(sent.at("/response_format/json_schema/name").asString()).isEqualTo("reply");
  }

  private static JsonNode sent(Message... messages) {
    return Jsons.parse(Bytes.of(Api.CHAT, Requests.of(messages)));
  }

  private static JsonNode json(String json) {
    return Jsons.parse(json.replace('\'', '"'));
  }
}
