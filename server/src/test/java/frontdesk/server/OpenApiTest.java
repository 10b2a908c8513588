package frontdesk.server;

import static frontdesk.server.RunningServer.ANN;
import static frontdesk.server.RunningServer.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.runtime.Listener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The document against the running server. {@link Api} holds each single answer of every test
/// against it; here is that it says neither too little nor too much.
class OpenApiTest {
  /// Fails when it is told to.
  private static final ChatModel MODEL =
      (request, _) -> {
        if (request.messages().getLast() instanceof Message.Customer(var text)
            && text.equals("fail")) {
          throw new ModelException(
              ModelException.Kind.OVERLOADED, "as it was told", Optional.empty());
        }
        return HeldModel.echo(request);
      };

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
  void every_route_of_the_public_api_is_in_the_document_and_nothing_else() {
    Settings settings = RunningServer.settings(data);
    Edge edge = Edge.real();
    try (Desk desk =
        Desk.open(
            data, "test", Server.agents(settings), MODEL, Channels.NONE, edge, Listener.NONE)) {
      Set<String> served =
          Front.api(settings, desk.spine(), edge).all().stream()
              .filter(route -> route.contains(" /api/") && !route.contains(" /api/ops/"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(OpenApi.operations()).isEqualTo(served);
    }
  }

  @Test
  void every_answer_that_the_document_declares_is_given() {
    var settings = RunningServer.settings(data, "guided", RunningServer.keys(), 0.001, 60);
    try (var server = RunningServer.start(settings, MODEL)) {
      Api ann = server.api().withKey(ANN);
      created(ann, server.api());
      written(ann, server.api());
      unavailable(ann, server);
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

  private void unavailable(Api ann, RunningServer server) {
    String id = ann.create();
    server.breakStore();
    see("POST", "", ann.create("{}"));
    see("PATCH", "{id}/", ann.say(id, "hello"));
    see("GET", "{id}/", ann.read(id));
  }

  private void throttled(Api bob) {
    for (int i = 0; i < 61; i++) bob.create("{");
    see("POST", "", bob.create("{}"));
    see("PATCH", "{id}/", bob.say("unknown", "hello"));
    see("GET", "{id}/", bob.read("unknown"));
  }

  private void see(String method, String rest, Api.Answer answer) {
    seen.computeIfAbsent(method + " /api/conversations/" + rest, _ -> new TreeSet<>())
        .add(String.valueOf(answer.status()));
  }
}
