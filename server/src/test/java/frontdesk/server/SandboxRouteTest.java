package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.edge.Edge;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.Sandboxes;
import frontdesk.sandbox.openai.OpenAi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where sandboxes stand beside a desk, as in the demo; and that a desk has none by itself.
class SandboxRouteTest {
  private static final String HELLO = "{\"model\": \"gpt-4.1\", \"input\": \"hello\"}";

  @TempDir Path data;

  private final Edge edge = Edge.real();

  @Test
  void beside_the_demo_a_sandbox_has_its_api_control_and_page_below_its_name() throws Exception {
    var openai = new OpenAi(edge.clock(), edge.random());
    var sandboxes = new Sandboxes(List.of(new Sandbox(openai, edge.threads())));
    Settings slow = RunningServer.settings(data, Models.GUIDED, List.of(), 0.001, 1);
    try (Server server = Server.start(slow, "test", edge, sandboxes::before)) {
      String root = "http://127.0.0.1:" + server.port();
      assertThat(get(root + "/sandbox/openai/").body()).contains("<h1>openai sandbox</h1>");
      for (int i = 0; i < 3; i++) { // nobody limits it
        assertThat(post(root + "/sandbox/openai/api/v1/responses", HELLO).statusCode())
            .isEqualTo(200);
      }
      assertThat(get(root + "/sandbox/openai/_control/effects").body()).contains("\"count\":3");
      post(root + "/sandbox/openai/_control/faults", "[{\"do\": \"status:503\"}]");
      assertThat(post(root + "/sandbox/openai/api/v1/responses", HELLO).statusCode())
          .isEqualTo(503);
      assertThat(get(root + "/openapi.json").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_desk_by_itself_has_no_sandbox() throws Exception {
    try (RunningServer server = RunningServer.start(data)) {
      assertThat(get(server.url() + "/sandbox/openai/").statusCode()).isEqualTo(404);
      assertThat(post(server.url() + "/sandbox/openai/_control/reset", "").statusCode())
          .isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  private static HttpResponse<String> post(String url, String body)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          request.header("Authorization", "Bearer sk-sandbox").build(), BodyHandlers.ofString());
    }
  }
}
