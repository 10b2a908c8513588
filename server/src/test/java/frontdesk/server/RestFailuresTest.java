package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.edge.Edge;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What fails behind the API: the client is told the truth, and no message is lost.
class RestFailuresTest {
  private static final String FAILS_ONCE =
      """
      - reply: {error: overloaded}
      - reply: {text: "Now I can."}
      """;

  @TempDir Path data;

  @Test
  void Better_7_a_model_that_fails_is_502_with_an_apology_that_the_log_holds_too()
      throws IOException {
    Path script = Files.writeString(data.resolve("script.yaml"), FAILS_ONCE);
    try (var server = RunningServer.start(RunningServer.scripted(data, script))) {
      String id = server.api().create();
      var failed = server.api().say(id, "are you there?");
      assertThat(failed.status()).isEqualTo(502);
      assertThat(failed.detail()).startsWith("Sorry").doesNotContain("overloaded", "script");
      assertThat(server.api().messages(id))
          .containsExactly("user: are you there?", "assistant: " + failed.detail());

      assertThat(server.api().say(id, "and now?").botMessage()).isEqualTo("Now I can.");
      assertThat(server.api().messages(id)).hasSize(4);
    }
  }

  @Test
  void Better_7_the_same_idempotency_key_gets_the_same_apology_and_asks_no_model_again()
      throws IOException {
    Path script = Files.writeString(data.resolve("script.yaml"), FAILS_ONCE);
    try (var server = RunningServer.start(RunningServer.scripted(data, script))) {
      String id = server.api().create();
      var failed = server.api().sayOnce(id, "are you there?", "k1");
      assertThat(failed.status()).isEqualTo(502);
      var again = server.api().sayOnce(id, "are you there?", "k1");
      assertThat(again.status()).isEqualTo(502);
      assertThat(again.text()).isEqualTo(failed.text());
      assertThat(server.api().messages(id)).hasSize(2);
    }
  }

  @Test
  void M10_a_model_that_says_nothing_or_refuses_leaves_nobody_without_an_answer()
      throws IOException {
    Path script =
        Files.writeString(
            data.resolve("script.yaml"),
            """
            - reply: {text: ""}
            - reply: {text: "  \\n "}
            - reply: {refusal: "I may not."}
            """);
    try (var server = RunningServer.start(RunningServer.scripted(data, script))) {
      String id = server.api().create();
      for (int i = 0; i < 3; i++) {
        assertThat(server.api().say(id, "hello " + i).botMessage()).isNotBlank();
      }
    }
  }

  @Test
  void M05_M06_M07_M08_calls_that_are_wrong_come_back_to_the_model_and_the_turn_goes_on()
      throws IOException {
    Path script =
        Files.writeString(
            data.resolve("script.yaml"),
            """
            - reply:
                calls:
                  - {tool: no_such_tool, arguments: {a: 1}}
                  - {tool: Note_Facts, arguments: {order_number: "7474839"}}
                  - {tool: note_facts, arguments: '{"order_number": "74748'}
                  - {tool: note_facts, arguments: '```json {"urgency_level": "high",} ```', id: c1}
                  - {tool: note_facts, arguments: '```json {"urgency_level": "high",} ```', id: c1}
                  - {tool: note_facts, arguments: {order_number: [1], urgency_level: "extreme"}}
            - expect: {tool: no_such_tool, outcome: "no tool"}
              reply: {text: "Noted what I could."}
            """);
    try (var server = RunningServer.start(RunningServer.scripted(data, script))) {
      String id = server.api().create();
      assertThat(server.api().say(id, "7474839, and fast").botMessage())
          .isEqualTo("Noted what I could.");
      var facts = server.api().read(id).json().path("facts");
      assertThat(facts.path("urgency_level").asString("")).isEqualTo("high");
      assertThat(facts.path("order_number").isNull()).as("cut and mistyped calls").isTrue();
    }
  }

