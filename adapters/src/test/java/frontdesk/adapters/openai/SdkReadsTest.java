package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseOutputMessage;
import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The official client as oracle: from the same bytes we read the same texts and calls.
class SdkReadsTest {
  private static final int REPLIES = 300;

  private final Sdk sdk = new Sdk();

  /// What both have to agree about.
  private record Read(String text, String refusal, List<AskedCall> calls, long tokens) {}

  @Test
  void responses_are_read_as_the_official_client_reads_them() {
    replies(
        Api.RESPONSES,
        (reply, _) -> ResponsesWire.whole(reply),
        text -> read(sdk.json(text).responses().create(response())),
        false);
  }

  @Test
  void streams_of_responses_are_read_as_the_official_client_reads_them() {
    replies(Api.RESPONSES, ResponsesWire::events, text -> read(streamedResponse(text)), true);
  }

  @Test
  void chat_completions_are_read_as_the_official_client_reads_them() {
    replies(
        Api.CHAT,
        (reply, _) -> ChatWire.whole(reply),
        text -> read(sdk.json(text).chat().completions().create(chat())),
        false);
  }

  @Test
  void streams_of_chat_completions_are_read_as_the_official_client_reads_them() {
    replies(Api.CHAT, ChatWire::events, text -> read(streamedChat(text)), true);
  }

  private interface Written {
    String of(RandomReply reply, Random random);
  }

  private static void replies(
      Api api, Written written, Function<String, Read> oracle, boolean streamed) {
    for (int seed = 0; seed < REPLIES; seed++) {
      var random = new Random(seed);
      RandomReply said = RandomReply.of(random, false);
      // What is filtered we drop on purpose.
      if (said.filtered()) continue;
      String text = written.of(said, random);
      Read theirs = oracle.apply(text);
      ModelReply ours = (streamed ? Provider.events(text) : Provider.json(200, text)).reply(api);
      assertThat(ours.text())
          .as("%d", seed)
          .isEqualTo(theirs.refusal().isEmpty() ? theirs.text() : theirs.refusal());
      assertThat(ours.calls()).as("%d", seed).isEqualTo(theirs.calls());
      if (said.counted()) {
        assertThat(ours.made().usage().total()).as("%d", seed).isEqualTo(theirs.tokens());
      }
    }
  }

  private static ResponseCreateParams response() {
    return ResponseCreateParams.builder().model(Requests.MODEL).input("Hello").build();
  }

  private static ChatCompletionCreateParams chat() {
    return ChatCompletionCreateParams.builder()
        .model(Requests.MODEL)
        .addUserMessage("Hello")
        .build();
  }

  private Response streamedResponse(String events) {
    ResponseAccumulator accumulator = ResponseAccumulator.create();
    try (var stream = sdk.events(events).responses().createStreaming(response())) {
      stream.stream().forEach(accumulator::accumulate);
    }
    return accumulator.response();
  }

  private ChatCompletion streamedChat(String events) {
    ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
    try (var stream = sdk.events(events).chat().completions().createStreaming(chat())) {
      stream.stream().forEach(accumulator::accumulate);
    }
    return accumulator.chatCompletion();
  }

  private static Read read(Response response) {
    List<ResponseOutputItem> output = response.output();
    return new Read(
        output.stream()
            .flatMap(item -> item.message().stream())
            .filter(
                message ->
                    message
                        .phase()
                        .filter(ResponseOutputMessage.Phase.COMMENTARY::equals)
                        .isEmpty())
            .map(SdkReadsTest::text)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n\n")),
        output.stream()
            .flatMap(item -> item.message().stream())
            .flatMap(message -> message.content().stream())
            .flatMap(content -> content.refusal().stream())
            .map(refusal -> refusal.refusal())
            .collect(Collectors.joining()),
        output.stream()
            .flatMap(item -> item.functionCall().stream())
            .map(call -> new AskedCall(call.callId(), call.name(), call.arguments()))
            .toList(),
        response.usage().map(usage -> usage.totalTokens()).orElse(0L));
  }

  private static String text(ResponseOutputMessage message) {
    return message.content().stream()
        .flatMap(content -> content.outputText().stream())
        .map(text -> text.text())
        .collect(Collectors.joining());
  }

  private static Read read(ChatCompletion completion) {
    ChatCompletionMessage message = completion.choices().getFirst().message();
    return new Read(
        message.content().orElse(""),
        message.refusal().orElse(""),
        message.toolCalls().stream()
            .flatMap(List::stream)
            .map(call -> call.asFunction())
            .map(
                call ->
                    new AskedCall(call.id(), call.function().name(), call.function().arguments()))
            .toList(),
        completion.usage().map(usage -> usage.totalTokens()).orElse(0L));
  }
}
