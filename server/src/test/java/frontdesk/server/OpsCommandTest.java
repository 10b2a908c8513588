package frontdesk.server;

import static frontdesk.server.RunningServer.ONE;
import static frontdesk.server.RunningServer.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `frontdesk ops`, on a server and on a directory.
class OpsCommandTest {
  @TempDir Path directory;

  private Shell.Ran onServer(RunningServer server, String... command) {
    return new Shell().with("FRONTDESK_KEY", OPERATOR).run(with(command, "--server", server.url()));
  }

  private Shell.Ran onData(String... command) {
    return new Shell().run(with(command, "--data", data().toString()));
  }

  private static String[] with(String[] command, String option, String value) {
    var all = new ArrayList<>(List.of("ops"));
    all.addAll(List.of(command));
    all.addAll(List.of(option, value));
    return all.toArray(String[]::new);
  }

  private Path data() {
    return directory.resolve("data");
  }

  private RunningServer serve() {
    return RunningServer.start(RunningServer.keyed(data()));
  }

  @Test
  void list_and_show_tell_of_every_clients_conversations() {
    try (var server = serve()) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      one.say(id, "my order number is 7474839").botMessage();
      var listed = onServer(server, "list");
      assertThat(listed.code()).as(listed.err()).isZero();
      assertThat(listed.lines()).hasSize(1);
      assertThat(listed.out()).contains("open", "support", "rest:one:" + id);
      var shown = onServer(server, "show", "rest:one:" + id);
      assertThat(shown.code()).isZero();
      var json = Jsons.parse(shown.out());
      assertThat(json.path("conversation").asString("")).isEqualTo("rest:one:" + id);
      assertThat(json.path("entries").toString()).contains("my order number is 7474839");
    }
    assertThat(onData("list").lines()).hasSize(1);
  }

  @Test
  void A_F12_archive_takes_a_conversation_out_and_restore_brings_it_back_with_its_answers() {
    Path file = directory.resolve("archive.jsonl");
    try (var server = serve()) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      Seed.turns().forEach(text -> one.say(id, text).botMessage());
      String answer = one.sayOnce(id, "thank you", "k").botMessage();
      String before = one.read(id).text();

      var archived = onServer(server, "archive", "rest:one:" + id, file.toString());
      assertThat(archived.code()).as(archived.err()).isZero();
      assertThat(one.read(id).status()).isEqualTo(404);
      assertThat(one.say(id, "hello").status()).isEqualTo(404);
      assertThat(onServer(server, "list").out()).isEmpty();

      var restored = onServer(server, "restore", file.toString());
      assertThat(restored.code()).as(restored.err()).isZero();
      assertThat(one.read(id).text()).isEqualTo(before);
      assertThat(one.sayOnce(id, "thank you", "k").botMessage()).isEqualTo(answer);
      assertThat(one.sayOnce(id, "something else", "k").status()).isEqualTo(422);
      assertThat(one.read(id).text()).isEqualTo(before);
      one.say(id, "the order number is 7474840").botMessage();
      assertThat(one.read(id).json().at("/ticket/status").asString("")).isEqualTo("reopened");

      var twice = onServer(server, "restore", file.toString());
      assertThat(twice.code()).isEqualTo(1);
      assertThat(twice.err()).contains("already");
    }
  }

  @Test
  void A_F12_the_same_with_the_data_of_a_server_that_is_down() {
    Path file = directory.resolve("archive.jsonl");
    String id;
    String before;
    try (var server = serve()) {
      Api one = server.api().withKey(ONE);
      id = one.create();
      one.say(id, "my order number is 7474839").botMessage();
      before = one.read(id).text();
    }
    assertThat(onData("archive", "rest:one:" + id, file.toString()).code()).isZero();
    assertThat(onData("list").out()).isEmpty();
    assertThat(onData("restore", file.toString()).code()).isZero();
    try (var server = serve()) {
      assertThat(server.api().withKey(ONE).read(id).text()).isEqualTo(before);
    }
  }

  @Test
  void an_archive_never_overwrites_a_file_and_a_broken_one_restores_nothing() throws IOException {
    Path file = Files.writeString(directory.resolve("taken"), "something\n");
    try (var server = serve()) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      one.say(id, "hello").botMessage();
      var refused = onServer(server, "archive", "rest:one:" + id, file.toString());
      assertThat(refused.code()).isEqualTo(2);
      assertThat(one.read(id).status()).isEqualTo(200);
      assertThat(file).hasContent("something\n");
      assertThat(onServer(server, "restore", file.toString()).code()).isNotZero();

      Path archive = directory.resolve("archive.jsonl");
      assertThat(onServer(server, "archive", "rest:one:" + id, archive.toString()).code()).isZero();
      List<String> lines = Files.readAllLines(archive);
      Path cut = Files.write(directory.resolve("cut"), lines.subList(0, 2));
      var broken = onServer(server, "restore", cut.toString());
      assertThat(broken.code()).isNotZero();
      assertThat(broken.err()).contains("line 2");
      assertThat(one.read(id).status()).isEqualTo(404);
    }
  }

  @Test
  void a_conversation_that_is_being_worked_on_is_not_archived() throws Exception {
    var model = new HeldModel();
    Path file = directory.resolve("archive.jsonl");
    try (var server = RunningServer.start(RunningServer.keyed(data()), model);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      var answer = clients.submit(() -> one.say(id, "hello"));
      model.untilAsked();
      var refused = onServer(server, "archive", "rest:one:" + id, file.toString());
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("being worked on");
      assertThat(file).doesNotExist();
      model.release();
      assertThat(answer.get().botMessage()).isEqualTo("You said: hello");
    }
  }

  @Test
  void only_an_operators_key_opens_the_operators_side() {
    try (var server = serve()) {
      String id = server.api().withKey(ONE).create();
      for (Api api : List.of(server.api(), server.api().withKey(ONE))) {
        for (String path : List.of("conversations/", "conversations/rest:one:" + id + "/")) {
          assertThat(api.send("GET", "/api/ops/" + path, "").status()).isEqualTo(401);
        }
        assertThat(api.send("POST", "/api/ops/restore/", "{}").status()).isEqualTo(401);
        assertThat(
                api.send("DELETE", "/api/ops/conversations/rest:one:" + id + "/?version=1", "")
                    .status())
            .isEqualTo(401);
      }
      var client =
          new Shell().with("FRONTDESK_KEY", ONE).run("ops", "list", "--server", server.url());
      assertThat(client.code()).isEqualTo(2);
      assertThat(client.errors())
          .containsExactly("FRONTDESK_KEY: the server does not take it for an operator's");
      var without = new Shell().run("ops", "list", "--server", server.url());
      assertThat(without.code()).isEqualTo(2);
      assertThat(without.errors()).containsExactly("FRONTDESK_KEY: set it to an operator's key");
      assertThat(onServer(server, "list").code()).isZero();
    }
  }

  @Test
  void an_unknown_conversation_is_a_failure_in_one_line() {
    try (var server = serve()) {
      for (String id : List.of("rest:one:nobody", "nonsense", "a b")) {
        var shown = onServer(server, "show", id);
        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.err()).contains("there is no conversation " + id);
        Path file = directory.resolve("nothing");
        assertThat(onServer(server, "archive", id, file.toString()).code()).isEqualTo(1);
        assertThat(file).doesNotExist();
      }
    }
    var shown = onData("show", "nonsense");
    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.errors()).hasSize(1);
  }

  @Test
  void a_directory_without_data_is_not_made_into_one() {
    var ran = onData("list");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.errors()).containsExactly("--data: there is no data in " + data());
    assertThat(data()).doesNotExist();
  }

  @Test
  void whoever_finds_the_data_taken_is_told_by_whom() {
    try (var server = serve()) {
      assertThat(server.port()).isPositive();
      var ran = onData("list");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err())
          .contains("is held by process " + ProcessHandle.current().pid() + " (test, since ")
          .contains("stop it, or choose another --data");
      var chat =
          new Shell().run("chat", "support", "--data", data().toString(), "--message", "hello");
      assertThat(chat.code()).isEqualTo(1);
      assertThat(chat.err()).contains("is held by process");
    }
  }
}
