package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// What the provider refuses, the stand-in refuses with the same error.
class RefusalsTest {
  private static final String TOOL =
      """
      {"type": "function", "name": "balance", "strict": true, "parameters": {"type": "object",
       "properties": {"card": {"type": "string"}}, "required": ["card"],
       "additionalProperties": false}}
      """;

  private final Caller caller = new Caller(3);

  @Test
  void M17_a_wrong_key_is_401_and_none_at_all_is_taken() {
    String body = Caller.text(Caller.response("gpt-4.1", "hello"));
    for (String key :
        new String[] {"Bearer", "Bearer sk-wrong-1", "Bearer INVALID", "Basic c2s="}) {
      var heard = caller.send("POST", Caller.RESPONSES, key, body);
      assertThat(heard.status()).as(key).isEqualTo(401);
      assertThat(heard.code()).isEqualTo("invalid_api_key");
    }
    for (String key : new String[] {"", "Bearer sk-mine"}) {
      assertThat(caller.send("POST", Caller.RESPONSES, key, body).status()).isEqualTo(200);
    }
  }

  @Test
  void it_does_not_know_what_it_is_told_not_to_know() {
    var body = Caller.response("gpt-4.1", "hello").put("prompt_cache_key", "a").put("user", "b");
    caller.post("/_control/unknown", "[\"prompt_cache_key\"]");
    var heard = caller.responses(Caller.text(body));
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.code()).isEqualTo("unknown_parameter");
    assertThat(heard.param()).isEqualTo("prompt_cache_key");
    assertThat(caller.post("/_control/unknown", "{}").status()).isEqualTo(400);
    assertThat(caller.post("/_control/unknown", "[]").status()).isEqualTo(200);
    assertThat(caller.responses(Caller.text(body)).status()).isEqualTo(200);
  }

  @Test
  void a_deployment_reasons_without_a_name_that_says_so() {
    var heard = caller.responses(Caller.text(Caller.response("support-prod", "hello")));
    assertThat(heard.json().path("output").path(0).path("type").asString(""))
        .isEqualTo("reasoning");
    assertThat(heard.json().path("output").path(0).has("encrypted_content")).isFalse();
  }

  @Test
  void M17_a_retired_model_is_404() {
    var heard = caller.responses(Caller.text(Caller.response("gpt-4-turbo", "hello")));
    assertThat(heard.status()).isEqualTo(404);
    assertThat(heard.code()).isEqualTo("model_not_found");
    assertThat(heard.param()).isEqualTo("model");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"frob": 1}                                      | unknown_parameter         | frob
          {"messages": []}                                 | unknown_parameter         | messages
          {"input": null}                                  | missing_required_parameter| input
          {"input": 7}                                     | invalid_type              | input
          {"temperature": "hot"}                           | invalid_type              | temperature
          {"temperature": 2.5}                             | decimal_above_max_value   | temperature
          {"max_output_tokens": 5}                         | integer_below_min_value   | max_output_tokens
          {"stream": "yes"}                                | invalid_type              | stream
          {"stream_options": {"include_obfuscation": true}}| null                      | stream_options
          {"stream_options": {"include_usage": true}, "stream": true} | unknown_parameter | stream_options.include_usage
          {"previous_response_id": "resp_1", "conversation": "conv_1"}| mutually_exclusive_parameters | previous_response_id
          {"include": ["reasoning.encrypted_content"]}     | null                      | include
          {"include": ["everything"]}                      | invalid_value             | include
          {"reasoning": {"effort": "low"}}                 | unsupported_parameter     | reasoning.effort
          {"reasoning": {"depth": 1}}                      | unknown_parameter         | reasoning.depth
          {"text": {"format": {"type": "yaml"}}}           | invalid_value             | text.format.type
          {"model": "gpt-5.1", "temperature": 0.2}         | unsupported_parameter     | temperature
          {"model": "o3", "top_p": 0.2}                    | unsupported_parameter     | top_p
          {"tool_choice": "must"}                          | invalid_value             | tool_choice
          {"tool_choice": {"type": "function", "name": "x"}}| null                     | tool_choice
          {"safety_identifier": "12345678901234567890123456789012345678901234567890123456789012345"} | string_above_max_length | safety_identifier
          """)
  void parameters_of_responses_are_those_of_the_contract(String change, String code, String param) {
    var heard = caller.responses(Caller.text(changed(Caller.response("gpt-4.1", "hello"), change)));

    assertThat(heard.status()).as(heard.text()).isEqualTo(400);
    assertThat(heard.code()).as(heard.text()).isEqualTo(code);
    assertThat(heard.param()).isEqualTo(param);
    assertThat(heard.json().path("error").path("type").asString(""))
        .isEqualTo("invalid_request_error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"input": "x"}                               | unknown_parameter          | input
          {"messages": []}                             | missing_required_parameter | messages
          {"max_completion_tokens": 0}                 | integer_below_min_value    | max_completion_tokens
          {"model": "gpt-5.1", "temperature": 0.2}     | unsupported_value          | temperature
          {"model": "gpt-5.1", "max_tokens": 100}      | unsupported_parameter      | max_tokens
          {"reasoning_effort": "low"}                  | unsupported_parameter      | reasoning_effort
          {"stream_options": {"include_usage": true}}  | null                       | stream_options
          {"tools": []}                                | empty_array                | tools
          {"parallel_tool_calls": true}                | null                       | parallel_tool_calls
          {"response_format": {"type": "json_schema"}} | missing_required_parameter | response_format.json_schema
          {"functions": []}                            | not_in_sandbox             | functions
          {"n": 2}                                     | not_in_sandbox             | n
          """)
  void parameters_of_a_chat_are_those_of_the_contract(String change, String code, String param) {
    var heard = caller.chat(Caller.text(changed(Caller.completion("gpt-4.1", "hi"), change)));

    assertThat(heard.status()).as(heard.text()).isEqualTo(400);
    assertThat(heard.code()).as(heard.text()).isEqualTo(code);
    assertThat(heard.param()).isEqualTo(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"strict": null, "name": "a b"}       | invalid_value               | tools[0].name
          {"frob": 1}                           | unknown_parameter           | tools[0].frob
          {"type": "web_search"}                | not_in_sandbox              | tools[0].type
          {"parameters": {"type": "array"}}     | invalid_function_parameters | tools[0].parameters
          {"parameters": {"type": "object"}}    | invalid_function_parameters | tools[0].parameters
          {"function": {}}                      | unknown_parameter           | tools[0].function
          """)
  void tools_are_those_of_the_contract(String change, String code, String param) {
    var body = Caller.response("gpt-4.1", "hello");
    body.putArray("tools").add(changed(Jsons.parseObject(TOOL), change));

    var heard = caller.responses(Caller.text(body));

    assertThat(heard.code()).as(heard.text()).isEqualTo(code);
    assertThat(heard.param()).isEqualTo(param);
  }

  @Test
  void a_function_of_responses_says_whether_it_is_strict() {
    var body = Caller.response("gpt-4.1", "hello");
    ObjectNode tool = Jsons.parseObject(TOOL);
    body.putArray("tools").add(tool);
    assertThat(caller.responses(Caller.text(body)).status()).isEqualTo(200);

    tool.remove("strict");
    var heard = caller.responses(Caller.text(body));
    assertThat(heard.param()).isEqualTo("tools[0].strict");
    assertThat(heard.code()).isEqualTo("missing_required_parameter");
  }

  @Test
  void a_function_of_a_chat_stands_below_function() {
    var body = Caller.completion("gpt-4.1", "hello");
    ObjectNode tool = Jsons.object().put("type", "function");
    ObjectNode function = Jsons.parseObject(TOOL);
    function.remove("type");
    tool.set("function", function);
    body.putArray("tools").add(tool);
    assertThat(caller.chat(Caller.text(body)).status()).isEqualTo(200);

    function.withObject("parameters").putObject("properties");
    assertThat(caller.chat(Caller.text(body)).param()).isEqualTo("tools[0].function.parameters");
    body.withArray("tools").removeAll().add(Jsons.parseObject(TOOL));
    assertThat(caller.chat(Caller.text(body)).param()).isEqualTo("tools[0].name");
  }

  @Test
  void a_model_that_reasons_takes_sampling_parameters_when_it_is_not_to_think() {
    ObjectNode body = Caller.response("gpt-6-luna", "hello").put("temperature", 0.2);
    assertThat(caller.responses(Caller.text(body)).param()).isEqualTo("temperature");
    body.putObject("reasoning").put("effort", "none");
    var heard = caller.responses(Caller.text(body));
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.json().path("output").path(0).path("type").asString("")).isEqualTo("message");

    ObjectNode chat = Caller.completion("o3", "hello").put("top_p", 0.2);
    assertThat(caller.chat(Caller.text(chat)).code()).isEqualTo("unsupported_value");
    chat.put("reasoning_effort", "none");
    assertThat(caller.chat(Caller.text(chat)).status()).isEqualTo(200);
  }

  @Test
  void M14_what_is_longer_than_the_window_is_refused_with_its_own_code() {
    var heard = caller.responses(Caller.text(Caller.response("gpt-4.1", "x".repeat(1_700_000))));
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.code()).isEqualTo("context_length_exceeded");
  }

  private static ObjectNode changed(ObjectNode body, String change) {
    Jsons.parseObject(change).properties().forEach(p -> body.set(p.getKey(), p.getValue()));
    return body;
  }
}
