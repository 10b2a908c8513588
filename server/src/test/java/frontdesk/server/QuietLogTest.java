package frontdesk.server;

import static frontdesk.server.RunningServer.ONE;
import static frontdesk.server.RunningServer.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.http.Secret;
import frontdesk.json.Jsons;
import frontdesk.server.logs.Logs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What customers say and what clients hold is in the store and nowhere else: not in the log, at
/// its most talkative level, whatever goes well or wrong.
class QuietLogTest {
  /// Words that are sent, and that no redaction would recognise.
  private static final List<String> CANARIES =
      List.of("canaryword", "Canarias Lane", "canary-reference", "canary-once", "คานารี");

  @TempDir Path directory;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    Logs.install("DEBUG", new PrintStream(log, true, StandardCharsets.UTF_8), false);
  }

  @AfterEach
  void leave() {
    Logs.install("INFO", System.err, false);
  }

  @Test
  void S15_no_text_of_a_customer_and_no_key_is_ever_logged() throws IOException {
    everythingThatGoesWellOrWrong();
    everythingAnOperatorDoes();
    everythingWithABrokenStore();
    String logged = log.toString(StandardCharsets.UTF_8);
    assertThat(logged).as("something was logged at all").contains("\"level\":\"ERROR\"");
    for (String canary : CANARIES) assertThat(logged).doesNotContainIgnoringCase(canary);
    assertThat(logged).doesNotContain(ONE, OPERATOR, RunningServer.TWO, "7474839", "one@example");
  }

  @Test
  void S15_every_line_of_the_log_is_one_json_object() throws IOException {
    everythingThatGoesWellOrWrong();
    everythingWithABrokenStore();
    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(Jsons.tryObject(line)).as(line).isPresent());
  }

  private void everythingThatGoesWellOrWrong() throws IOException {
    Path script =
        Files.writeString(
            directory.resolve("script.yaml"),
            """
            - reply: {text: "Noted, canaryword."}
            - reply: {error: broken}
            - reply: {calls: [{tool: canaryword, arguments: '{"canaryword": '}]}
            - reply: {text: "Again, canaryword."}
            - expect: {user: "never said"}
              reply: {text: "Not reached."}
            """);
    try (var server = RunningServer.start(keyed("a", "scripted:" + script))) {
      Api one = server.api().withKey(ONE);
      String id =
          one.create("{\"external_ref\": \"canary-reference\"}", "Idempotency-Key", "canary-once")
              .json()
              .path("conversation_id")
              .asString("");
      for (int i = 0; i < 4; i++) one.say(id, said() + i);
      one.sayOnce(id, said(), "canary-once");
      one.sayOnce(id, "canaryword", "canary-once");
      one.sayOnce(id, said(), "canary once");
      one.patch(id, "{\"message\": \"canaryword\"");
      one.patch(id, "{\"canaryword\": 1, \"canaryword\": 2}");
      one.patch(id, "{\"message\": \"canaryword" + " ".repeat(256 * 1024) + "\"}");
      one.create("{\"function\": \"canaryword\"}");
      one.send("PATCH", "/api/conversations/canaryword/", "canaryword");
      one.send("GET", "/canaryword?canaryword=" + ONE, "");
      one.send("PATCH", "/api/conversations/" + id, "canaryword", "Content-Type", "canary/word");
      one.send("GET", "/", "", "Canaryword", "canaryword", "Cookie", "canaryword=" + ONE);
      server.api().withKey("canaryword").read(id);
      one.read(id);
    }
  }

  private void everythingAnOperatorDoes() {
    try (var server = RunningServer.start(keyed("b", Models.GUIDED))) {
      Api one = server.api().withKey(ONE);
      Api operator = server.api().withKey(OPERATOR);
      String id = one.create();
      one.say(id, said());
      String path = "/api/ops/conversations/rest:one:" + id + "/";
      operator.send("GET", "/api/ops/conversations/", "");
      operator.send("GET", path, "");
      String archive = operator.send("GET", path + "archive/", "").text();
      operator.send("DELETE", path + "?version=canaryword", "");
      operator.send(
          "DELETE",
          path
              + "?version="
              + Jsons.parse(archive.lines().findFirst().orElseThrow()).path("version").asLong(0),
          "");
      operator.send("POST", "/api/ops/restore/", archive.replaceFirst("\\}\n", "canaryword\n"));
      operator.send("POST", "/api/ops/restore/", archive);
      operator.send("POST", "/api/ops/restore/", archive);
    }
  }

  private void everythingWithABrokenStore() {
    try (var server = RunningServer.start(keyed("c", Models.GUIDED))) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      one.say(id, said());
      server.breakStore();
      assertThat(one.say(id, said()).status()).isEqualTo(503);
      one.read(id);
      one.create("{\"external_ref\": \"canary-reference\"}");
    }
  }

  private static String said() {
    return "canaryword\nคานารี, I live in Canarias Lane, one@example.com, order number is 7474839 ";
  }

  private Settings keyed(String data, String model) {
    List<ApiKey> keys =
        List.of(
            new ApiKey("one", new Secret(ONE), ApiKey.Role.CLIENT),
            new ApiKey("desk", new Secret(OPERATOR), ApiKey.Role.OPERATOR));
    return RunningServer.settings(directory.resolve(data), model, keys, 0, 1);
  }
}
