package frontdesk.server;

import static frontdesk.server.RunningServer.ONE;
import static frontdesk.server.RunningServer.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAi;
import frontdesk.adapters.openai.OpenAiSettings;
import frontdesk.edge.RealThreads;
import frontdesk.http.Body;
import frontdesk.http.Request;
import frontdesk.http.Secret;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// `ops restore` of a list of provider messages.
class ImportedMessagesTest {
  private static final String PEER = "57ad7029-a472-4c73-94b2-c47df8781a51";

  @TempDir Path directory;

  private final List<JsonNode> asked = new ArrayList<>();

  private static Path support() throws URISyntaxException {
    var file = ImportedMessagesTest.class.getResource("/messages/support.json");
    return Path.of(Objects.requireNonNull(file).toURI());
  }

  @ParameterizedTest
  @EnumSource(OpenAiSettings.Api.class)
  void what_was_said_elsewhere_goes_on_here_in_a_legal_request(OpenAiSettings.Api api)
      throws Exception {
    Path data = directory.resolve("data");
    try (var server = RunningServer.start(RunningServer.keyed(data), model(api))) {
      var ran = restore(server, support(), "--as", "rest:one:" + PEER);
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).isEqualTo("restored as rest:one:" + PEER + "\n");
      assertThat(ran.err()).contains("left out: 2 of system or developer");

      var client = server.api().withKey(ONE);
      assertThat(texts(client.read(PEER).json()))
          .containsExactly(
              "assistant: Hello! How can I help?",
              "user: My parcel is lost",
              "user: the order is 7474839\nส่งช้ามาก 📦",
              "assistant: It is on its way.",
              "user: Where exactly, and who has it?",
              "user: Are you still there?");
      assertThat(client.say(PEER, "Hello?").botMessage()).startsWith("I am the sandbox of OpenAI");
    }
    assertThat(asked).hasSize(1);
    String request = asked.getFirst().toString();
    assertThat(request)
        .contains("My parcel is lost", "on its way", "Kerry", "not known yet", "I look it up.")
        .contains("Are you still there?", "Hello?")
        .doesNotContain("another shop", "Be brief");
  }

  @Test
  void a_list_becomes_a_new_conversation_of_the_data_of_a_server_that_is_down() throws Exception {
    Path data = directory.resolve("data");
    RunningServer.start(RunningServer.settings(data)).close();
    String file = support().toString();
    var ran = new Shell().run("ops", "restore", file, "--data", data.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).matches("restored as rest:local:[0-9a-f-]{36}\n");
    String id = ran.out().strip().substring("restored as rest:local:".length());
    var listed = new Shell().run("ops", "list", "--data", data.toString());
    assertThat(listed.out()).contains("open", "support", id);
    try (var server = RunningServer.start(RunningServer.settings(data))) {
      var read = server.api().read(id).json();
      assertThat(read.path("message_count").asInt(0)).isEqualTo(6);
      assertThat(server.api().say(id, "my order number is 7474839").botMessage()).isNotBlank();
    }
    String again = "rest:local:" + id;
    var twice = new Shell().run("ops", "restore", file, "--as", again, "--data", data.toString());
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err()).contains("already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                                              | messages: is empty
          [{"role": "user", "content": "x"}               | messages: not valid JSON at line 1
          [{"role": "user", "content": "x"}, 7]           | messages[1]: must be an object
          [{"role": "customer", "content": "x"}]          | messages[0].role: must be one of developer
          [{"role": "user", "content": null}]             | messages[0].content: is missing, write a text
          [{"role": "user", "content": [{"type": "image_url", "image_url": {}}]}] | messages[0].content[0]: only text
          [{"role": "tool", "tool_call_id": "c", "content": "x"}] | messages[0].tool_call_id: 'c' is no call
          [{"role": "tool", "content": "x"}]              | messages[0].tool_call_id: is missing
          [{"role": "function", "name": "f", "content": "x"}] | messages[0].name: 'f' is no call
          [{"role": "assistant", "tool_calls": {}}]       | messages[0].tool_calls: must be a list
          [{"role": "assistant", "tool_calls": [{"id": "c"}]}] | messages[0].tool_calls[0].function.arguments: is missing
          """)
  void a_list_that_cannot_be_taken_is_refused_in_one_line_that_names_the_message(
      String text, String problem) throws IOException {
    Path data = directory.resolve("data");
    RunningServer.start(RunningServer.settings(data)).close();
    Path file = Files.writeString(directory.resolve("messages.json"), text);
    var ran = new Shell().run("ops", "restore", file.toString(), "--data", data.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().strip()).contains(problem).hasLineCount(1);
    assertThat(new Shell().run("ops", "list", "--data", data.toString()).out()).isEmpty();
  }

  @Test
  void a_server_takes_in_nothing_for_an_agent_that_it_does_not_have() throws Exception {
    try (var server = RunningServer.start(RunningServer.keyed(directory.resolve("data")))) {
      var ran = restore(server, support(), "--agent", "typo", "--as", "rest:one:" + PEER);
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains("there is no agent 'typo', configure it or name another");
      assertThat(server.api().withKey(ONE).read(PEER).status()).isEqualTo(404);
    }
  }

  @Test
  void an_archive_takes_no_other_name_and_a_file_that_is_no_text_is_refused() throws IOException {
    String data = directory.resolve("data").toString();
    RunningServer.start(RunningServer.settings(Path.of(data))).close();
    Path archive = Files.writeString(directory.resolve("archive.jsonl"), "{}\n");
    var named =
        new Shell().run("ops", "restore", archive.toString(), "--agent", "a", "--data", data);
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.err()).contains("--agent").contains("leave them out");
    Path bytes = Files.write(directory.resolve("bytes"), new byte[] {'[', (byte) 0xff, ']'});
    var broken = new Shell().run("ops", "restore", bytes.toString(), "--data", data);
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("FILE: is not in UTF-8");
    var id = new Shell().run("ops", "restore", bytes.toString(), "--as", "x y", "--data", data);
    assertThat(id.code()).isEqualTo(2);
  }

  private static List<String> texts(JsonNode conversation) {
    return conversation.path("messages").values().stream()
        .map(m -> m.path("role").asString("") + ": " + m.path("text").asString(""))
        .toList();
  }

  private Shell.Ran restore(RunningServer server, Path file, String... more) {
    var command = new ArrayList<>(List.of("ops", "restore", file.toString()));
    command.addAll(List.of(more));
    command.addAll(List.of("--server", server.url()));
    return new Shell().with("FRONTDESK_KEY", OPERATOR).run(command.toArray(String[]::new));
  }

  /// The stand-in, which refuses what the provider would; what it is asked is kept.
  private OpenAi model(OpenAiSettings.Api api) {
    var threads = new RealThreads();
    var clock = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    var openAi = new frontdesk.sandbox.openai.OpenAi(clock, new SplittableRandom(1));
    var sandbox = new Sandbox(openAi, threads);
    var key = Optional.of(new Secret("sk-sandbox"));
    var settings =
        new OpenAiSettings(
            URI.create("https://api.openai.com/v1"),
            api,
            "gpt-6-luna",
            key,
            Optional.empty(),
            Optional.empty(),
            OpenAiSettings.Stream.WATCHED);
    return new OpenAi(request -> sandbox.api(kept(request)), settings, threads);
  }

  private Request kept(Request request) {
    String text = new String(request.body().bytes(1 << 20), StandardCharsets.UTF_8);
    asked.add(Jsons.parse(text));
    return new Request(
        request.method(),
        request.path(),
        request.query(),
        request.headers(),
        Body.of(text),
        request.remote(),
        request.deadline());
  }
}
