package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole server in a process of its own, whose files can grow no further: each write that needs
/// more room fails in the operating system, as on a full disk, until there is room again.
class FullDiskTest {
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final int TURNS = 20;
  private static final int ROUNDS = 3;

  @TempDir Path directory;

  @Test
  void D03_a_full_disk_is_503_and_when_there_is_room_again_all_goes_on_without_a_restart()
      throws Exception {
    assumeTrue(Files.isExecutable(PRLIMIT), "no prlimit here: nothing can fill the disk");
    var texts = new ArrayList<String>();
    int refused = 0;
    List<String> ids;
    try (var server = slow();
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api api = server.api();
      ids = create(api);
      for (int round = 0; round < ROUNDS; round++) {
        String text = "message " + round;
        String key = "k" + round;
        texts.add("user: " + text);
        texts.add("assistant: Heard.");
        var answers = new ArrayList<Future<Api.Answer>>();
        for (String id : ids) answers.add(clients.submit(() -> api.sayOnce(id, text, key)));
        RunningServer.until(() -> ids.stream().allMatch(id -> said(api, id).contains(text)));
        limit(server, String.valueOf(Files.size(log())));
        refused += refusedWhileFull(api, ids, round);
        limit(server, "unlimited");
        answered(answers);
        assertThat(api.sayOnce(ids.getFirst(), text, key).botMessage()).isEqualTo("Heard.");
        assertThat(api.send("GET", "/health/ready", "").status()).isEqualTo(200);
        // What was refused, sent again, is taken: it was not acknowledged, and is not there.
        assertThat(api.sayOnce(ids.getLast(), "refused", "refused" + round).status())
            .isEqualTo(200);
      }
      server.kill();
    }
    assertSound();
    assertAllAnsweredOnce(ids, texts);
    System.out.printf(
        "D03: disk full %d times under %d turns each: %d requests refused, all turns answered, all read after a kill%n",
        ROUNDS, TURNS, refused);
  }

  private static List<String> create(Api api) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < TURNS; i++) ids.add(api.create());
    return List.copyOf(ids);
  }

  /// Until a turn that was under way has failed, too: what it would write is not there either.
  private int refusedWhileFull(Api api, List<String> ids, int round) {
    long failedTurns = failedTurns();
    var refused = new ArrayList<Api.Answer>();
    RunningServer.until(
        () -> {
          refused.add(api.create("{}"));
          refused.add(api.sayOnce(ids.getLast(), "refused", "refused" + round));
          return failedTurns() > failedTurns;
        });
    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(503);
              assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
              assertThat(answer.text()).doesNotContain("SQL", "frontdesk.db");
            });
    assertThat(api.send("GET", "/health/ready", "").status()).isEqualTo(503);
    assertThat(api.read(ids.getFirst()).status()).isEqualTo(200);
    return refused.size();
  }

  private static void answered(List<Future<Api.Answer>> answers)
      throws ExecutionException, InterruptedException {
    for (var answer : answers) assertThat(answer.get().botMessage()).isEqualTo("Heard.");
  }

  private void assertSound() throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + data().resolve("frontdesk.db"));
        var statement = connection.createStatement();
        var result = statement.executeQuery("PRAGMA integrity_check")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString(1)).isEqualTo("ok");
    }
  }

  private void assertAllAnsweredOnce(List<String> ids, List<String> texts) {
    try (var server = RunningServer.start(data())) {
      for (String id : ids.subList(0, TURNS - 1)) {
        assertThat(server.api().messages(id)).isEqualTo(texts);
      }
      assertThat(server.api().messages(ids.getLast())).hasSize(texts.size() + 2 * ROUNDS);
    }
  }

  private static String said(Api api, String id) {
    return String.join("\n", api.messages(id));
  }

  private ChildServer slow() throws IOException {
    Path script =
        Files.writeString(
            directory.resolve("slow.yaml"),
            "- reply: {text: Heard.}\n  delay: 1500\n".repeat(2 * ROUNDS));
    return ChildServer.start(
        directory.resolve("log"),
        Map.of("FRONTDESK_MODEL", "scripted:" + script),
        "demo",
        "--port",
        "0",
        "--data",
        data().toString());
  }

  private static void limit(ChildServer server, String bytes)
      throws IOException, InterruptedException {
    var command =
        List.of(PRLIMIT.toString(), "--pid", "" + server.pid(), "--fsize=" + bytes + ":unlimited");
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private long failedTurns() {
    try (var lines = Files.lines(directory.resolve("log"))) {
      return lines.filter(line -> line.contains("a turn failed")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return data().resolve("frontdesk.db-wal");
  }

  private Path data() {
    return directory.resolve("data");
  }
}
