package frontdesk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.edge.RealThreads;
import frontdesk.engine.Deadline;
import frontdesk.engine.PassingThreads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What all sandboxes share, around a stand-in that answers `fine` and counts.
class SandboxTest {
  private final List<Duration> sleeps = new ArrayList<>();
  private final RealThreads real = new RealThreads();
  private final Counter counter = new Counter();
  private final Sandbox sandbox = new Sandbox(counter, new Noting());
  private final HttpHandler alone = sandbox.alone();

  @Test
  void without_faults_the_stand_in_answers() {
    assertThat(text(ask("GET", "/v2/things", ""))).isEqualTo("fine");
    assertThat(counter.did).hasValue(1);
  }

  @Test
  void a_fault_happens_as_often_as_it_says_and_only_where_it_fits() {
    control("[{\"match\": \"POST /v2/bookings\", \"times\": 2, \"do\": \"status:503\"}]");

    assertThat(ask("GET", "/v2/bookings", "").status()).isEqualTo(200);
    assertThat(ask("POST", "/v2/bookings/1", "").status()).isEqualTo(200);
    assertThat(ask("POST", "/v2/bookings", "").status()).isEqualTo(503);
    assertThat(ask("POST", "/api/v2/bookings", "").status()).isEqualTo(503);
    assertThat(ask("POST", "/v2/bookings", "").status()).isEqualTo(200);
    assertThat(counter.did).as("what failed before was not done").hasValue(3);
  }

  @Test
  void a_star_fits_any_segment_and_any_method() {
    control("[{\"match\": \"* /bookings/*/cancel\", \"do\": \"status:500\"}]");

    assertThat(ask("POST", "/bookings/cancel", "").status()).isEqualTo(200);
    assertThat(ask("POST", "/v2/bookings/77/cancel", "").status()).isEqualTo(500);
  }

  @Test
  void status_after_does_it_and_then_says_that_it_failed() {
    control("[{\"do\": \"status_after:500\"}]");

    assertThat(ask("POST", "/x", "").status()).isEqualTo(500);
    assertThat(counter.did).hasValue(1);
  }

  @Test
  void drops_break_the_body_off_before_and_after_the_deed() {
    control("[{\"do\": \"drop_before\"}, {\"do\": \"drop_after\"}]");

    assertThatThrownBy(() -> read(ask("POST", "/x", ""))).isInstanceOf(IOException.class);
    assertThat(counter.did).hasValue(0);
    assertThatThrownBy(() -> read(ask("POST", "/x", ""))).isInstanceOf(IOException.class);
    assertThat(counter.did).hasValue(1);
  }

  @Test
  void a_cut_answer_has_so_many_bytes_and_no_end() throws Exception {
    control("[{\"do\": \"cut:3\"}]");

    Response cut = ask("POST", "/x", "");
    assertThat(cut.body().length()).isEmpty();
    assertThat(cut.body().stream().readNBytes(3)).isEqualTo("fin".getBytes(UTF_8));
    assertThatThrownBy(() -> cut.body().stream().read()).isInstanceOf(IOException.class);
  }

  @Test
  void garbage_is_no_answer_and_nothing_is_done() {
    control("[{\"do\": \"garbage\"}]");

    Response garbage = ask("POST", "/x", "");
    assertThat(garbage.status()).isEqualTo(200);
    assertThat(text(garbage)).startsWith("<html>").contains("\0");
    assertThat(counter.did).hasValue(0);
  }

