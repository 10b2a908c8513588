package frontdesk.server.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.json.Jsons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogsTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final System.Logger log = System.getLogger("frontdesk.test");

  @AfterEach
  void restore() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void a_record_is_one_line_of_json() {
    Logs.install("INFO", out, false);
    log.log(Level.INFO, "Listening on port {0}", "8080");

    var line = Jsons.parse(lines().getFirst());
    assertThat(line.get("message").asString()).isEqualTo("Listening on port 8080");
    assertThat(line.get("level").asString()).isEqualTo("INFO");
    assertThat(line.get("logger").asString()).isEqualTo("frontdesk.test");
    assertThat(line.get("time").asString()).endsWith("Z");
  }

  @Test
  void in_a_terminal_it_is_one_line_of_text() {
    Logs.install("info", out, true);
    log.log(Level.WARNING, "Slow");
    assertThat(lines())
        .singleElement()
        .asString()
        .matches("[0-9:.]{12} WARNING frontdesk.test Slow");
  }

  @Test
  void S15_no_text_can_begin_a_line_or_colour_one() {
    for (boolean readable : List.of(true, false)) {
      Logs.install("INFO", out, readable);
      String hostile = "a\r\nERROR forged\u001b[31m\u2028x\u202ey\0\u0085";
      log.log(Level.INFO, hostile);
      log.log(Level.ERROR, "failed", new IllegalStateException(hostile, new IOException(hostile)));
    }
    String all = written.toString(StandardCharsets.UTF_8);
    assertThat(all.lines()).hasSize(4);
    assertThat(all.replace("\n", "").chars())
        .noneMatch(c -> c < ' ' || c == 0x85 || c == 0x2028 || c == 0x202e);
    assertThat(all).contains("\\r\\nERROR forged").contains("u001b[31m");
  }

  @Test
  void I8_what_looks_like_a_secret_or_personal_is_replaced() {
    assertThat(Redaction.of("mail ann.lee+x@shop.example.co.th now")).isEqualTo("mail <email> now");
    assertThat(Redaction.of("Authorization: Bearer abc.def-123 x"))
        .doesNotContain("abc")
        .endsWith(" x");
    assertThat(Redaction.of("got Bearer abc.def")).isEqualTo("got Bearer ***");
    assertThat(Redaction.of("api_key=abc&x=1")).isEqualTo("api_key=***&x=1");
    assertThat(Redaction.of("{\"password\":\"hunter2\",\"a\":1}"))
        .isEqualTo("{\"password\":\"***\",\"a\":1}");
    assertThat(Redaction.of("bad sk-proj-Abc123456789")).isEqualTo("bad ***");
    assertThat(Redaction.of("order 7474839.")).isEqualTo("order <number>.");
    assertThat(Redaction.of("call +66 81-234-5678 or 0812345678"))
        .isEqualTo("call <number> or <number>");
    assertThat(Redaction.of("card 4111 1111 1111 1111!")).isEqualTo("card <number>!");
  }

  @Test
  void I8_ports_durations_dates_and_ids_stay_readable() {
    String plain =
        "2026-11-21T10:33:19.123456Z 127.0.0.1:65535 took 123456 ms status=503 ratio 0.12345678"
            + " rest:support:12345678-1234-4234-8234-123456789012 attempt 5 of 5, tokens 12";
    assertThat(Redaction.of(plain)).isEqualTo(plain);
  }

  @Test
  void I8_messages_of_exceptions_are_redacted_and_causes_bounded() {
    Logs.install("INFO", out, false);
    Throwable error = new IllegalStateException("for one@example.com");
    for (int i = 0; i < 50; i++) error = new IllegalStateException("level " + i, error);
    log.log(Level.ERROR, "failed", error);
    log.log(Level.ERROR, "failed", new IllegalStateException("for one@example.com"));

    assertThat(lines()).noneMatch(line -> line.contains("one@"));
    var first = Jsons.parse(lines().getFirst()).get("error");
    assertThat(first.size()).isEqualTo(5);
    assertThat(first.get(0).get("at").get(0).asString()).startsWith("server.logs.LogsTest.");
  }

  @Test
  void libraries_do_not_tell_what_peers_sent_whatever_the_level() {
    Logs.install("DEBUG", out, false);
    System.getLogger("io.helidon.webserver.http1").log(Level.DEBUG, "recv: secret");
    System.getLogger("io.helidon.webserver.http1").log(Level.INFO, "Started");
    log.log(Level.DEBUG, "ours");
    assertThat(lines()).singleElement().asString().contains("ours");
  }

  @Test
  void a_bad_level_says_which_there_are() {
    assertThatThrownBy(() -> Logs.install("LOUD", out, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("LOGLEVEL: no such level; set DEBUG, INFO, WARNING, ERROR or CRITICAL");
    Logs.install("critical", out, false);
    log.log(Level.WARNING, "quiet");
    log.log(Level.ERROR, "loud");
    assertThat(lines()).singleElement().asString().contains("loud");
  }
}
