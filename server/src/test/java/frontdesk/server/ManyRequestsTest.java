package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Many requests, one conversation: each message once, in one order.
class ManyRequestsTest {
  @TempDir Path data;

  @Test
  void Better_6_fifty_messages_at_once_are_all_kept_in_order_and_all_answered() {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String id = api.create();
      List<Callable<Api.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String text = "my parcel has not arrived, part " + i;
        calls.add(() -> api.say(id, text));
      }
      List<Api.Answer> answers = Api.atOnce(calls);
      assertThat(answers).allSatisfy(answer -> assertThat(answer.botMessage()).isNotBlank());

      List<JsonNode> messages = List.copyOf(api.read(id).json().path("messages").values());
      List<JsonNode> said = messages.stream().filter(m -> role(m).equals("user")).toList();
      assertThat(said.stream().map(m -> m.path("text").asString("")))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 50)
                  .mapToObj(i -> "my parcel has not arrived, part " + i)
                  .toList());
      List<Integer> places =
          said.stream().map(m -> Integer.parseInt(m.path("id").asString("").substring(1))).toList();
      assertThat(places)
          .isEqualTo(IntStream.range(places.getFirst(), places.getFirst() + 50).boxed().toList());
      assertThat(messages.size() - said.size()).isBetween(1, 50);
      assertThat(messages.stream().map(m -> m.path("id").asString(""))).doesNotHaveDuplicates();
      assertThat(new HashSet<>(answers.stream().map(Api.Answer::botMessage).toList()))
          .isSubsetOf(
              messages.stream()
                  .filter(m -> role(m).equals("assistant"))
                  .map(m -> m.path("text").asString(""))
                  .toList());
    }
  }

  @Test
  void one_idempotency_key_is_one_message_however_often_it_is_sent_at_once() {
    var model = new HeldModel();
    try (var server = RunningServer.start(data, model)) {
      Api api = server.api();
      String id = api.create();
      List<Callable<Api.Answer>> calls =
          new ArrayList<>(Collections.nCopies(20, () -> api.sayOnce(id, "hello", "k")));
      calls.add(
          () -> {
            model.untilAsked();
            model.release();
            return api.sayOnce(id, "hello", "k");
          });
      assertThat(Api.atOnce(calls))
          .allSatisfy(answer -> assertThat(answer.botMessage()).isEqualTo("You said: hello"));
      assertThat(api.messages(id)).containsExactly("user: hello", "assistant: You said: hello");
      assertThat(model.calls()).isEqualTo(1);
    }
  }

  @Test
  void the_same_key_with_another_body_is_422_and_changes_nothing() {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String id = api.create();
      String answer = api.sayOnce(id, "my order number is 7474839", "k").botMessage();
      assertThat(api.sayOnce(id, "my order number is 7474840", "k").status()).isEqualTo(422);
      assertThat(api.sayOnce(id, "my order number is 7474839", "k").botMessage()).isEqualTo(answer);
      assertThat(api.messages(id)).hasSize(2);
    }
  }

  @Test
  void a_key_of_one_conversation_says_nothing_in_another() {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String one = api.create();
      String other = api.create();
      api.sayOnce(one, "my order number is 7474839", "k").botMessage();
      assertThat(api.sayOnce(other, "hello", "k").status()).isEqualTo(200);
      assertThat(api.messages(other)).startsWith("user: hello");
    }
  }

  @Test
  void a_conversation_can_be_created_once_too() {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String body = "{\"external_ref\": \"crm/1\"}";
      var created = api.create(body, "Idempotency-Key", "k");
      assertThat(created.status()).isEqualTo(201);
      assertThat(api.create(body, "Idempotency-Key", "k").text()).isEqualTo(created.text());
      var other = api.create("{\"external_ref\": \"crm/2\"}", "Idempotency-Key", "k");
      assertThat(other.status()).isEqualTo(422);
      assertThat(api.create(body, "Idempotency-Key", "k2").text()).isNotEqualTo(created.text());
    }
  }

  @Test
  void after_a_restart_the_same_key_gets_the_same_answer_and_the_conversation_goes_on() {
    String id;
    String answer;
    String read;
    try (var server = RunningServer.start(data)) {
      id = server.api().create();
      answer = server.api().sayOnce(id, "my order number is 7474839", "k").botMessage();
      read = server.api().read(id).text();
    }
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      assertThat(api.read(id).text()).isEqualTo(read);
      assertThat(api.sayOnce(id, "my order number is 7474839", "k").botMessage()).isEqualTo(answer);
      assertThat(api.sayOnce(id, "something else", "k").status()).isEqualTo(422);
      assertThat(api.read(id).text()).isEqualTo(read);
      api.say(id, "it is urgent").botMessage();
      assertThat(api.read(id).json().at("/facts/order_number").asString("")).isEqualTo("7474839");
    }
  }

  private static String role(JsonNode message) {
    return message.path("role").asString("");
  }
}
