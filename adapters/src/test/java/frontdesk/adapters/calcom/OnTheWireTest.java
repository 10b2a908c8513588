package frontdesk.adapters.calcom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import frontdesk.adapters.calcom.CalComCheck.Known;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.edge.RealThreads;
import frontdesk.edge.RemoteHttp;
import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.Sandboxes;
import frontdesk.sandbox.calcom.CalCom;
import frontdesk.tool.LooksUp;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.WriteTool;
import frontdesk.tool.WriteTool.Previewing.Preview;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The tools and the stand-in with a real connection between them, at the path that the stand-in
/// has beside a server.
class OnTheWireTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Json TUESDAY =
      new Json(
          """
          {"date": "2026-11-24", "time": "14:00", "name": "Ann", "email": "ann+work@example.com"}
          """);

  private final RealThreads threads = new RealThreads();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpHandler beside =
      new Sandboxes(
              List.of(
                  new Sandbox(
                      new CalCom(() -> NOW, new SplittableRandom(1), ZoneOffset.UTC), threads)))
          .before(_ -> Response.text(404, ""));
  private HttpServer server = started();

  private HttpServer started() {
    try {
      var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext("/", this::answer);
      made.setExecutor(workers);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    workers.close();
  }

  @Test
  void C_F2_C_F3_C_F4_C_F5_books_lists_moves_and_cancels() {
    JsonNode booked = done(run("book_meeting", TUESDAY, Duration.ofSeconds(10)));
    assertThat(booked.path("email").asString()).isEqualTo("ann+work@example.com");
    String id = booked.path("meeting_id").asString();
    var listed = done(tool("list_meetings").call(context(Json.NULL, 10_000), Json.EMPTY));
    assertThat(listed.path("meetings")).hasSize(1);
    Json move = Jsons.json(Jsons.object().put("meeting_id", id).put("time", "15:00"));
    JsonNode moved = done(run("move_meeting", move, Duration.ofSeconds(10)));
    Json cancel = Jsons.json(Jsons.object().put("meeting_id", moved.path("meeting_id").asString()));
    JsonNode cancelled = done(run("cancel_meeting", cancel, Duration.ofSeconds(10)));
    assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_after", "status_after:500", "cut:40", "delay:1500"})
  void X03_a_booking_whose_answer_is_lost_or_late_is_unknown_and_then_found(String fault) {
    Preview preview = preview("book_meeting", TUESDAY);
    fault(fault);
    Outcome outcome = tool("book_meeting").call(context(preview.bound(), 1_000), TUESDAY);
    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    await(() -> effects().contains("\"count\":1"));
    assertThat(find(preview)).isInstanceOf(Found.Applied.class);
    assertThat(effects()).contains("\"kind\":\"booking\"", "\"count\":1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "garbage", "status:500"})
  void X03_a_booking_that_was_not_made_is_unknown_and_then_found_not_to_be(String fault) {
    Preview preview = preview("book_meeting", TUESDAY);
    fault(fault);
    Outcome outcome = tool("book_meeting").call(context(preview.bound(), 10_000), TUESDAY);
    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(find(preview)).isEqualTo(new Found.NotApplied());
    assertThat(effects()).isEqualTo("[]");
  }

  @Test
  void a_server_that_is_not_there_is_no_answer_and_nothing_was_sent() {
    Preview preview = preview("book_meeting", TUESDAY);
    server.stop(0);
    assertThat(tool("book_meeting").call(context(preview.bound(), 10_000), TUESDAY))
        .isInstanceOf(Outcome.NotSent.class);
    Known known =
        new CalComCheck(settings(), client(), () -> NOW, threads)
            .find(Deadline.in(Duration.ofSeconds(5), threads));
    assertThat(known).isEqualTo(new Known.NoAnswer());
  }

  private Outcome run(String name, Json arguments, Duration time) {
    Preview preview = preview(name, arguments);
    return tool(name).call(context(preview.bound(), time.toMillis()), arguments);
  }

  private Preview preview(String name, Json arguments) {
    var write = (WriteTool) tool(name);
    return (Preview) write.preview(context(Json.NULL, 10_000), arguments);
  }

  private Found find(Preview preview) {
    ToolContext context = context(preview.bound(), 10_000);
    return ((LooksUp) tool("book_meeting")).find(context, context.key(), TUESDAY);
  }

  private static JsonNode done(Outcome outcome) {
    return Customer.done(outcome);
  }

  private CalComSettings settings() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/sandbox/calcom/api";
    return new CalComSettings(URI.create(url), Desk.KEY);
  }

  private HttpHandler client() {
    Duration limit = Duration.ofSeconds(20);
    return RemoteHttp.client(settings().url(), Duration.ofSeconds(2), limit, limit);
  }

  private Tool tool(String name) {
    return CalComTools.of(settings(), client(), () -> NOW).stream()
        .filter(tool -> tool.spec().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ToolContext context(Json bound, long millis) {
    var conversation = ConversationId.of("web", "shop", "ann");
    return new ToolContext(
        conversation,
        new Principal.Visitor("ann"),
        "en",
        ZoneOffset.UTC,
        IdempotencyKey.of(conversation, new CallId("c1")),
        bound,
        Json.NULL,
        Deadline.in(Duration.ofSeconds(5), threads),
        Deadline.in(Duration.ofMillis(millis), threads),
        threads);
  }

  private void fault(String what) {
    String faults = "[{\"match\": \"POST /v2/bookings\", \"do\": \"" + what + "\"}]";
    control("POST", "faults", faults);
  }

  private String effects() {
    return control("GET", "effects", "");
  }

  private void await(BooleanSupplier condition) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), threads);
    while (!condition.getAsBoolean() && !deadline.passed(threads)) Thread.onSpinWait();
  }

  private String control(String method, String name, String body) {
    var request =
        new Request(
            method,
            "/sandbox/calcom/_control/" + name,
            "",
            Headers.NONE,
            Body.of(body),
            "127.0.0.1",
            Deadline.in(Duration.ofSeconds(5), threads));
    try (Response response = beside.handle(request)) {
      return new String(response.body().bytes(1_000_000), UTF_8);
    }
  }

  /// A body that cannot be read cuts the connection.
  private void answer(HttpExchange exchange) throws IOException {
    Headers headers = new Headers(exchange.getRequestHeaders());
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    var request =
        new Request(
            exchange.getRequestMethod(),
            uri.getPath(),
            query,
            headers,
            Body.of(exchange.getRequestBody().readAllBytes()),
            "127.0.0.1",
            Deadline.in(Duration.ofSeconds(20), threads));
    try (Response response = beside.handle(request);
        InputStream body = response.body().stream()) {
      int first = body.read();
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(response.status(), 0);
      try (OutputStream out = exchange.getResponseBody()) {
        if (first >= 0) out.write(first);
        out.flush();
        body.transferTo(out);
      }
    }
  }
}
