package frontdesk.server;

import static frontdesk.server.RunningServer.ANN;
import static frontdesk.server.RunningServer.BOB;
import static frontdesk.server.RunningServer.OPERATOR;
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
        Desk.open(data, "test", agent.agents(), agent, Channels.NONE, edge, Listener.NONE)) {
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
      Api ann = server.api().withKey(ANN);
      Api desk = server.api().withKey(OPERATOR);
      created(ann, server.api());
      written(ann, server.api());
      takenOver(ann, desk);
      replayed(ann, desk);
      settled(ann, desk, server);
      refused(ann, desk, server.api());
      unavailable(ann, desk, server);
      throttled(server.api().withKey(BOB).fromElsewhere());
    }
    for (String operation : OpenApi.operations()) {
      assertThat(seen.get(operation)).as(operation).isEqualTo(OpenApi.statuses(operation));
    }
  }

  private void created(Api ann, Api stranger) {
    see("POST", "", ann.create("{}", "Idempotency-Key", "k"));
    see("POST", "", ann.create("{\"function\": \"x\"}"));
    see("POST", "", ann.create("{"));
    see("POST", "", stranger.create("{}"));
    see("POST", "", ann.create(" ".repeat(256 * 1024 + 1)));
    see("POST", "", ann.create("{}", "Content-Type", "text/plain"));
    see("POST", "", ann.create("{\"external_ref\": \"a\"}", "Idempotency-Key", "k"));
  }

  private void written(Api ann, Api stranger) {
    String id = ann.create();
    String path = "/api/conversations/" + id + "/";
    see("PATCH", "{id}/", ann.sayOnce(id, "hello", "k"));
    see("PATCH", "{id}/", ann.say(id, ""));
    see("PATCH", "{id}/", ann.patch(id, "{"));
    see("PATCH", "{id}/", stranger.say(id, "hello"));
    see("PATCH", "{id}/", ann.say("unknown", "hello"));
    see("PATCH", "{id}/", ann.say(id, "a".repeat(64 * 1024 + 1)));
    see("PATCH", "{id}/", ann.send("PATCH", path, "hello", "Content-Type", "text/plain"));
    see("PATCH", "{id}/", ann.sayOnce(id, "goodbye", "k"));
    see("PATCH", "{id}/", ann.say(id, "fail"));
    see("GET", "{id}/", ann.read(id));
    see("GET", "{id}/", stranger.read(id));
    see("GET", "{id}/", ann.read("unknown"));
  }

  private void takenOver(Api ann, Api desk) {
    String id = ann.create();
    operate("takeover", desk, id, "");
    see("PATCH", "{id}/", ann.say(id, "hello"));
    operate("say", desk, id, "{\"text\": \"Hello from Eve.\"}");
    operate("handback", desk, id, "");
    see("GET", OPS, desk.send("GET", "/api/ops/conversations/", ""));
    shown(desk, id);
  }

  private void replayed(Api ann, Api desk) {
    String id = ann.create();
    ann.say(id, "poison");
    shown(desk, id);
    agent.mend();
    operate("replay", desk, id, "");
  }

  private void settled(Api ann, Api desk, RunningServer server) {
    String id = ann.create();
    Api.atOnce(
        List.of(
            () -> ann.say(id, "book a table"),
            () -> {
              RunningServer.until(() -> server.head("ann", id).wakeAt().isPresent());
              time.skip(Duration.ofSeconds(10));
              return ann.read(id);
            }));
    String call = shown(desk, id).json().at("/acts/0/call").asString("");
    operate("settle", desk, id, "{\"call\": \"" + call + "\", \"happened\": true}");
  }

  private void refused(Api ann, Api desk, Api stranger) {
    String id = ann.create();
    see("GET", OPS, stranger.send("GET", "/api/ops/conversations/", ""));
    shown(ann, id);
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

  private void unavailable(Api ann, Api desk, RunningServer server) {
    String id = ann.create();
    server.breakStore();
    see("POST", "", ann.create("{}"));
    see("PATCH", "{id}/", ann.say(id, "hello"));
    see("GET", "{id}/", ann.read(id));
    operations(desk, id);
  }

  private void throttled(Api bob) {
    for (int i = 0; i <= BURST; i++) bob.create("{");
    see("POST", "", bob.create("{}"));
    see("PATCH", "{id}/", bob.say("unknown", "hello"));
    see("GET", "{id}/", bob.read("unknown"));
    operations(bob.withKey(OPERATOR), "unknown");
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
    String path = "/api/ops/conversations/rest:ann:" + id + "/";
    Api.Answer answer = api.send("GET", path, "");
    see("GET", OPS + "{id}/", answer);
    return answer;
  }

  private void operate(String act, Api api, String id, String body) {
    see("POST", OPS + "{id}/" + act + "/", api.operate(act, "ann", id, body));
  }

  private static Api.Answer operated(Api api, String act, String id, String... headers) {
    String path = "/api/ops/conversations/rest:ann:" + id + "/" + act + "/";
    return api.send("POST", path, "hello", headers);
  }

  private void see(String method, String rest, Api.Answer answer) {
    String path = rest.startsWith(OPS) ? rest : "/api/conversations/" + rest;
    seen.computeIfAbsent(method + " " + path, _ -> new TreeSet<>())
        .add(String.valueOf(answer.status()));
  }
}
