package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.ChatModel;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Call;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.tool.ToolSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The official client as oracle: for the same conversation it and we send the same.
class SdkSendsChatTest {
  private final Sdk sdk = new Sdk();

  @Test
  void a_conversation_is_told_to_chat_completions_as_the_official_client_tells_it() {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder()
            .model(ChatModel.of(Requests.MODEL))
            .parallelToolCalls(true)
            .maxCompletionTokens(SdkTalk.REQUEST.wishes().replyTokens())
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .responseFormat(chatFormat())
            .addSystemMessage(SdkTalk.REQUEST.instructions());
    for (ToolSpec tool : SdkTalk.REQUEST.tools()) params.addTool(chatTool(tool));
    for (Message message : SdkTalk.REQUEST.messages()) chatMessage(params, message);
    params.addSystemMessage(Tail.of(SdkTalk.REQUEST));
    try (var stream =
        sdk.events("data: [DONE]\n\n").chat().completions().createStreaming(params.build())) {
      assertThat(stream.stream()).isEmpty();
    }
    assertThat(SdkTalk.ours(Api.CHAT)).isEqualTo(Jsons.parse(sdk.sent()));
  }

  private static ResponseFormatJsonSchema chatFormat() {
    var schema = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
    StrictSchema.of(SdkTalk.FORMAT)
        .schema()
        .properties()
        .forEach(p -> schema.putAdditionalProperty(p.getKey(), SdkTalk.value(p.getValue())));
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            ResponseFormatJsonSchema.JsonSchema.builder()
                .name("reply")
                .strict(true)
                .schema(schema.build())
                .build())
        .build();
  }

  private static ChatCompletionFunctionTool chatTool(ToolSpec spec) {
    StrictSchema schema = StrictSchema.of(spec.parameters());
    var parameters = FunctionParameters.builder();
    schema
        .schema()
        .properties()
        .forEach(p -> parameters.putAdditionalProperty(p.getKey(), SdkTalk.value(p.getValue())));
    return ChatCompletionFunctionTool.builder()
        .function(
            FunctionDefinition.builder()
                .name(spec.name())
                .description(spec.description())
                .parameters(parameters.build())
                .strict(schema.strict())
                .build())
        .build();
  }

  private static void chatMessage(ChatCompletionCreateParams.Builder params, Message message) {
    switch (message) {
      case Customer(var text) -> params.addUserMessage(text);
      case Note(var text) -> params.addSystemMessage(text);
      case ToolSaid(var call, _, var content) ->
          params.addMessage(
              ChatCompletionToolMessageParam.builder()
                  .toolCallId(SdkTalk.wire(call))
                  .content(content)
                  .build());
      case Assistant reply -> params.addMessage(chatReply(reply));
    }
  }

  private static ChatCompletionAssistantMessageParam chatReply(Assistant reply) {
    var message = ChatCompletionAssistantMessageParam.builder();
    if (reply.text().isEmpty()) message.content(Optional.empty());
    else message.content(reply.text());
    for (Call call : reply.calls()) {
      message.addToolCall(
          ChatCompletionMessageFunctionToolCall.builder()
              .id(SdkTalk.wire(call.id()))
              .function(
                  ChatCompletionMessageFunctionToolCall.Function.builder()
                      .name(call.tool())
                      .arguments(call.arguments())
                      .build())
              .build());
    }
    return message.build();
  }
}
