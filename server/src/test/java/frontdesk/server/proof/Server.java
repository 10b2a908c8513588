package frontdesk.server.proof;

import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.simulation.Node;
import frontdesk.simulation.Steps;
import frontdesk.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/// A server process of the world: requests come in on threads of its node, and end with it.
record Server(Node node, HttpHandler handler, Steps steps, Ledger ledger, String function) {
  private static final Duration REQUEST_WITHIN = Duration.ofSeconds(90);

  boolean isAlive() {
    return node.alive();
  }

  void handle(Call call, Consumer<Answer> reply) {
    node.threads()
        .start(
            "request",
            () -> {
              Answer answer = answer(request(call));
              steps.step(Weather.RESPOND);
              reply.accept(answer);
            });
  }

  private Request request(Call call) {
    Headers headers =
        Headers.of("Authorization", "Bearer " + Street.secret(call.account()))
            .with("Content-Type", "application/json");
    return new Request(
        call.kind().method(),
        call.path(),
        "",
        call.hasKey() ? headers.with("Idempotency-Key", call.key()) : headers,
        Body.of(call.body(function)),
        "10.0.0." + (int) call.customer(),
        Deadline.in(REQUEST_WITHIN, node.threads()));
  }

  /// What the listener answers for a handler that throws.
  private Answer answer(Request request) {
    try (Response response = handler.handle(request)) {
      String body = new String(response.body().bytes(Answer.BYTES_MAX), StandardCharsets.UTF_8);
      var seconds = response.headers().only("Retry-After").map(Long::parseLong).orElse(0L);
      return new Answer(response.status(), body, Duration.ofSeconds(seconds));
    } catch (StoreException e) {
      return new Answer(503, "{\"detail\":\"The store cannot be used now.\"}", Duration.ZERO);
    } catch (RuntimeException e) {
      ledger.violated("run", "a request failed: " + e);
      return new Answer(500, "{}", Duration.ZERO);
    }
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
