package frontdesk.server;

import static frontdesk.server.RunningServer.ONE;
import static frontdesk.server.RunningServer.OPERATOR;
import static frontdesk.server.RunningServer.TWO;
import static frontdesk.server.RunningServer.until;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Head;
import frontdesk.conversation.Made;
import frontdesk.edge.Edge;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person takes a conversation over, answers, and hands it back; or the customer says stop. Over
/// HTTP.
class TakenOverTest {
  @TempDir Path data;

  private RunningServer serve(ChatModel model) {
    return RunningServer.start(RunningServer.keyed(data), model);
  }

  private RunningServer serve(TroubledAgent agent) {
    return RunningServer.start(RunningServer.keyed(data), agent.agents(), agent, Edge.real());
  }

  private static Api one(RunningServer server) {
    return server.api().withKey(ONE);
  }

  private static Api desk(RunningServer server) {
    return server.api().withKey(OPERATOR);
  }

  private static String status(RunningServer server, String id) {
    return one(server).read(id).json().path("status").asString("");
  }

  @Test
  void H01_after_a_takeover_was_acknowledged_nothing_of_the_agent_is_added() throws Exception {
    var model = new HeldModel();
    try (var server = serve(model);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      String id = one(server).create();
      var answer = clients.submit(() -> one(server).say(id, "hello"));
      model.untilAsked();
      var taken = desk(server).operate("takeover", "one", id, "");
      assertThat(taken.status()).isEqualTo(200);
      assertThat(taken.text()).isEqualTo("{\"status\":\"waiting\"}");
      assertThat(status(server, id)).as("at once").isEqualTo("waiting");
      model.release();
      assertThat(answer.get().status()).isEqualTo(202);
      assertThat(answer.get().detail()).contains("A person has taken over");

      assertThat(one(server).sayOnce(id, "are you there?", "k").status()).isEqualTo(202);
      assertThat(one(server).sayOnce(id, "are you there?", "k").status()).isEqualTo(202);
      server.untilAtRest("one", id);
      assertThat(model.calls()).isEqualTo(1);
      assertThat(one(server).messages(id)).containsExactly("user: hello", "user: are you there?");
      assertThat(status(server, id)).isEqualTo("waiting");
    }
  }

