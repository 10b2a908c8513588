package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which histories the provider takes back.
class HistoriesTest {
  private static final String USER = "{\"role\": \"user\", \"content\": \"hi\"}";
  private static final String CALL =
      "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"f\",\"arguments\":\"{}\"}";
  private static final String OUTPUT =
      "{\"type\":\"function_call_output\",\"call_id\":\"c1\",\"output\":\"done\"}";

  private final Caller caller = new Caller(4);

  private Caller.Heard responses(String... items) {
    ObjectNode body = Jsons.object().put("model", "gpt-5.1").put("store", false);
    ArrayNode input = body.putArray("input");
    for (String item : items) input.add(Jsons.parse(item));
    body.putArray("include").add("reasoning.encrypted_content");
    return caller.responses(Caller.text(body));
  }

  private Caller.Heard chat(String... messages) {
    ObjectNode body = Jsons.object().put("model", "gpt-4.1");
    ArrayNode list = body.putArray("messages");
    for (String message : messages) list.add(Jsons.parse(message));
    return caller.chat(Caller.text(body));
  }

  @Test
  void a_call_and_its_output_are_taken_in_this_order_only() {
    assertThat(responses(USER, CALL, OUTPUT).status()).isEqualTo(200);
    assertThat(responses(USER, CALL).message())
        .isEqualTo("No tool output found for function call c1.");
    assertThat(responses(USER, OUTPUT).message())
        .isEqualTo("No tool call found for function call output with call_id c1.");
    assertThat(responses(OUTPUT, CALL).status()).isEqualTo(400);
    assertThat(responses(USER, CALL, OUTPUT, OUTPUT).message()).contains("Duplicate");
    assertThat(responses(USER, CALL, CALL, OUTPUT).message()).contains("Duplicate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"call_id": "12345678901234567890123456789012345678901234567890123456789012345"} | string_above_max_length | input[0].call_id
          {"call_id": ""}          | empty_string               | input[0].call_id
          {"id": "msg_1"}          | invalid_value              | input[0].id
          {"arguments": {}}        | invalid_type               | input[0].arguments
          {"name": "a.b"}          | invalid_value              | input[0].name
          {"tool": "f"}            | unknown_parameter          | input[0].tool
          {"type": "tool_call"}    | invalid_value              | input[0].type
          {"status": "done"}       | invalid_value              | input[0].status
          """)
  void a_call_has_the_fields_of_the_contract(String change, String code, String param) {
    ObjectNode call = Jsons.parseObject(CALL);
    Jsons.parseObject(change).properties().forEach(p -> call.set(p.getKey(), p.getValue()));

    var heard = responses(Caller.text(call), OUTPUT);

    assertThat(heard.code()).as(heard.text()).isEqualTo(code);
    assertThat(heard.param()).isEqualTo(param);
  }

  @Test
  void messages_have_the_parts_of_their_role() {
    assertThat(
            responses("{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"a\"}]}")
                .status())
        .isEqualTo(200);
    assertThat(
            responses("{\"role\":\"user\",\"content\":[{\"type\":\"output_text\",\"text\":\"a\"}]}")
                .param())
        .isEqualTo("input[0].content[0].type");
    assertThat(
            responses(
                    "{\"role\":\"assistant\",\"content\":[{\"type\":\"input_text\",\"text\":\"a\"}]}")
                .param())
        .isEqualTo("input[0].content[0].type");
    assertThat(responses("{\"role\":\"tool\",\"content\":\"a\"}").param())
        .isEqualTo("input[0].role");
    assertThat(responses("{\"role\":\"user\"}").param()).isEqualTo("input[0].content");
  }

  @Test
  void the_items_of_a_reply_are_taken_back_as_they_were_and_not_otherwise() {
    caller.script(
        "{\"reply\": {\"calls\": [{\"tool\": \"f\", \"arguments\": {}, \"id\": \"c1\"}]}}",
        "{\"reply\": {\"text\": \"fine\"}}");
    List<String> given =
        responses(USER).json().path("output").values().stream().map(Caller::text).toList();
    String thought = given.get(0);
    String call = given.get(1);

    assertThat(responses(USER, thought, call, OUTPUT).status()).isEqualTo(200);
    assertThat(responses(USER, call, OUTPUT).message())
        .contains("without its required 'reasoning' item");
    assertThat(responses(USER, thought, USER).message())
        .contains("without its required following item");
    assertThat(
            responses(USER, thought, CALL.replace("{\"type", "{\"id\":\"fc_x\",\"type"), OUTPUT)
                .message())
        .contains("without its required following item");
    assertThat(
            responses(
                    USER,
                    thought.replace("encrypted_content\":\"", "encrypted_content\":\"x"),
                    call,
                    OUTPUT)
                .code())
        .isEqualTo("invalid_encrypted_content");
    JsonNode opened = Jsons.parse(thought);
    ((ObjectNode) opened).remove("encrypted_content");
    assertThat(responses(USER, Caller.text(opened), call, OUTPUT).status()).isEqualTo(404);
    // Without its id it is somebody else's call.
    ObjectNode nameless = Jsons.parseObject(call);
    nameless.remove("id");
    assertThat(responses(USER, Caller.text(nameless), OUTPUT).status()).isEqualTo(200);
  }

  @Test
  void a_chat_answers_every_call_at_once() {
    String asks =
        """
        {"role": "assistant", "content": null, "tool_calls": [
          {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}},
          {"id": "c2", "type": "function", "function": {"name": "f", "arguments": "not json"}}]}
        """;
    String one = "{\"role\": \"tool\", \"tool_call_id\": \"c1\", \"content\": \"1\"}";
    String two = "{\"role\": \"tool\", \"tool_call_id\": \"c2\", \"content\": \"2\"}";

    assertThat(chat(USER, asks, two, one).status()).isEqualTo(200);
    assertThat(chat(USER, asks, one).message()).endsWith("did not have response messages: c2");
    assertThat(chat(USER, asks, one, USER, two).status()).isEqualTo(400);
    assertThat(chat(USER, one).message()).contains("must be a response to a preceeding message");
    assertThat(chat(USER, asks, one, one, two).status()).isEqualTo(400);
    assertThat(chat(USER, asks.replace("c2", "c1"), one).message()).contains("Duplicate");
  }

  @Test
  void a_chat_has_its_roles() {
    assertThat(chat("{\"role\":\"system\",\"content\":\"be kind\"}", USER).status()).isEqualTo(200);
    assertThat(chat("{\"role\":\"developer\",\"content\":\"be kind\"}", USER).status())
        .isEqualTo(200);
    assertThat(chat("{\"role\":\"function\",\"name\":\"f\",\"content\":\"1\"}").param())
        .isEqualTo("messages[0].role");
    assertThat(chat("{\"role\":\"assistant\",\"content\":null}").param())
        .isEqualTo("messages[0].content");
    assertThat(chat("{\"role\":\"assistant\",\"content\":\"a\",\"tool_calls\":[]}").code())
        .isEqualTo("empty_array");
    assertThat(chat("{\"role\":\"user\",\"content\":\"a\",\"tool_call_id\":\"c1\"}").code())
        .isEqualTo("unknown_parameter");
  }
}
