package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agents;
import frontdesk.agent.Limits;
import frontdesk.edge.Edge;
import frontdesk.json.Jsons;
import frontdesk.model.Wishes;
import frontdesk.server.Api;
import frontdesk.server.Api.Answer;
import frontdesk.server.Environment;
import frontdesk.server.RunningServer;
import frontdesk.server.Settings;
import frontdesk.server.SettingsFile;
import frontdesk.server.SkippedTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What each test has: a provider, and a server with one conversation that asks it.
abstract class OnTheWire {
  static final String KEY = "sk-of-the-shop-0123456789";

  @TempDir Path data;

  final Provider provider = new Provider();
  final Shop shop = new Shop();
  final SkippedTime time = new SkippedTime();

  private final Map<String, String> environment = new HashMap<>();
  private Optional<RunningServer> server = Optional.empty();
  private String conversation = "";

  @AfterEach
  void stop() {
    provider.close();
    server.ifPresent(RunningServer::close);
  }

  /// One more environment variable of the server.
  void with(String name, String value) {
    environment.put(name, value);
  }

  /// Starts the shop with the usual limits.
  void open() {
    open(Limits.DEFAULT);
  }

  void open(Limits limits) {
    open(limits, "openai");
  }

  /// Starts the shop.
  ///
  /// @param model as `model` says it in the settings
  void open(Limits limits, String model) {
    open(shop.agents(limits, Wishes.NONE), model);
  }

  void open(Agents agents, String model) {
    Edge real = Edge.real();
    var edge = new Edge(time, real.clock(), real.newId(), real.random());
    started(RunningServer.start(settings(model), agents, edge));
  }

  /// Starts with the agents that the settings name.
  void openAsConfigured(String model) {
    started(RunningServer.start(settings(model)));
  }

  private void started(RunningServer running) {
    server = Optional.of(running);
    conversation = api().create();
  }

  private Settings settings(String model) {
    environment.putIfAbsent("OPENAI_BASE_URL", provider.url());
    environment.putIfAbsent("OPENAI_API_KEY", KEY);
    String file =
        """
        listen: 0
        data: %s
        model: %s
        channels:
          rest:
            keys:
              - {name: shop, key: %s}
              - {name: desk, key: %s, role: operator}
        limits: {requests_per_second: 0}
        """
            .formatted(data, model, RunningServer.ONE, RunningServer.OPERATOR);
    return SettingsFile.parse(file, new Environment(environment));
  }

  RunningServer server() {
    return server.orElseThrow();
  }

  Api api() {
    return server().api().withKey(RunningServer.ONE);
  }

  String id() {
    return conversation;
  }

  Answer say(String text) {
    return api().say(conversation, text);
  }

  /// An answer of the model.
  void answers(String text, String expected) {
    assertThat(say(text).botMessage()).isEqualTo(expected);
  }

  /// A sentence of the server that says that it failed.
  String apologises(String text) {
    Answer answer = say(text);
    assertThat(answer.status()).as(answer.text()).isEqualTo(502);
    assertThat(answer.detail()).isNotBlank();
    return answer.detail();
  }

  /// The provider takes what came of it all: it refuses histories that are not legal.
  void goesOn() {
    provider.script();
    assertThat(say("And what else?").botMessage()).contains("I am the sandbox");
  }

  List<String> messages() {
    return api().messages(conversation);
  }

  /// The content of the newest outcome that the model was shown.
  String outcome() {
    JsonNode input = provider.newest().path("input");
    return input
        .valueStream()
        .filter(item -> item.path("type").asString("").equals("function_call_output"))
        .reduce((_, later) -> later)
        .orElseThrow()
        .path("output")
        .asString("");
  }

  /// What `ops show` gives an operator.
  JsonNode shown() {
    return operator("/api/ops/conversations/rest:shop:" + conversation + "/").json();
  }

  /// Kinds of the log's entries, in order.
  List<String> entries() {
    return shown()
        .path("entries")
        .valueStream()
        .map(one -> one.path("entry").path("kind").asString(""))
        .toList();
  }

  JsonNode ready() {
    Answer ready = server().api().send("GET", "/health/ready", "");
    assertThat(ready.status()).isEqualTo(200);
    return Jsons.parse(ready.text());
  }

  String metrics() {
    return server().api().send("GET", "/metrics", "").text();
  }

  /// What went wrong at the provider, as it is kept.
  String errors() {
    try {
      Path file = data.resolve("openai_api_errors.log");
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer operator(String path) {
    Answer answer = server().api().withKey(RunningServer.OPERATOR).send("GET", path, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  static Limits turnOf(Duration time) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.modelCalls(),
        usual.callsPerReply(),
        usual.attempts(),
        time,
        usual.promptTokens(),
        usual.tokensPerDay());
  }

  /// A turn of a script that says this.
  static String text(String text) {
    return "{\"reply\": {\"text\": \"" + text + "\"}}";
  }

  /// The same with a `wire`.
  static String text(String text, String wire) {
    return "{\"reply\": {\"text\": \"" + text + "\"}, \"wire\": {" + wire + "}}";
  }

  /// A turn of a script that makes a call, with arguments as they stand.
  static String call(String tool, String arguments) {
    return "{\"reply\": {\"calls\": [" + bare(tool, arguments) + "]}}";
  }

  static String call(String tool, String arguments, String wire) {
    return "{\"reply\": {\"calls\": [" + bare(tool, arguments) + "]}, \"wire\": {" + wire + "}}";
  }

  static String bare(String tool, String arguments) {
    String json = Jsons.json(Jsons.object().put("tool", tool).put("arguments", arguments)).text();
    return json;
  }
}
