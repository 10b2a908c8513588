package frontdesk.server;

import static frontdesk.server.RunningServer.ONE;
import static frontdesk.server.RunningServer.OPERATOR;
import static frontdesk.server.RunningServer.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.json.Jsons;
import frontdesk.runtime.Listener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The document against the running server. {@link Api} holds each single answer of every test
/// against it; here is that it says neither too little nor too much.
class OpenApiTest {
  private static final int BURST = 120;
  private static final String OPS = "/api/ops/conversations/";
  private static final List<String> ACTS =
      List.of("takeover", "say", "handback", "replay", "settle");

  /// The routes by which `ops archive` and `ops restore` move a conversation: between two of our
  /// own commands.
  private static final Set<String> OURS_ALONE =
      Set.of(
          "GET /api/ops/conversations/{id}/archive/",
          "DELETE /api/ops/conversations/{id}/",
          "POST /api/ops/restore/");

  private final TroubledAgent agent = new TroubledAgent();
  private final SkippedTime time = new SkippedTime();

  @TempDir Path data;

  private final Map<String, Set<String>> seen = new TreeMap<>();

  @Test
  void the_server_serves_the_document() {
    try (var server = RunningServer.start(data)) {
      var served = server.api().send("GET", "/openapi.json", "");
      assertThat(served.status()).isEqualTo(200);
      assertThat(served.json()).isEqualTo(OpenApi.DOCUMENT);
      assertThat(Jsons.parse(served.text()).path("openapi").asString("")).startsWith("3.1");
    }
  }

  @Test
  void every_route_that_others_call_is_in_the_document_and_nothing_else() {
    Settings settings = RunningServer.settings(data);
    Edge edge = Edge.real();
    try (Desk desk =
        Desk.open(
            data, "test", agent.agents(), Model.plain(agent), Channels.NONE, edge, Listener.NONE)) {
      Set<String> served =
          Front.api(settings, desk.spine(), edge).all().stream()
              .filter(route -> route.contains(" /api/") && !OURS_ALONE.contains(route))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(OpenApi.operations()).isEqualTo(served);
    }
  }

  @Test
  void every_answer_that_the_document_declares_is_given() {
    var settings = RunningServer.settings(data, "guided", RunningServer.keys(), 0.001, BURST);
    Edge real = Edge.real();
    var edge = new Edge(time, real.clock(), real.newId(), real.random());
    try (var server = RunningServer.start(settings, agent.agents(), agent, edge)) {
      Api one = server.api().withKey(ONE);
      Api desk = server.api().withKey(OPERATOR);
      created(one, server.api());
      written(one, server.api());
      takenOver(one, desk);
      replayed(one, desk);
      settled(one, desk, server);
      refused(one, desk, server.api());
      unavailable(one, desk, server);
      throttled(server.api().withKey(TWO).fromElsewhere());
    }
    for (String operation : OpenApi.operations()) {
      assertThat(seen.get(operation)).as(operation).isEqualTo(OpenApi.statuses(operation));
    }
  }

  private void created(Api one, Api stranger) {
    see("POST", "", one.create("{}", "Idempotency-Key", "k"));
    see("POST", "", one.create("{\"function\": \"x\"}"));
    see("POST", "", one.create("{"));
    see("POST", "", stranger.create("{}"));
    see("POST", "", one.create(" ".repeat(256 * 1024 + 1)));
    see("POST", "", one.create("{}", "Content-Type", "text/plain"));
    see("POST", "", one.create("{\"external_ref\": \"a\"}", "Idempotency-Key", "k"));
  }

  private void written(Api one, Api stranger) {
    String id = one.create();
    String path = "/api/conversations/" + id + "/";
    see("PATCH", "{id}/", one.sayOnce(id, "hello", "k"));
    see("PATCH", "{id}/", one.say(id, ""));
    see("PATCH", "{id}/", one.patch(id, "{"));
    see("PATCH", "{id}/", stranger.say(id, "hello"));
    see("PATCH", "{id}/", one.say("unknown", "hello"));
    see("PATCH", "{id}/", one.say(id, "a".repeat(64 * 1024 + 1)));
    see("PATCH", "{id}/", one.send("PATCH", path, "hello", "Content-Type", "text/plain"));
    see("PATCH", "{id}/", one.sayOnce(id, "goodbye", "k"));
    see("PATCH", "{id}/", one.say(id, "fail"));
    see("GET", "{id}/", one.read(id));
    see("GET", "{id}/", stranger.read(id));
    see("GET", "{id}/", one.read("unknown"));
  }

