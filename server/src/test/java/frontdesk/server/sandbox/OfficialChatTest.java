package frontdesk.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The official SDK is content with the stand-in's Chat Completions API.
class OfficialChatTest {
  private static final String THAI = "สวัสดีค่ะ 🙂 ".repeat(40).strip();
  private static final String CALLS =
      """
      [{"expect": {"user": "balance"},
        "reply": {"calls": [{"tool": "balance", "arguments": {"card": "1"}},
                            {"tool": "balance", "arguments": {"card": "ก"}}]}},
       {"expect": {"tool": "balance", "outcome": "120"}, "reply": {"text": "120 and 455."}}]
      """;

  private final OpenAiDesk desk = new OpenAiDesk();
  private final OpenAIClient client = desk.client();

  @AfterEach
  void close() {
    client.close();
    desk.close();
  }

  private static ChatCompletionCreateParams.Builder ask(String text) {
    return ChatCompletionCreateParams.builder().model(OpenAiDesk.MODEL).addUserMessage(text);
  }

  @Test
  void a_whole_answer_is_read() {
    desk.script("[{\"reply\": {\"text\": \"" + THAI + "\"}}]");

    ChatCompletion completion = client.chat().completions().create(ask("hello").build()).validate();

    assertThat(message(completion).content()).contains(THAI);
    assertThat(completion.choices().getFirst().finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
  }

  @Test
  void a_streamed_answer_is_put_together_to_the_same() {
    desk.script("[{\"reply\": {\"text\": \"" + THAI + "\"}}]");

    ChatCompletion completion = streamed(ask("hello"));

    assertThat(message(completion).content()).contains(THAI);
    assertThat(completion.usage().orElseThrow().promptTokens()).isPositive();
  }

  @Test
  void calls_are_answered_each_with_a_message() {
    desk.script(CALLS);
    ChatCompletionCreateParams.Builder asked =
        ask("my balance?")
            .addFunctionTool(
                FunctionDefinition.builder()
                    .name("balance")
                    .strict(true)
                    .parameters(
                        FunctionParameters.builder()
                            .additionalProperties(OpenAiDesk.BALANCE)
                            .build())
                    .build());

    ChatCompletionMessage calls =
        message(client.chat().completions().create(asked.build()).validate());
    asked.addMessage(calls);
    calls
        .toolCalls()
        .orElseThrow()
        .forEach(
            call ->
                asked.addMessage(
                    ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.asFunction().id())
                        .content("120 points")
                        .build()));
    ChatCompletion second = client.chat().completions().create(asked.build()).validate();

    assertThat(message(second).content()).contains("120 and 455.");
  }

  @Test
  void streamed_calls_are_put_together() {
    desk.script(CALLS);

    var calls = message(streamed(ask("my balance?"))).toolCalls().orElseThrow();

    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).asFunction().function().arguments()).isEqualTo("{\"card\":\"ก\"}");
    assertThat(calls.get(1).asFunction().id()).isNotEqualTo(calls.get(0).asFunction().id());
  }

  @Test
  void a_structured_answer_is_read_into_its_type() {
    desk.script("[{\"reply\": {\"text\": \"{\\\"order\\\": \\\"A-77\\\", \\\"urgency\\\": 2}\"}}]");

    var completion =
        client
            .chat()
            .completions()
            .create(ask("my order?").responseFormat(OfficialResponsesTest.Ticket.class).build());

    var ticket = completion.choices().getFirst().message().content().orElseThrow();
    assertThat(ticket.order).isEqualTo("A-77");
  }

  private ChatCompletion streamed(ChatCompletionCreateParams.Builder asked) {
    asked.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    var whole = ChatCompletionAccumulator.create();
    try (var stream = client.chat().completions().createStreaming(asked.build())) {
      stream.stream().map(ChatCompletionChunk::validate).forEach(whole::accumulate);
    }
    return whole.chatCompletion();
  }

  private static ChatCompletionMessage message(ChatCompletion completion) {
    return completion.choices().getFirst().message();
  }
}