  @Test
  void delays_and_slow_bodies_wait_no_longer_than_the_caller() {
    control(
        """
        [{"do": "delay:250"}, {"do": "slow:10"}, {"do": "delay:600000"}]
        """);

    assertThat(text(ask("POST", "/x", ""))).isEqualTo("fine");
    assertThat(sleeps).containsExactly(Duration.ofMillis(250));
    assertThat(text(ask("POST", "/x", ""))).isEqualTo("fine");
    assertThat(sleeps).contains(Duration.ofMillis(10));
    ask("POST", "/x", "");
    assertThat(sleeps.getLast()).isLessThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_held_request_goes_on_when_it_is_released() throws Exception {
    control("[{\"do\": \"hold\"}, {\"do\": \"stall:2\"}]");
    for (String held : new String[] {"hold", "stall"}) {
      var answered = new CountDownLatch(1);
      real.start(
          held,
          () -> {
            if (text(ask("POST", "/x", "")).equals("fine")) answered.countDown();
          });
      while (!text(ask("POST", "/_control/release", "")).equals("{\"released\":1}")) {
        Thread.onSpinWait();
      }
      answered.await();
    }
    assertThat(counter.did).hasValue(2);
  }

  @Test
  void a_failure_has_the_vendors_own_name() {
    control("[{\"do\": \"error:teapot\"}]");
    assertThat(ask("POST", "/x", "").status()).isEqualTo(418);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                            | faults: must be a list
          [{"do": "explode"}]                           | faults[0].do: must be one of status:N
          [{"do": "status:200"}]                        | faults[0].do: status needs a whole number from 400 to 599
          [{"do": "hold:3"}]                            | faults[0].do: hold stands alone
          [{"do": "cut:-1"}]                            | faults[0].do: cut needs a whole number
          [{"do": "error:tea"}]                         | faults[0].do: error needs one of these behind it: teapot
          [{"times": 1}]                                | faults[0].do: is missing, add it
          [{"do": "hold", "times": 0}]                  | faults[0].times: must be a whole number from 1
          [{"do": "hold", "tmes": 1}]                   | faults[0].tmes: unknown key; did you mean 'times'?
          [{"do": "hold"}, {"do": "hold", "match": "x"}]| faults[1].match: must be a method and a path
          [{"do":                                       | faults: the body is not valid JSON
          """)
  void bad_control_is_one_line_that_names_the_field_and_the_fix(String body, String line) {
    Response refused = ask("POST", "/_control/faults", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(text(refused)).startsWith("{\"detail\":\"" + line).doesNotContain("\\n");
  }

  @Test
  void one_bad_fault_adds_none() {
    ask("POST", "/_control/faults", "[{\"do\": \"status:500\"}, {\"do\": \"explode\"}]");
    assertThat(ask("GET", "/x", "").status()).isEqualTo(200);
  }

  @Test
  void reset_ends_faults_and_effects() {
    control("[{\"times\": 9, \"do\": \"status:500\"}]");
    ask("POST", "/_control/reset", "");

    assertThat(ask("GET", "/x", "").status()).isEqualTo(200);
    assertThat(text(ask("GET", "/_control/effects", "")))
        .isEqualTo("[{\"kind\":\"thing\",\"key\":\"k\",\"count\":1}]");
    ask("POST", "/_control/reset", "");
    assertThat(text(ask("GET", "/_control/effects", ""))).isEqualTo("[]");
  }

  @Test
  void unknown_controls_are_not_found() {
    assertThat(ask("POST", "/_control/say", "{}").status()).isEqualTo(404);
    assertThat(ask("GET", "/_control/faults", "").status()).isEqualTo(404);
    assertThat(text(ask("POST", "/_control/own", ""))).isEqualTo("mine");
  }

  @Test
  void alone_the_page_is_at_the_root_and_beside_a_server_below_its_name() {
    assertThat(text(ask("GET", "/", ""))).contains("<h1>counter sandbox</h1>", "<p>held</p>");

    HttpHandler server =
        new Sandboxes(List.of(sandbox)).before(request -> Response.text(404, request.path()));
    for (String page : List.of("/sandbox/counter", "/sandbox/counter/")) {
      assertThat(text(server.handle(request("GET", page, "")))).contains("<p>held</p>");
    }
    assertThat(text(server.handle(request("GET", "/sandbox/counter/api/v1/x", ""))))
        .isEqualTo("fine");
    assertThat(counter.path).isEqualTo("/v1/x");
    assertThat(server.handle(request("GET", "/sandbox/counter/_control/effects", "")).status())
        .isEqualTo(200);
    assertThat(server.handle(request("GET", "/sandbox/counter/v1/x", "")).status()).isEqualTo(404);
    assertThat(text(server.handle(request("GET", "/sandbox/other/", ""))))
        .isEqualTo("/sandbox/other/");
    assertThat(text(server.handle(request("GET", "/sandbox/counters", ""))))
        .isEqualTo("/sandbox/counters");
  }

  private void control(String faults) {
    assertThat(ask("POST", "/_control/faults", faults).status()).isEqualTo(200);
  }

  private Response ask(String method, String path, String body) {
    return alone.handle(request(method, path, body));
  }

  private Request request(String method, String path, String body) {
    return new Request(
        method,
        path,
        "",
        Headers.NONE,
        Body.of(body),
        "127.0.0.1",
        Deadline.in(Duration.ofSeconds(30), real));
  }

  private static byte[] read(Response response) throws IOException {
    return response.body().stream().readAllBytes();
  }

  private static String text(Response response) {
    return new String(response.body().bytes(100_000), UTF_8);
  }

  /// Real threads that only note how long they would have slept.
  private final class Noting extends PassingThreads {
    Noting() {
      super(real);
    }

    @Override
    public void sleep(Duration time) {
      sleeps.add(time);
    }
  }

  private static final class Counter implements StandIn {
    private final AtomicInteger did = new AtomicInteger();
    private final Effects effects = new Effects();
    private String path = "";

    @Override
    public String name() {
      return "counter";
    }

    @Override
    public Answer answer(Request request) {
      path = request.path();
      return Answer.of(
          () -> {
            did.incrementAndGet();
            effects.did("thing", "k");
            return Response.text(200, "fine");
          });
    }

    @Override
    public Response failure(int status) {
      return Response.text(status, "failed");
    }

    @Override
    public Optional<Response> failure(String name) {
      return name.equals("teapot") ? Optional.of(failure(418)) : Optional.empty();
    }

    @Override
    public SortedSet<String> failures() {
      return new TreeSet<>(List.of("teapot"));
    }

    @Override
    public Optional<Response> control(String name, Request request) {
      return name.equals("own") ? Optional.of(Response.text(200, "mine")) : Optional.empty();
    }

    @Override
    public String page() {
      return "<p>held</p>";
    }

    @Override
    public List<Effect> effects() {
      return effects.all();
    }

    @Override
    public void reset() {
      effects.reset();
    }
  }
}
