package frontdesk.sandbox.openai;

import frontdesk.edge.RealThreads;
import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Somebody who asks the stand-in, without a network between.
final class Caller {
  static final String RESPONSES = "/v1/responses";
  static final String CHAT = "/v1/chat/completions";
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final RealThreads threads = new RealThreads();
  private final Sandbox sandbox;

  Caller(long seed) {
    this.sandbox =
        new Sandbox(new OpenAi(InstantSource.fixed(NOW), new SplittableRandom(seed)), threads);
  }

  /// What came back.
  ///
  /// @param cut whether the body broke off
  /// @param pieces its bytes as they were read
  record Heard(int status, Headers headers, String text, boolean cut, List<byte[]> pieces) {
    JsonNode json() {
      return Jsons.parse(text);
    }

    String code() {
      return json().path("error").path("code").asString("null");
    }

    String param() {
      return json().path("error").path("param").asString("null");
    }

    String message() {
      return json().path("error").path("message").asString("");
    }

    /// The data of each event of a stream.
    List<JsonNode> events() {
      return data().stream().filter(data -> !data.equals("[DONE]")).map(Jsons::parse).toList();
    }

    List<String> data() {
      return text.lines()
          .filter(line -> line.startsWith("data: "))
          .map(line -> line.substring("data: ".length()))
          .toList();
    }

    List<String> types() {
      return events().stream().map(event -> event.path("type").asString("")).toList();
    }
  }

  Heard responses(String json) {
    return post(RESPONSES, json);
  }

  Heard chat(String json) {
    return post(CHAT, json);
  }

  Heard post(String path, String json) {
    return send("POST", path, "Bearer sk-sandbox", json);
  }

  Heard get(String path) {
    return send("GET", path, "Bearer sk-sandbox", "");
  }

  Heard send(String method, String path, String authorization, String body) {
    Headers headers =
        authorization.isEmpty() ? Headers.NONE : Headers.of("Authorization", authorization);
    var request =
        new Request(
            method,
            path,
            "",
            headers,
            Body.of(body),
            "127.0.0.1",
            Deadline.in(Duration.ofSeconds(30), threads));
    try (Response response = sandbox.alone().handle(request)) {
      return read(response);
    }
  }

  /// Gives it a script.
  void script(String... turns) {
    Heard heard = post("/_control/script", "[" + String.join(",", turns) + "]");
    if (heard.status() != 200) throw new IllegalArgumentException(heard.text());
  }

  void fault(String what) {
    Heard heard = post("/_control/faults", "[{\"do\":\"" + what + "\"}]");
    if (heard.status() != 200) throw new IllegalArgumentException(heard.text());
  }

  /// A request that the provider takes, to be changed.
  static ObjectNode response(String model, String text) {
    return Jsons.object().put("model", model).put("input", text).put("store", false);
  }

  static ObjectNode completion(String model, String text) {
    ObjectNode body = Jsons.object().put("model", model);
    body.putArray("messages").addObject().put("role", "user").put("content", text);
    return body;
  }

  static String text(JsonNode node) {
    return Jsons.json(node).text();
  }

  private static Heard read(Response response) {
    var pieces = new ArrayList<byte[]>();
    var all = new ByteArrayOutputStream();
    boolean cut = false;
    try {
      InputStream body = response.body().stream();
      byte[] buffer = new byte[8192];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        byte[] piece = Arrays.copyOf(buffer, n);
        pieces.add(piece);
        all.write(piece, 0, n);
      }
    } catch (IOException | UncheckedIOException e) {
      cut = true;
    }
    return new Heard(
        response.status(), response.headers(), all.toString(StandardCharsets.UTF_8), cut, pieces);
  }
}
