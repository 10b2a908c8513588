package frontdesk.server;

import static frontdesk.server.RunningServer.ONE;
import static frontdesk.server.RunningServer.OPERATOR;
import static frontdesk.server.RunningServer.until;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.edge.Edge;
import frontdesk.json.Jsons;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators type about a conversation that needs a person.
class OpsActsTest {
  @TempDir Path data;

  private final TroubledAgent agent = new TroubledAgent();
  private final SkippedTime time = new SkippedTime();

  private RunningServer serve() {
    Edge real = Edge.real();
    var edge = new Edge(time, real.clock(), real.newId(), real.random());
    return RunningServer.start(RunningServer.keyed(data), agent.agents(), agent, edge);
  }

  private static Shell.Ran ops(RunningServer server, String... command) {
    var all = new ArrayList<>(List.of("ops"));
    all.addAll(List.of(command));
    all.addAll(List.of("--server", server.url()));
    return new Shell().with("FRONTDESK_KEY", OPERATOR).run(all.toArray(String[]::new));
  }

  private Shell.Ran onData(String... command) {
    var all = new ArrayList<>(List.of("ops"));
    all.addAll(List.of(command));
    all.addAll(List.of("--data", data.toString()));
    return new Shell().run(all.toArray(String[]::new));
  }

