package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFormatTextJsonSchemaConfig;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseTextConfig;
import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The official client as oracle: for the same conversation it and we send the same.
class SdkSendsResponsesTest {
  private final Sdk sdk = new Sdk();

  @Test
  void a_conversation_is_told_to_the_responses_api_as_the_official_client_tells_it() {
    ResponseCreateParams.Builder params =
        ResponseCreateParams.builder()
            .model(Requests.MODEL)
            .instructions(SdkTalk.REQUEST.instructions())
            .parallelToolCalls(true)
            .store(false)
            .addInclude(ResponseIncludable.REASONING_ENCRYPTED_CONTENT)
            .maxOutputTokens(SdkTalk.REQUEST.wishes().replyTokens())
            .text(format());
    for (ToolSpec tool : SdkTalk.REQUEST.tools()) params.addTool(responsesTool(tool));
    var input = new ArrayList<ResponseInputItem>();
    for (Message message : SdkTalk.REQUEST.messages()) input.addAll(responsesItems(message));
    input.add(said(EasyInputMessage.Role.DEVELOPER, Tail.of(SdkTalk.REQUEST)));
    params.inputOfResponse(input);
    assertThat(SdkTalk.ours(Api.RESPONSES)).isEqualTo(theirs(params.build()));
  }

  @Test
  void replies_are_sent_back_to_the_responses_api_as_the_official_client_sends_them_back() {
    for (int seed = 0; seed < 200; seed++) {
      RandomReply said = RandomReply.of(new Random(seed), false);
      if (said.incomplete().isPresent() || said.isRefused() || said.calls().isEmpty()) continue;
      String answer = ResponsesWire.whole(said);
      ModelReply reply = Provider.json(200, answer).reply(Api.RESPONSES);
      var messages = new ArrayList<Message>();
      messages.add(new Customer("Hello"));
      messages.add(assistant(reply));
      for (int i = 0; i < reply.calls().size(); i++) {
        messages.add(new ToolSaid(new CallId("1." + i), "note", "{}"));
      }
      JsonNode ours =
          Jsons.parse(Bytes.of(Api.RESPONSES, Requests.of(messages, List.of()))).path("input");
      JsonNode theirs = sentBack(answer);
      for (int i = 0; i < theirs.size(); i++) {
        assertThat(ours.get(i)).as("%d: %d", seed, i).isEqualTo(theirs.get(i));
      }
    }
  }

  private JsonNode theirs(ResponseCreateParams params) {
    try (var stream = sdk.events("").responses().createStreaming(params)) {
      assertThat(stream.stream()).isEmpty();
    }
    return Jsons.parse(sdk.sent());
  }

  /// The output of a reply and the outcomes of its calls, as input.
  private JsonNode sentBack(String answer) {
    Response response = sdk.json(answer).responses().create(hello().build());
    var input = new ArrayList<ResponseInputItem>();
    input.add(said(EasyInputMessage.Role.USER, "Hello"));
    for (var item : response.output()) {
      item.reasoning().map(ResponseInputItem::ofReasoning).ifPresent(input::add);
      item.message().map(ResponseInputItem::ofResponseOutputMessage).ifPresent(input::add);
      item.functionCall().map(ResponseInputItem::ofFunctionCall).ifPresent(input::add);
    }
    for (var item : response.output()) {
      item.functionCall().ifPresent(call -> input.add(outcome(call.callId(), "{}")));
    }
    return theirs(hello().inputOfResponse(input).build()).path("input");
  }

  private static ResponseCreateParams.Builder hello() {
    return ResponseCreateParams.builder().model(Requests.MODEL).input("Hello");
  }

  private static Assistant assistant(ModelReply reply) {
    List<AskedCall> asked = reply.calls();
    List<Call> calls =
        IntStream.range(0, asked.size())
            .mapToObj(
                i -> new Call(new CallId("1." + i), asked.get(i).tool(), asked.get(i).arguments()))
            .toList();
    return new Assistant(reply.text(), calls, List.of(), reply.made());
  }

  private static List<ResponseInputItem> responsesItems(Message message) {
    return switch (message) {
      case Customer(var text) -> List.of(said(EasyInputMessage.Role.USER, text));
      case Note(var text) -> List.of(said(EasyInputMessage.Role.DEVELOPER, text));
      case ToolSaid(var call, _, var content) -> List.of(outcome(SdkTalk.wire(call), content));
      case Assistant reply -> {
        var items = new ArrayList<ResponseInputItem>();
        if (!reply.text().isEmpty()) items.add(said(EasyInputMessage.Role.ASSISTANT, reply.text()));
        for (Call call : reply.calls()) {
          items.add(
              ResponseInputItem.ofFunctionCall(
                  ResponseFunctionToolCall.builder()
                      .callId(SdkTalk.wire(call.id()))
                      .name(call.tool())
                      .arguments(call.arguments())
                      .build()));
        }
        yield items;
      }
    };
  }

  private static ResponseInputItem said(EasyInputMessage.Role role, String text) {
    return ResponseInputItem.ofEasyInputMessage(
        EasyInputMessage.builder().role(role).content(text).build());
  }

  private static ResponseInputItem outcome(String callId, String content) {
    return ResponseInputItem.ofFunctionCallOutput(
        ResponseInputItem.FunctionCallOutput.builder().callId(callId).output(content).build());
  }

  private static FunctionTool responsesTool(ToolSpec spec) {
    StrictSchema schema = StrictSchema.of(spec.parameters());
    var parameters = FunctionTool.Parameters.builder();
    schema
        .schema()
        .properties()
        .forEach(p -> parameters.putAdditionalProperty(p.getKey(), SdkTalk.value(p.getValue())));
    return FunctionTool.builder()
        .name(spec.name())
        .description(spec.description())
        .parameters(parameters.build())
        .strict(schema.strict())
        .build();
  }

  private static ResponseTextConfig format() {
    var schema = ResponseFormatTextJsonSchemaConfig.Schema.builder();
    StrictSchema.of(SdkTalk.FORMAT)
        .schema()
        .properties()
        .forEach(p -> schema.putAdditionalProperty(p.getKey(), SdkTalk.value(p.getValue())));
    return ResponseTextConfig.builder()
        .format(
            ResponseFormatTextJsonSchemaConfig.builder()
                .name("reply")
                .strict(true)
                .schema(schema.build())
                .build())
        .build();
  }
}
