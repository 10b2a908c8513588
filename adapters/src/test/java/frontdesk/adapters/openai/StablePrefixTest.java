package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.conversation.Usage;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.ToolSaid;
import frontdesk.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StablePrefixTest {
  @ParameterizedTest
  @EnumSource(Api.class)
  void the_next_request_begins_with_the_bytes_of_this_one_up_to_its_tail(Api api) {
    var messages = new ArrayList<Message>();
    String before = "";
    for (int turn = 0; turn < 50; turn++) {
      messages.addAll(turn(turn));
      String now = Bytes.of(api, request(messages));
      String head = before.substring(0, tail(before));
      assertThat(now).startsWith(head);
      assertThat(head.length()).isGreaterThanOrEqualTo(before.length() - 300);
      before = now;
    }
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void the_same_request_has_the_same_bytes(Api api) {
    var messages = new ArrayList<Message>();
    for (int turn = 0; turn < 5; turn++) messages.addAll(turn(turn));
    String first = Bytes.of(api, request(messages));
    for (int i = 0; i < 20; i++) assertThat(Bytes.of(api, request(messages))).isEqualTo(first);
  }

  /// Where the tail begins, with the comma before it.
  private static int tail(String request) {
    int content = request.lastIndexOf("\"content\":\"Known for note");
    return content < 0 ? 0 : request.lastIndexOf('{', content);
  }

  private static ModelRequest request(List<Message> messages) {
    return Requests.of(messages.toArray(Message[]::new));
  }

  private static List<Message> turn(int number) {
    var call = new Call(new CallId(number + ".0"), "note", "{\"n\":" + number + "}");
    String item =
        "{\"type\":\"function_call\",\"call_id\":\"c%d\",\"name\":\"note\"}".formatted(number);
    var made = new Made("openai:gpt-6-luna", false, List.of(new Json(item)), Usage.NONE);
    return List.of(
        new Customer("คำถาม " + number),
        new Assistant("", List.of(call), List.of(), number % 2 == 0 ? made : Made.UNKNOWN),
        new ToolSaid(call.id(), "note", "{\"done\":true}"),
        new Assistant("Answer " + number, List.of(), List.of(), Made.UNKNOWN));
  }
}