  private static void printsOneLine(Shell.Ran ran, String beginning) {
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lines()).hasSize(1);
    assertThat(ran.out()).startsWith(beginning);
    assertThat(ran.err()).isEmpty();
  }

  private static void failsInOneLine(Shell.Ran ran, int code, String line) {
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.errors()).containsExactly(line);
    assertThat(ran.out()).isEmpty();
  }

  /// An act of which nobody knows whether it happened; returns its conversation.
  private String inDoubt(RunningServer server) throws ExecutionException, InterruptedException {
    Api one = server.api().withKey(ONE);
    String id = one.create();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = clients.submit(() -> one.say(id, "book a table"));
      until(() -> server.head("one", id).wakeAt().isPresent());
      time.skip(Duration.ofSeconds(10)); // until the request can no longer be flying
      assertThat(answer.get().botMessage()).contains("A person will find out");
    }
    return id;
  }

  private static String openAct(RunningServer server, String id) {
    var shown = Jsons.parse(ops(server, "show", "rest:one:" + id).out());
    return shown.at("/acts/0/call").asString("");
  }

  private static String lastMessage(RunningServer server, String id) {
    return server.api().withKey(ONE).messages(id).getLast();
  }

  @Test
  void H01_takeover_say_and_handback_say_what_holds_now() {
    try (var server = serve()) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      String full = "rest:one:" + id;
      printsOneLine(ops(server, "takeover", full), "taken over");
      assertThat(one.say(id, "hello").status()).isEqualTo(202);
      assertThat(ops(server, "list").out()).contains("waiting").contains("person");
      assertThat(ops(server, "show", full).err()).contains("ops say " + full, "ops handback");
      printsOneLine(ops(server, "say", full, "Hello from Eve."), "said");
      server.untilAtRest("one", id);
      assertThat(lastMessage(server, id)).isEqualTo("assistant: Hello from Eve.");
      printsOneLine(ops(server, "handback", full), "handed back");
      assertThat(ops(server, "list").out()).contains("open").doesNotContain("person", "waiting");
      assertThat(one.say(id, "thanks").botMessage()).isEqualTo("You said: thanks");
    }
  }

  @Test
  void without_a_server_the_acts_are_kept_and_worked_on_at_the_next_start() {
    String id;
    try (var server = serve()) {
      id = server.api().withKey(ONE).create();
    }
    String full = "rest:one:" + id;
    assertThat(onData("takeover", full).out()).contains("taken over", "when a server starts");
    printsOneLine(onData("say", full, "Hello from Eve."), "said");
    assertThat(onData("list").out()).contains("waiting", "person");
    failsInOneLine(onData("replay", full), 1, "no message waits to be tried again");
    failsInOneLine(onData("say", full, " "), 2, "TEXT: must not be blank");
    failsInOneLine(
        onData("takeover", "rest:one:nobody"),
        1,
        "ID: there is no conversation rest:one:nobody; ops list shows what there is");
    try (var server = serve()) {
      server.untilAtRest("one", id);
      assertThat(lastMessage(server, id)).isEqualTo("assistant: Hello from Eve.");
      assertThat(server.api().withKey(ONE).say(id, "hello").status()).isEqualTo(202);
    }
  }

  @Test
  void what_is_typed_wrong_is_one_line() {
    try (var server = serve()) {
      String full = "rest:one:" + server.api().withKey(ONE).create();
      String missing = "ID: there is no conversation nobody; ops list shows what there is";
      for (String act : List.of("takeover", "handback", "replay")) {
        failsInOneLine(ops(server, act, "nobody"), 1, missing);
      }
      failsInOneLine(ops(server, "say", "nobody", "hello"), 1, missing);
      failsInOneLine(ops(server, "say", full, ""), 2, "TEXT: This field is required.");
      failsInOneLine(
          ops(server, "say", full, "a".repeat(64 * 1024 + 1)), 2, "TEXT: at most 65536 bytes");
      failsInOneLine(
          ops(server, "settle", full, "2.0", "maybe"),
          2,
          "say happened or not-happened, not 'maybe'");
      failsInOneLine(
          ops(server, "settle", full, "2.0", "happened"),
          1,
          "no act waits for a person's decision");
    }
  }

  @Test
  void D07_a_message_that_fails_five_times_is_set_aside_and_replayed_once_mended() {
    try (var server = serve()) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      String full = "rest:one:" + id;
      var poisoned = one.say(id, "poison");
      assertThat(poisoned.status()).isEqualTo(502);
      assertThat(poisoned.detail()).startsWith("Sorry, something went wrong with this message");
      assertThat(agent.prompts()).hasSize(5);
      assertThat(one.say(id, "hello").botMessage()).as("it goes on").isEqualTo("You said: hello");
      assertThat(one.read(id).json().path("status").asString("")).isEqualTo("waiting");

      var shown = ops(server, "show", full);
      var letters = Jsons.parse(shown.out()).path("dead_letters");
      assertThat(letters).hasSize(1);
      assertThat(letters.at("/0/texts").toString()).isEqualTo("[\"poison\"]");
      assertThat(letters.at("/0/why").asString("")).contains("IllegalStateException");
      assertThat(shown.err()).contains("ops replay " + full);

      agent.mend();
      printsOneLine(ops(server, "replay", full), "replayed");
      server.untilAtRest("one", id);
      assertThat(lastMessage(server, id)).isEqualTo("assistant: It says: \"swallowed\"");
      assertThat(one.read(id).json().path("status").asString("")).isEqualTo("open");
      assertThat(Jsons.parse(ops(server, "show", full).out()).path("dead_letters")).isEmpty();
      failsInOneLine(ops(server, "replay", full), 1, "no message waits to be tried again");
    }
  }

  @Test
  void an_act_in_doubt_is_decided_by_a_person_and_the_customer_is_told() throws Exception {
    for (boolean happened : List.of(true, false)) {
      try (var server = serve()) {
        String id = inDoubt(server);
        String full = "rest:one:" + id;
        var shown = ops(server, "show", full);
        var act = Jsons.parse(shown.out()).at("/acts/0");
        assertThat(act.path("tool").asString("")).isEqualTo("books");
        assertThat(act.path("arguments").toString()).isEqualTo("{\"table\":\"4\"}");
        String call = act.path("call").asString("");
        assertThat(shown.err()).contains("ops settle " + full + " " + call + " happened");
        assertThat(ops(server, "list").out()).contains("waiting");

        failsInOneLine(
            ops(server, "settle", full, "9.9", "happened"),
            1,
            "these acts wait for a person's decision: " + call + " (books)");
        printsOneLine(
            ops(server, "settle", full, call, happened ? "happened" : "not-happened"), "settled");
        server.untilAtRest("one", id);
        assertThat(lastMessage(server, id))
            .contains("outcome of an earlier call of books is now known")
            .contains(happened ? "a person found that it happened" : "it did not happen");
        assertThat(ops(server, "list").out()).contains("open");
        failsInOneLine(
            ops(server, "settle", full, call, "happened"),
            1,
            "no act waits for a person's decision");
      }
    }
  }

  @Test
  void an_outcome_that_comes_in_late_closes_what_is_undecided_and_changes_nothing_decided() {
    try (var server = serve()) {
      Api one = server.api().withKey(ONE);
      String decided = one.create();
      String undecided = one.create();
      Api.atOnce(
          List.of(() -> one.say(decided, "book slowly"), () -> one.say(undecided, "book slowly")));
      String call = openAct(server, decided);
      printsOneLine(ops(server, "settle", "rest:one:" + decided, call, "not-happened"), "settled");
      server.untilAtRest("one", decided);
      List<String> before = one.messages(decided);
      long events = server.head("one", decided).inboxSeq();

      agent.letProviderAnswer();
      until(() -> server.head("one", decided).inboxSeq() == events + 1);
      server.untilAtRest("one", decided);
      assertThat(one.messages(decided)).isEqualTo(before);
      assertThat(finalOutcomes(server, decided))
          .singleElement()
          .asString()
          .contains("a person found that it did not happen");

      until(() -> openAct(server, undecided).isEmpty());
      server.untilAtRest("one", undecided);
      assertThat(lastMessage(server, undecided)).contains("booked after all");
      failsInOneLine(
          ops(server, "settle", "rest:one:" + undecided, call, "not-happened"),
          1,
          "no act waits for a person's decision");
    }
  }

  private static List<String> finalOutcomes(RunningServer server, String id) {
    return Jsons.parse(ops(server, "show", "rest:one:" + id).out())
        .path("entries")
        .valueStream()
        .filter(e -> e.at("/entry/kind").asString("").equals("returned"))
        .map(Object::toString)
        .filter(e -> !e.contains("\"unknown\""))
        .toList();
  }
}
