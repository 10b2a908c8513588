package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program in a process of its own, killed and started again on the same data.
class KilledServerTest {
  @TempDir Path directory;

  @Test
  void a_message_whose_server_was_killed_before_the_answer_is_answered_once_after_the_restart()
      throws IOException, InterruptedException {
    Path slow = script("slow.yaml", "- reply: {text: \"Never said.\"}\n  delay: 600000\n");
    String id;
    try (var first = demo(slow);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api api = first.api();
      id = api.create();
      Future<Api.Answer> cut = clients.submit(() -> api.sayOnce(id, "are you there?", "k"));
      RunningServer.until(() -> api.messages(id).size() == 1);
      first.kill();
      assertThat(failure(cut)).hasRootCauseInstanceOf(IOException.class);
    }

    Path quick = script("quick.yaml", "- reply: {text: \"Here I am.\"}\n");
    try (var second = demo(quick)) {
      Api api = second.api();
      RunningServer.until(() -> api.messages(id).size() == 2);
      assertThat(api.sayOnce(id, "are you there?", "k").botMessage()).isEqualTo("Here I am.");
      assertThat(api.messages(id)).containsExactly("user: are you there?", "assistant: Here I am.");
      assertThat(api.sayOnce(id, "another body", "k").status()).isEqualTo(422);
    }
  }

  @Test
  void an_answer_that_was_given_survives_a_kill_and_the_conversation_goes_on_where_it_was() {
    String id;
    String answer;
    try (var first = guided()) {
      id = first.api().create();
      answer = first.api().sayOnce(id, "my order number is 7474839", "k").botMessage();
      first.kill();
    }
    try (var second = guided()) {
      Api api = second.api();
      assertThat(api.sayOnce(id, "my order number is 7474839", "k").botMessage()).isEqualTo(answer);
      assertThat(api.messages(id)).hasSize(2);
      Seed.turns().stream().skip(2).forEach(text -> api.say(id, text).botMessage());
      assertThat(api.read(id).json().path("status").asString("")).isEqualTo("completed");
    }
  }

  @Test
  void a_server_that_is_told_to_stop_ends_in_good_order_and_frees_its_data() {
    try (var first = guided()) {
      String id = first.api().create();
      first.api().say(id, "hello").botMessage();
      // 128 + SIGTERM, as a process ends that ran its shutdown hooks
      assertThat(first.stop()).isEqualTo(143);
      try (var second = RunningServer.start(directory.resolve("data"))) {
        assertThat(second.api().messages(id)).hasSize(2);
      }
    }
  }

  @Test
  void what_killed_servers_unpacked_does_not_pile_up() throws IOException {
    for (int time = 0; time < 2; time++) {
      try (var server = guided()) {
        server.kill();
      }
    }
    try (var files = Files.list(directory.resolve("data").resolve("native"))) {
      assertThat(files.filter(file -> !file.toString().endsWith(".lck"))).hasSize(1);
    }
  }

  @Test
  void D09_a_server_told_to_stop_during_500_turns_loses_and_repeats_none() throws Exception {
    Path slow = script("slow.yaml", "- reply: {text: \"Here I am.\"}\n  delay: 5000\n");
    var ids = new ArrayList<String>();
    int underWay;
    long answered;
    try (var first = demo(slow);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api api = first.api();
      for (int i = 0; i < 500; i++) ids.add(api.create());
      var requests = new ArrayList<Future<Api.Answer>>();
      for (String id : ids) {
        requests.add(clients.submit(() -> api.sayOnce(id, "are you there?", "k")));
      }
      RunningServer.until(() -> running(api) + done(requests) >= ids.size());
      underWay = running(api);
      assertThat(first.stop()).isEqualTo(143);
      answered = requests.stream().filter(KilledServerTest::wasAnswered).count();
    }
    Path quick = script("quick.yaml", "- reply: {text: \"Here I am.\"}\n");
    try (var second = demo(quick)) {
      Api api = second.api();
      for (String id : ids) {
        RunningServer.until(() -> api.messages(id).size() == 2);
        assertThat(api.messages(id))
            .containsExactly("user: are you there?", "assistant: Here I am.");
        assertThat(api.sayOnce(id, "are you there?", "k").botMessage()).isEqualTo("Here I am.");
      }
    }
    System.out.printf(
        "D09: stopped during %d turns: %d of 500 answered before the end, all once after it%n",
        underWay, answered);
    assertThat(underWay).isPositive();
  }

  private static int running(Api api) {
    return api.send("GET", "/metrics", "")
        .text()
        .lines()
        .filter(line -> line.startsWith("frontdesk_turns_running "))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  private static long done(List<Future<Api.Answer>> requests) {
    return requests.stream().filter(Future::isDone).count();
  }

  private static boolean wasAnswered(Future<Api.Answer> request) {
    try {
      return request.get().botMessage().equals("Here I am.");
    } catch (ExecutionException e) {
      return false; // the server ended first
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private ChildServer guided() {
    return ChildServer.start(
        directory.resolve("log"), Map.of(), "demo", "--port", "0", "--data", data());
  }

  private ChildServer demo(Path script) {
    return ChildServer.start(
        directory.resolve("log"),
        Map.of("FRONTDESK_MODEL", "scripted:" + script),
        "demo",
        "--port",
        "0",
        "--data",
        data());
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private Path script(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Throwable failure(Future<Api.Answer> request) throws InterruptedException {
    try {
      throw new AssertionError("It was answered: " + request.get());
    } catch (ExecutionException e) {
      return e;
    }
  }
}
