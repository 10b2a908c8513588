package frontdesk.server.histories;

import frontdesk.adapters.openai.OpenAi;
import frontdesk.adapters.openai.OpenAiSettings;
import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.adapters.openai.OpenAiSettings.Stream;
import frontdesk.edge.RealThreads;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.http.Secret;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.sandbox.Sandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The stand-in, asked by our own client without a network between. What it refuses is our fault,
/// and an error.
final class Provider {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final int REQUEST_MAX = 4 * 1024 * 1024;

  private final Threads threads = new RealThreads();
  private final Sandbox sandbox;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private String body = "";

  /// @param seed of what it says
  Provider(long seed) {
    var openAi =
        new frontdesk.sandbox.openai.OpenAi(InstantSource.fixed(NOW), new SplittableRandom(seed));
    openAi.script(new RandomScript(new SplittableRandom(seed)).turns());
    this.sandbox = new Sandbox(openAi, threads);
    for (Api api : Api.values()) {
      for (String model : List.of("gpt-6-luna", "gpt-4.1")) {
        endpoints.add(new Endpoint(api, model, Stream.ALWAYS));
        endpoints.add(new Endpoint(api, model, Stream.NEVER));
      }
    }
  }

  /// Both APIs, a model that reasons and one that does not, streamed and whole.
  List<Endpoint> endpoints() {
    return endpoints;
  }

  /// What was asked, byte for byte, and what was said; empty when the answer broke off.
  record Heard(String request, Optional<ModelReply> reply) {}

  /// One way to ask it.
  final class Endpoint {
    private final Api api;
    private final OpenAi client;

    Endpoint(Api api, String model, Stream stream) {
      this.api = api;
      var key = Optional.of(new Secret("sk-sandbox"));
      var settings =
          new OpenAiSettings(
              URI.create("https://api.openai.com/v1"),
              api,
              model,
              key,
              Optional.empty(),
              Optional.empty(),
              stream);
      this.client = new OpenAi(Provider.this::answer, settings, threads);
    }

    Api api() {
      return api;
    }

    /// Asks.
    ///
    /// @throws AssertionError it does not take the request
    Heard ask(ModelRequest request) {
      Deadline deadline = Deadline.in(Duration.ofSeconds(60), threads);
      try {
        ModelReply reply = client.reply(request.by(deadline), _ -> {});
        return new Heard(body, Optional.of(reply));
      } catch (frontdesk.model.ModelException e) {
        return new Heard(body, Optional.empty());
      }
    }

    /// Where what the server says begins, after the history.
    int tail(String request) {
      String role = api == Api.RESPONSES ? "developer" : "system";
      int said = request.lastIndexOf("\"role\":\"" + role + "\",\"content\":\"");
      if (said < 0) throw new AssertionError("the server says nothing in " + request);
      return request.lastIndexOf('{', said);
    }
  }

  private Response answer(Request request) {
    body = text(request.body());
    var again =
        new Request(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            Body.of(body),
            request.remote(),
            request.deadline());
    Response response = sandbox.api(again);
    // A reply that its script lets fail is none of ours.
    if (response.status() / 100 != 4) return response;
    throw new AssertionError("the stand-in says " + text(response.body()) + " to " + body);
  }

  private static String text(Body body) {
    return new String(body.bytes(REQUEST_MAX), StandardCharsets.UTF_8);
  }
}