  @Test
  void H01_a_takeover_amid_many_answers_leaves_none_after_it() {
    var agent = new TroubledAgent();
    try (var server = serve(agent)) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 20; i++) ids.add(one(server).create());
      List<Callable<List<String>>> races = new ArrayList<>();
      for (String id : ids) {
        races.add(
            () -> {
              one(server).say(id, "hello");
              return List.of();
            });
        races.add(
            () -> {
              assertThat(desk(server).operate("takeover", "one", id, "").status()).isEqualTo(200);
              return one(server).messages(id);
            });
      }
      List<List<String>> atTakeover = Api.atOnce(races);
      for (int i = 0; i < ids.size(); i++) {
        server.untilAtRest("one", ids.get(i));
        long before = atTakeover.get(2 * i + 1).stream().filter(m -> m.startsWith("ass")).count();
        long now =
            one(server).messages(ids.get(i)).stream().filter(m -> m.startsWith("ass")).count();
        assertThat(now).isEqualTo(before);
      }
    }
  }

  @Test
  void H04_the_agent_knows_what_the_person_said_and_answers_only_what_is_unanswered() {
    var agent = new TroubledAgent();
    try (var server = serve(agent)) {
      String id = one(server).create();
      assertThat(one(server).say(id, "hello").botMessage()).isEqualTo("You said: hello");
      desk(server).operate("takeover", "one", id, "");
      assertThat(one(server).say(id, "where is my parcel?").status()).isEqualTo(202);
      var said = desk(server).operate("say", "one", id, "{\"text\":\"It is at the depot.\"}");
      assertThat(said.status()).isEqualTo(202);
      server.untilAtRest("one", id);
      assertThat(one(server).say(id, "and until when?").status()).isEqualTo(202);

      var back = desk(server).operate("handback", "one", id, "");
      assertThat(back.status()).isEqualTo(200);
      assertThat(back.text()).isEqualTo("{\"status\":\"open\"}");
      assertThat(status(server, id)).isEqualTo("open");
      server.untilAtRest("one", id);
      assertThat(one(server).messages(id))
          .containsExactly(
              "user: hello",
              "assistant: You said: hello",
              "user: where is my parcel?",
              "assistant: It is at the depot.",
              "user: and until when?",
              "assistant: I was told: The person has handed the conversation back to you.");
      assertThat(agent.prompts()).hasSize(2);
      assertThat(agent.prompts().getLast())
          .containsExactly(
              new Message.Customer("hello"),
              new Message.Assistant("You said: hello", List.of(), List.of(), Made.UNKNOWN),
              new Message.Note("A person of the business has taken over."),
              new Message.Customer("where is my parcel?"),
              new Message.Note("The person wrote to the customer: It is at the depot."),
              new Message.Customer("and until when?"),
              new Message.Note("The person has handed the conversation back to you."));
      assertThat(one(server).say(id, "thanks").botMessage()).isEqualTo("You said: thanks");
    }
  }

  @Test
  void H04_with_nothing_unanswered_a_hand_back_makes_no_word() {
    var agent = new TroubledAgent();
    try (var server = serve(agent)) {
      String id = one(server).create();
      one(server).say(id, "hello").botMessage();
      desk(server).operate("say", "one", id, "{\"text\":\"Hello from Eve.\"}");
      server.untilAtRest("one", id);
      assertThat(status(server, id)).as("who speaks has taken over").isEqualTo("waiting");
      desk(server).operate("handback", "one", id, "");
      desk(server).operate("handback", "one", id, "");
      server.untilAtRest("one", id);
      assertThat(agent.prompts()).hasSize(1);
      assertThat(one(server).messages(id)).last().isEqualTo("assistant: Hello from Eve.");
    }
  }

  @Test
  void what_a_person_does_twice_is_as_good_as_once() {
    try (var server = serve(new TroubledAgent())) {
      String id = one(server).create();
      for (String act : List.of("takeover", "takeover", "handback", "handback", "takeover")) {
        assertThat(desk(server).operate(act, "one", id, "").status()).isEqualTo(200);
      }
      server.untilAtRest("one", id);
      Head head = server.head("one", id);
      assertThat(head.inboxSeq()).as("opened, and three changes of hands").isEqualTo(4);
      assertThat(head.epoch()).isEqualTo(3);
    }
  }

  @Test
  void a_waiting_request_of_a_message_that_the_person_answers_gets_202_too() throws Exception {
    var model = new HeldModel();
    try (var server = serve(model);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      String id = one(server).create();
      var answer = clients.submit(() -> one(server).say(id, "hello"));
      model.untilAsked();
      desk(server).operate("say", "one", id, "{\"text\":\"Hello from Eve.\"}");
      model.release();
      assertThat(answer.get().status()).isEqualTo(202);
      assertThat(one(server).messages(id))
          .containsExactly("user: hello", "assistant: Hello from Eve.");
    }
  }

  @Test
  void O05_a_stop_word_stops_the_answer_that_is_being_made() throws Exception {
    Map<String, String> stops = Map.of("Stop!", "Stopped.", "หยุด", "หยุดแล้ว");
    for (var stop : stops.entrySet()) {
      var model = new HeldModel();
      try (var server = serve(model);
          var clients = Executors.newVirtualThreadPerTaskExecutor()) {
        String id = one(server).create();
        var answer = clients.submit(() -> one(server).say(id, "order the large one"));
        model.untilAsked();
        var stopped = clients.submit(() -> one(server).say(id, stop.getKey()));
        until(() -> server.head("one", id).inboxSeq() == 3);
        model.release();
        assertThat(stopped.get().botMessage()).startsWith(stop.getValue());
        assertThat(answer.get().botMessage()).isEqualTo(stopped.get().botMessage());
        assertThat(model.calls()).isEqualTo(1);
        assertThat(one(server).messages(id)).hasSize(3);
      }
    }
  }

  @Test
  void S11_only_an_operators_key_may_act_and_only_on_what_exists() {
    try (var server = serve(new TroubledAgent())) {
      String id = one(server).create();
      Map<String, String> acts =
          Map.of(
              "takeover", "",
              "say", "{\"text\":\"hello\"}",
              "handback", "",
              "replay", "",
              "settle", "{\"call\":\"2.0\",\"happened\":true}");
      acts.forEach(
          (act, body) -> {
            for (Api api : List.of(server.api(), one(server), server.api().withKey(TWO))) {
              assertThat(api.operate(act, "one", id, body).status()).as(act).isEqualTo(401);
            }
            assertThat(desk(server).operate(act, "two", id, body).status()).isEqualTo(404);
            assertThat(desk(server).operate(act, "", "x", body).status()).isEqualTo(404);
          });
      server.untilAtRest("one", id);
      assertThat(server.head("one", id).inboxSeq()).as("only opened").isEqualTo(1);
    }
  }

  @Test
  void what_cannot_be_said_or_decided_is_refused_and_changes_nothing() {
    try (var server = serve(new TroubledAgent())) {
      String id = one(server).create();
      for (String body : List.of("", "{}", "{\"text\":7}", "{\"text\":\"  \"}")) {
        var blank = desk(server).operate("say", "one", id, body);
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.text()).isEqualTo("{\"text\":[\"This field is required.\"]}");
      }
      String long64 = "{\"text\":\"" + "a".repeat(64 * 1024 + 1) + "\"}";
      assertThat(desk(server).operate("say", "one", id, long64).status()).isEqualTo(413);
      for (String body : List.of("{}", "{\"call\":\"1\"}", "{\"call\":\"1\",\"happened\":1}")) {
        assertThat(desk(server).operate("settle", "one", id, body).status()).isEqualTo(400);
      }
      var settled = desk(server).operate("settle", "one", id, "{\"call\":\"\",\"happened\":true}");
      assertThat(settled.status()).isEqualTo(409);
      assertThat(settled.detail()).isEqualTo("no act waits for a person's decision");
      var replayed = desk(server).operate("replay", "one", id, "");
      assertThat(replayed.status()).isEqualTo(409);
      assertThat(replayed.detail()).isEqualTo("no message waits to be tried again");
      server.untilAtRest("one", id);
      assertThat(server.head("one", id).inboxSeq()).as("only opened").isEqualTo(1);
    }
  }
}
