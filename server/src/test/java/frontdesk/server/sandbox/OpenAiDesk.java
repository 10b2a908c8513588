package frontdesk.server.sandbox;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import frontdesk.edge.RealThreads;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.openai.OpenAi;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The stand-in over real HTTP, and the vendor's official client before it.
final class OpenAiDesk implements AutoCloseable {
  static final String MODEL = "gpt-4.1";
  static final String REASONING_MODEL = "gpt-5.1";
  static final Map<String, JsonValue> BALANCE =
      Map.of(
          "type", JsonValue.from("object"),
          "properties", JsonValue.from(Map.of("card", Map.of("type", "string"))),
          "required", JsonValue.from(List.of("card")),
          "additionalProperties", JsonValue.from(false));

  private final HelidonServer server;

  OpenAiDesk() {
    var threads = new RealThreads();
    var clock = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    var sandbox = new Sandbox(new OpenAi(clock, new SplittableRandom(8)), threads);
    this.server = HelidonServer.start(Listen.local(0), sandbox.alone(), threads, () -> "id-1");
  }

  /// A client that holds every answer against its own types, and never tries twice.
  OpenAIClient client() {
    return client("sk-sandbox");
  }

  OpenAIClient client(String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl("http://127.0.0.1:" + server.port() + "/v1")
        .apiKey(key)
        .maxRetries(0)
        .timeout(Duration.ofSeconds(30))
        .responseValidation(true)
        .build();
  }

  void script(String turns) {
    control("script", turns);
  }

  void fault(String what) {
    control("faults", "[{\"do\":\"" + what + "\"}]");
  }

  private void control(String name, String body) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/_control/" + name);
    HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) throw new IllegalArgumentException(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
