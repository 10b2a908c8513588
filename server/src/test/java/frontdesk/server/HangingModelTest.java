package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agents;
import frontdesk.agent.Toolset;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.server.http.Metrics;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.simulation.Steps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// M03 with the usual limits, in simulated time: a turn and a client's wait both take 60 s.
class HangingModelTest {
  private static final int BYTES_MAX = 64 * 1024;

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("server");
  private final Threads threads = node.threads();
  private final AtomicLong ids = new AtomicLong();

  @Test
  void M03_whoever_waits_for_a_model_that_hangs_gets_the_sentence_and_not_a_503() {
    simulation.run(
        node,
        () -> {
          HttpHandler server = server();
          String id = json(post(server)).path("conversation_id").asString("");
          long begun = threads.nanos();
          try (Response answer = send(server, "PATCH", id + "/", "{\"message\": \"hi\"}")) {
            assertThat(answer.status()).isEqualTo(502);
            assertThat(json(answer).path("detail").asString("")).contains("please try again");
          }
          Duration taken = Duration.ofNanos(threads.nanos() - begun);
          assertThat(taken).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(51));
        });
  }

  private HttpHandler server() {
    var store = new MemoryJournal(node.clock(), Steps.NONE, true);
    var edge = new Edge(threads, node.clock(), this::newId, new SplittableRandom(1));
    return SimulatedServer.start(
        RunningServer.settings(Path.of("no-data")),
        store,
        store,
        store,
        new Agents(List.of(AgentSource.read("support", Toolset.NONE, "UTC"))),
        (request, _) -> hangs(request),
        new Metrics(),
        edge);
  }

  private String newId() {
    return new UUID(0, ids.incrementAndGet()).toString();
  }

  private ModelReply hangs(ModelRequest request) {
    threads.sleep(request.deadline().left(threads));
    throw new ModelException(Kind.TIMEOUT, "no answer", Optional.empty());
  }

  private Response post(HttpHandler server) {
    return send(server, "POST", "", "{\"function\": \"customer_support\"}");
  }

  private Response send(HttpHandler server, String method, String path, String body) {
    return server.handle(
        new Request(
            method,
            "/api/conversations/" + path,
            "",
            Headers.of("Content-Type", "application/json"),
            Body.of(body.getBytes(StandardCharsets.UTF_8)),
            "10.0.0.1",
            Deadline.in(Duration.ofSeconds(90), threads)));
  }

  private static JsonNode json(Response response) {
    return Jsons.parse(new String(response.body().bytes(BYTES_MAX), StandardCharsets.UTF_8));
  }
}
