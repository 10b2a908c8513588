package frontdesk.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The official SDK is content with the stand-in's Responses API.
class OfficialResponsesTest {
  private static final String THAI = "สวัสดีค่ะ 🙂 ".repeat(40).strip();

  private final OpenAiDesk desk = new OpenAiDesk();
  private final OpenAIClient client = desk.client();

  @AfterEach
  void close() {
    client.close();
    desk.close();
  }

  /// What a test asks for as JSON.
  public static final class Ticket {
    public String order = "";
    public int urgency;
  }

  private static ResponseCreateParams.Builder ask(String model) {
    return ResponseCreateParams.builder().model(model).store(false);
  }

  @Test
  void a_whole_answer_is_read() {
    desk.script("[{\"reply\": {\"text\": \"" + THAI + "\"}}]");

    Response response =
        client.responses().create(ask(OpenAiDesk.MODEL).input("hello").build()).validate();

    assertThat(text(response)).isEqualTo(THAI);
    assertThat(response.status()).contains(ResponseStatus.COMPLETED);
    assertThat(response.usage().orElseThrow().totalTokens()).isPositive();
  }

  @Test
  void a_streamed_answer_is_put_together_to_the_same() {
    desk.script(
        """
        [{"reply": {"text": "%s", "calls": [{"tool": "balance", "arguments": {"card": "ก"}}]}}]
        """
            .formatted(THAI));

    Response response = streamed(ask(OpenAiDesk.REASONING_MODEL).input("hello").build());

    assertThat(text(response)).isEqualTo(THAI);
    ResponseOutputItem last = response.output().getLast();
    assertThat(last.asFunctionCall().arguments()).isEqualTo("{\"card\":\"ก\"}");
    assertThat(response.output().getFirst().isReasoning()).isTrue();
  }

  @Test
  void calls_are_answered_with_the_items_unchanged() {
    desk.script(
        """
        [{"expect": {"user": "balance"},
          "reply": {"calls": [{"tool": "balance", "arguments": {"card": "1"}},
                              {"tool": "balance", "arguments": {"card": "2"}}]}},
         {"expect": {"tool": "balance", "outcome": "120"}, "reply": {"text": "120 and 455."}}]
        """);
    var items = new ArrayList<ResponseInputItem>();
    ResponseCreateParams.Builder asked =
        ask(OpenAiDesk.REASONING_MODEL)
            .addInclude(ResponseIncludable.REASONING_ENCRYPTED_CONTENT)
            .addTool(tool());
    items.add(message("My balance?"));

    Response first = client.responses().create(asked.inputOfResponse(items).build()).validate();
    first.output().forEach(item -> items.add(again(item)));
    for (ResponseOutputItem item : first.output()) {
      if (item.isFunctionCall()) items.add(output(item.asFunctionCall().callId(), "120 points"));
    }
    Response second = client.responses().create(asked.inputOfResponse(items).build()).validate();

    assertThat(text(second)).isEqualTo("120 and 455.");
  }

  @Test
  void a_structured_answer_is_read_into_its_type() {
    desk.script("[{\"reply\": {\"text\": \"{\\\"order\\\": \\\"A-77\\\", \\\"urgency\\\": 2}\"}}]");

    var response =
        client
            .responses()
            .create(ask(OpenAiDesk.MODEL).input("my order?").text(Ticket.class).build());

    Ticket ticket =
        response.output().stream()
            .flatMap(item -> item.message().stream())
            .flatMap(message -> message.content().stream())
            .flatMap(content -> content.outputText().stream())
            .findFirst()
            .orElseThrow();
    assertThat(ticket.order).isEqualTo("A-77");
    assertThat(ticket.urgency).isEqualTo(2);
  }

  @Test
  void a_refusal_is_one_and_a_cut_answer_says_why() {
    desk.script("[{\"reply\": {\"refusal\": \"I will not.\"}}]");
    Response refused = streamed(ask(OpenAiDesk.MODEL).input("hello").build());
    assertThat(refused.output().getFirst().asMessage().content().getFirst().asRefusal().refusal())
        .isEqualTo("I will not.");

    desk.script("[{\"reply\": {\"text\": \"Once\"}, \"wire\": {\"finish\": \"length\"}}]");
    Response cut = streamed(ask(OpenAiDesk.MODEL).input("hello").build());
    assertThat(cut.status()).contains(ResponseStatus.INCOMPLETE);
  }

  @Test
  void a_stream_that_breaks_is_an_error_of_the_client() {
    desk.script("[{\"reply\": {\"text\": \"" + THAI + "\"}}]");
    desk.fault("cut:2000");
    assertThatThrownBy(() -> streamed(ask(OpenAiDesk.MODEL).input("hello").build()))
        .isInstanceOf(OpenAIException.class);
  }

  private Response streamed(ResponseCreateParams params) {
    var whole = ResponseAccumulator.create();
    try (var stream = client.responses().createStreaming(params)) {
      stream.stream().map(ResponseStreamEvent::validate).forEach(whole::accumulate);
    }
    return whole.response().validate();
  }

  private static FunctionTool tool() {
    return FunctionTool.builder()
        .name("balance")
        .strict(true)
        .parameters(
            FunctionTool.Parameters.builder().additionalProperties(OpenAiDesk.BALANCE).build())
        .build();
  }

  private static ResponseInputItem message(String text) {
    return ResponseInputItem.ofMessage(
        ResponseInputItem.Message.builder()
            .role(ResponseInputItem.Message.Role.USER)
            .addInputTextContent(text)
            .build());
  }

  private static ResponseInputItem again(ResponseOutputItem item) {
    return item.isReasoning()
        ? ResponseInputItem.ofReasoning(item.asReasoning())
        : ResponseInputItem.ofFunctionCall(item.asFunctionCall());
  }

  private static ResponseInputItem output(String call, String text) {
    return ResponseInputItem.ofFunctionCallOutput(
        ResponseInputItem.FunctionCallOutput.builder().callId(call).output(text).build());
  }

  private static String text(Response response) {
    List<String> texts =
        response.output().stream()
            .flatMap(item -> item.message().stream())
            .flatMap(message -> message.content().stream())
            .map(content -> content.asOutputText().text())
            .toList();
    return String.join("", texts);
  }
}