  private void takenOver(Api one, Api desk) {
    String id = one.create();
    operate("takeover", desk, id, "");
    see("PATCH", "{id}/", one.say(id, "hello"));
    operate("say", desk, id, "{\"text\": \"Hello from Eve.\"}");
    operate("handback", desk, id, "");
    see("GET", OPS, desk.send("GET", "/api/ops/conversations/", ""));
    shown(desk, id);
  }

  private void replayed(Api one, Api desk) {
    String id = one.create();
    one.say(id, "poison");
    shown(desk, id);
    agent.mend();
    operate("replay", desk, id, "");
  }

  private void settled(Api one, Api desk, RunningServer server) {
    String id = one.create();
    Api.atOnce(
        List.of(
            () -> one.say(id, "book a table"),
            () -> {
              RunningServer.until(() -> server.head("one", id).wakeAt().isPresent());
              time.skip(Duration.ofSeconds(10));
              return one.read(id);
            }));
    String call = shown(desk, id).json().at("/acts/0/call").asString("");
    operate("settle", desk, id, "{\"call\": \"" + call + "\", \"happened\": true}");
  }

  private void refused(Api one, Api desk, Api stranger) {
    String id = one.create();
    see("GET", OPS, stranger.send("GET", "/api/ops/conversations/", ""));
    shown(one, id);
    shown(desk, "unknown");
    for (String act : ACTS) {
      operate(act, stranger, id, "");
      operate(act, desk, "unknown", "{\"text\": \"x\", \"call\": \"1\", \"happened\": true}");
    }
    operate("replay", desk, id, "");
    operate("settle", desk, id, "{\"call\": \"1\", \"happened\": true}");
    for (String act : List.of("say", "settle")) {
      operate(act, desk, id, "{}");
      operate(act, desk, id, " ".repeat(256 * 1024 + 1));
      see("POST", OPS + "{id}/" + act + "/", operated(desk, act, id, "Content-Type", "text/plain"));
    }
  }

  private void unavailable(Api one, Api desk, RunningServer server) {
    String id = one.create();
    server.breakStore();
    see("POST", "", one.create("{}"));
    see("PATCH", "{id}/", one.say(id, "hello"));
    see("GET", "{id}/", one.read(id));
    operations(desk, id);
  }

  private void throttled(Api two) {
    for (int i = 0; i <= BURST; i++) two.create("{");
    see("POST", "", two.create("{}"));
    see("PATCH", "{id}/", two.say("unknown", "hello"));
    see("GET", "{id}/", two.read("unknown"));
    operations(two.withKey(OPERATOR), "unknown");
  }

  /// Each of them once.
  private void operations(Api desk, String id) {
    see("GET", OPS, desk.send("GET", "/api/ops/conversations/", ""));
    shown(desk, id);
    for (String act : ACTS) {
      operate(act, desk, id, "{\"text\": \"x\", \"call\": \"1\", \"happened\": true}");
    }
  }

  private Api.Answer shown(Api api, String id) {
    String path = "/api/ops/conversations/rest:one:" + id + "/";
    Api.Answer answer = api.send("GET", path, "");
    see("GET", OPS + "{id}/", answer);
    return answer;
  }

  private void operate(String act, Api api, String id, String body) {
    see("POST", OPS + "{id}/" + act + "/", api.operate(act, "one", id, body));
  }

  private static Api.Answer operated(Api api, String act, String id, String... headers) {
    String path = "/api/ops/conversations/rest:one:" + id + "/" + act + "/";
    return api.send("POST", path, "hello", headers);
  }

  private void see(String method, String rest, Api.Answer answer) {
    String path = rest.startsWith(OPS) ? rest : "/api/conversations/" + rest;
    seen.computeIfAbsent(method + " " + path, _ -> new TreeSet<>())
        .add(String.valueOf(answer.status()));
  }
}
