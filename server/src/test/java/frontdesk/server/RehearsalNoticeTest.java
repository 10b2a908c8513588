package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The keyless model is announced to those who run it, once, and nothing is said of it with
/// another.
class RehearsalNoticeTest {
  private static final String NOTICE = "The keyless model rehearsal answers, by fixed rules.";

  @TempDir Path directory;

  private final Shell shell = new Shell();

  @BeforeEach
  void atHome() {
    shell.with("FRONTDESK_DATA", directory.toString());
  }

  @Test
  void a_chat_says_it_beside_the_answers_with_the_setting_for_another() {
    var ran = shell.piped("hello\nhello\n", "chat", "support");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.errors())
        .containsOnlyOnce(NOTICE + " For a real one, set OPENAI_API_KEY.")
        .filteredOn(line -> line.contains("rehearsal"))
        .hasSize(1);
    assertThat(ran.out()).doesNotContain("OPENAI_API_KEY");
  }

  @Test
  void it_is_in_the_language_of_the_agent() throws IOException {
    Path agent = Files.createDirectory(directory.resolve("thai"));
    Files.writeString(agent.resolve("agent.yaml"), "name: thai\nlocale: th\n");
    Files.writeString(agent.resolve("instructions.md"), "Be kind.\n");
    var ran = shell.run("chat", agent.toString(), "--message", "สวัสดี");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("ผู้ตอบคือ rehearsal", "OPENAI_API_KEY").doesNotContain(NOTICE);
  }

  @Test
  void who_has_a_key_is_told_to_name_another_model() {
    var ran =
        shell
            .with("OPENAI_API_KEY", "sk-right-0123456789")
            .run("chat", "support", "--model", "rehearsal", "--message", "hello");
    assertThat(ran.err())
        .contains(NOTICE + " For a real one, set model: openai.")
        .doesNotContain("sk-right");
  }

  @Test
  void a_chat_with_another_model_or_with_a_server_says_nothing_of_it() {
    var guided = shell.run("chat", "support", "--model", "guided", "--message", "hello");
    assertThat(guided.code()).as(guided.err()).isZero();
    assertThat(guided.err()).doesNotContain("rehearsal");
    try (var server = RunningServer.start(directory.resolve("served"))) {
      var remote = shell.run("chat", "support", "--server", server.url(), "--message", "hello");
      assertThat(remote.code()).as(remote.err()).isZero();
      assertThat(remote.err()).doesNotContain("rehearsal");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "demo"})
  void a_server_logs_it_in_one_line(String command) throws IOException {
    try (var server = ChildServer.start(directory, command, Map.of())) {
      assertThat(server.stop()).isEqualTo(143);
    }
    assertThat(log().lines().filter(line -> line.contains("rehearsal")))
        .singleElement()
        .asString()
        .contains("\"level\":\"INFO\"", NOTICE + " For a real one, set OPENAI_API_KEY.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "demo"})
  void a_server_with_another_model_logs_nothing_of_it(String command) throws IOException {
    try (var server = ChildServer.start(directory, command, Map.of("FRONTDESK_MODEL", "guided"))) {
      assertThat(server.api().send("GET", "/health/live", "").status()).isEqualTo(200);
      assertThat(server.stop()).isEqualTo(143);
    }
    assertThat(log()).doesNotContain("rehearsal");
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
