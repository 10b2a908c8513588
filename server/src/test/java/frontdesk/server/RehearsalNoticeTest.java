package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The keyless model is announced to those who run it, once, and nothing is said of it with
/// another.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RehearsalNoticeTest {
  private static final String NOTICE = "The keyless model rehearsal answers, by fixed rules.";

  @TempDir Path directory;

  @Test
  void a_terminal_says_it_once_under_the_title() throws IOException {
    assertThat(atTerminal("support"))
        .startsWith(
            "You talk to the agent 'support' in this terminal.",
            NOTICE + " For a real one, set OPENAI_API_KEY.",
            "/help lists what else you can type. /quit leaves.")
        .filteredOn(line -> line.contains("rehearsal"))
        .hasSize(1);
  }

  @Test
  void a_terminal_says_it_in_the_language_of_the_agent() throws IOException {
    Path agent = Files.createDirectory(directory.resolve("thai"));
    Files.writeString(agent.resolve("agent.yaml"), "name: thai\nlocale: th\n");
    Files.writeString(agent.resolve("instructions.md"), "Be kind.\n");
    assertThat(atTerminal(agent.toString()))
        .filteredOn(line -> line.contains("rehearsal"))
        .singleElement()
        .asString()
        .contains("ผู้ตอบคือ rehearsal", "OPENAI_API_KEY");
  }

  @Test
  void a_terminal_says_nothing_of_it_with_another_model() throws IOException {
    assertThat(atTerminal("support", "--model", "guided"))
        .startsWith(
            "You talk to the agent 'support' in this terminal.",
            "/help lists what else you can type. /quit leaves.")
        .noneMatch(line -> line.contains("rehearsal"));
  }

  @Test
  void a_script_gets_no_line_more() {
    var ran =
        new Shell()
            .with("FRONTDESK_DATA", directory.toString())
            .run("chat", "support", "--message", "hello");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.errors()).singleElement().asString().contains("resume it with --as");
    assertThat(ran.out()).doesNotContain("OPENAI_API_KEY");
  }

  @Test
  void who_has_a_key_is_told_to_name_another_model() {
    var environment = new Environment(Map.of("OPENAI_API_KEY", "sk-right-0123456789"));
    var settings = ModelSettings.of(environment).named(Models.REHEARSAL);
    assertThat(RehearsalNotice.of(settings, "en"))
        .contains(NOTICE + " For a real one, set model: openai.");
  }

  private List<String> atTerminal(String... arguments) throws IOException {
    return AtTerminal.chat(directory, arguments);
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
