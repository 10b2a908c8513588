package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/// A client of a server on this machine, as somebody outside has it: only HTTP. Each answer is
/// held against openapi.json on its way, so every test is a test of that document too.
public final class Api {
  private static final HttpClient CLIENT = client("127.0.0.1");
  private static final HttpClient FROM_ELSEWHERE = client("127.0.0.2");

  private final HttpClient client;
  private final int port;
  private final Optional<String> key;

  private Api(HttpClient client, int port, Optional<String> key) {
    this.client = client;
    this.port = port;
    this.key = key;
  }

  public static Api at(int port) {
    return new Api(CLIENT, port, Optional.empty());
  }

  public Api withKey(String bearer) {
    return new Api(client, port, Optional.of(bearer));
  }

  /// The same client at another address of this machine.
  public Api fromElsewhere() {
    return new Api(FROM_ELSEWHERE, port, key);
  }

  public record Answer(int status, String text, HttpHeaders headers) {
    public JsonNode json() {
      return Jsons.parse(text);
    }

    public String detail() {
      return json().path("detail").asString("");
    }

    public String botMessage() {
      assertThat(status).as(text).isEqualTo(200);
      return json().path("bot_message").asString("");
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /// Begins a conversation and returns its id.
  public String create() {
    Answer created = create("{\"function\": \"customer_support\"}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return created.json().path("conversation_id").asString("");
  }

  public Answer create(String body, String... headers) {
    return send("POST", "/api/conversations/", body, headers);
  }

  public Answer say(String id, String text, String... headers) {
    String body = Jsons.json(Jsons.object().put("message", text)).text();
    return send("PATCH", path(id), body, headers);
  }

  public Answer sayOnce(String id, String text, String idempotencyKey) {
    return say(id, text, "Idempotency-Key", idempotencyKey);
  }

  Answer patch(String id, String body) {
    return send("PATCH", path(id), body);
  }

  public Answer read(String id) {
    return send("GET", path(id), "");
  }

  /// What an operator does with a conversation of the key of that name.
  public Answer operate(String act, String keyName, String id, String body) {
    String conversation = "/api/ops/conversations/rest:" + keyName + ":" + id + "/";
    return send("POST", conversation + act + "/", body);
  }

  /// What customer and assistant said, each as `role: text`.
  public List<String> messages(String id) {
    return read(id)
        .json()
        .path("messages")
        .valueStream()
        .map(m -> m.path("role").asString("") + ": " + m.path("text").asString(""))
        .toList();
  }

  public Answer send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Answer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, BodyPublishers.ofByteArray(body));
    key.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    if (List.of(headers).stream().noneMatch("Content-Type"::equals)) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) request.headers(headers);
    Answer answer = answer(request.build());
    OpenApi.check(method, path, answer);
    return answer;
  }

  /// All at once, each on a thread of its own; the results in the order of the calls.
  public static <T> List<T> atOnce(List<Callable<T>> calls) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> each : threads.invokeAll(calls)) results.add(each.get());
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("A request failed", e);
    }
  }

  private static String path(String id) {
    return "/api/conversations/" + id + "/";
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("Interrupted"));
    }
  }

  private static HttpClient client(String from) {
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .localAddress(InetAddress.getByName(from))
          .build();
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }
}