  @Test
  void M09_a_model_that_calls_the_same_again_and_again_is_stopped_with_a_sentence() {
    var calls = new AtomicInteger();
    ChatModel stuck =
        (_, _) -> {
          calls.incrementAndGet();
          return ModelReply.calls(new AskedCall("c", "note_facts", "{\"urgency_level\":\"low\"}"));
        };
    try (var server = RunningServer.start(data, stuck)) {
      String id = server.api().create();
      var stopped = server.api().say(id, "no rush");
      assertThat(stopped.status()).isEqualTo(502);
      assertThat(stopped.detail()).startsWith("Sorry");
      assertThat(calls).hasValue(Limits.DEFAULT.modelCalls());
      assertThat(server.api().messages(id))
          .containsExactly("user: no rush", "assistant: " + stopped.detail());
    }
  }

  @Test
  void W20_a_full_inbox_is_503_with_when_to_come_back_and_what_was_taken_is_answered()
      throws ExecutionException, InterruptedException {
    var model = new HeldModel();
    try (var server = RunningServer.start(data, model);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api api = server.api();
      String id = api.create();
      server.untilAtRest(id);
      var refused = new AtomicInteger();
      var requests = new ArrayList<Future<Api.Answer>>();
      for (int i = 0; i < 205; i++) {
        String text = "message " + i;
        requests.add(clients.submit(() -> counted(api.say(id, text), refused)));
      }
      RunningServer.until(() -> refused.get() == 5);
      var full = api.say(id, "one more");
      assertThat(full.status()).isEqualTo(503);
      assertThat(full.header("Retry-After")).matches("[1-9]\\d*");
      model.release();
      int answered = 0;
      for (var request : requests) if (request.get().status() == 200) answered++;
      assertThat(answered).isEqualTo(200);
      assertThat(api.messages(id).stream().filter(m -> m.startsWith("user: "))).hasSize(200);
      assertThat(api.say(id, "one more").status()).isEqualTo(200);
    }
  }

  private static Api.Answer counted(Api.Answer answer, AtomicInteger refused) {
    if (answer.status() == 503) refused.incrementAndGet();
    return answer;
  }

  @Test
  void W19_a_store_that_cannot_write_is_503_and_nothing_is_acknowledged_falsely() {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String id = api.create();
      server.untilAtRest(id);
      server.breakWrites();
      for (var refused :
          List.of(api.say(id, "hello"), api.sayOnce(id, "hello", "k"), api.create("{}"))) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.text()).doesNotContain("broken", "SQL");
      }
      assertThat(api.messages(id)).isEmpty();

      server.mendWrites();
      assertThat(api.sayOnce(id, "hello", "k").status()).isEqualTo(200);
      assertThat(api.messages(id)).hasSize(2);
    }
  }

  @Test
  void W19_a_store_that_is_gone_is_503_and_readiness_says_so() {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String id = api.create();
      assertThat(api.send("GET", "/health/ready", "").status()).isEqualTo(200);
      server.breakStore();
      assertThat(api.say(id, "hello").status()).isEqualTo(503);
      assertThat(api.read(id).status()).isEqualTo(503);
      assertThat(api.create("{}").status()).isEqualTo(503);
      var ready = api.send("GET", "/health/ready", "");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.text()).contains("store");
      assertThat(api.send("GET", "/health/live", "").status()).isEqualTo(200);
    }
  }

  @Test
  void an_answer_that_takes_longer_than_60_s_is_503_and_is_there_for_who_asks_again()
      throws ExecutionException, InterruptedException {
    var model = new HeldModel();
    var threads = new SkippedTime();
    Edge real = Edge.real();
    var edge = new Edge(threads, real.clock(), real.newId(), real.random());
    Settings settings = RunningServer.settings(data);
    try (var server = RunningServer.start(settings, Server.agents(settings, edge), model, edge);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api api = server.api();
      String id = api.create();
      server.untilAtRest(id);
      int before = threads.signals();
      Future<Api.Answer> request = clients.submit(() -> api.sayOnce(id, "hello", "k"));
      RunningServer.until(() -> threads.signals() > before); // now it waits for the answer
      threads.skip(Duration.ofSeconds(61));
      var late = request.get();
      assertThat(late.status()).isEqualTo(503);
      assertThat(late.header("Retry-After")).isEqualTo("5");
      assertThat(api.messages(id)).containsExactly("user: hello");

      model.release();
      assertThat(api.sayOnce(id, "hello", "k").botMessage()).isEqualTo("You said: hello");
      assertThat(api.messages(id)).hasSize(2);
      assertThat(model.calls()).isEqualTo(1);
    }
  }
}
