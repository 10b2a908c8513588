package frontdesk.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.edge.CapturedLog;
import frontdesk.engine.Deadline;
import frontdesk.engine.HandTime;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private final HandTime clock = new HandTime();
  private final Routes routes =
      new Routes()
          .add("POST", "/api/conversations/", _ -> Response.text(201, "made"))
          .add("GET", "/api/conversations/{id}/", (_, path) -> Response.text(200, path.get("id")))
          .add("PATCH", "/api/conversations/{id}/", (_, _) -> Response.text(200, "said"));

  private static Request request(String method, String path) {
    return from("10.0.0.1", Headers.NONE, method, path);
  }

  private static Request from(String address, Headers headers, String method, String path) {
    return new Request(method, path, "", headers, Body.empty(), address, new Deadline(0));
  }

  private static String text(Response response) {
    return new String(response.body().bytes(100_000), StandardCharsets.UTF_8);
  }

  @Test
  void a_slash_at_the_end_does_not_matter_and_variables_are_one_segment() {
    assertThat(text(routes.handle(request("GET", "/api/conversations/a b")))).isEqualTo("a b");
    assertThat(text(routes.handle(request("GET", "/api/conversations/7/")))).isEqualTo("7");
    assertThat(routes.handle(request("GET", "/api/conversations/7/8")).status()).isEqualTo(404);
    assertThat(routes.handle(request("GET", "/api/conversations//")).status()).isEqualTo(404);
    assertThat(routes.handle(request("POST", "/api/conversations")).status()).isEqualTo(201);
  }

  @Test
  void an_unknown_path_is_404_and_a_known_one_with_another_method_405() {
    var unknown = routes.handle(request("GET", "/nothing"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(text(unknown)).isEqualTo("{\"detail\":\"Not found.\"}");

    var other = routes.handle(request("DELETE", "/api/conversations/7/"));
    assertThat(other.status()).isEqualTo(405);
    assertThat(other.headers().only("Allow")).hasValue("GET, HEAD, PATCH");
    assertThat(routes.handle(request("HEAD", "/api/conversations/7/")).status()).isEqualTo(200);
  }

  @Test
  void S12_each_address_gets_its_burst_and_then_its_rate() {
    HttpHandler limited = Filters.limitRate(20, 100, clock, _ -> Response.text(200, ""));
    for (int i = 0; i < 100; i++) assertThat(status(limited, "10.0.0.1", "")).isEqualTo(200);

    var refused = limited.handle(request("GET", "/"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers().only("Retry-After")).hasValue("1");
    assertThat(status(limited, "10.0.0.2", "")).isEqualTo(200);

    clock.pass(Duration.ofSeconds(1));
    int passed = 0;
    for (int i = 0; i < 50; i++) if (status(limited, "10.0.0.1", "") == 200) passed++;
    assertThat(passed).isEqualTo(20);
  }

  @Test
  void S12_a_key_is_limited_over_all_addresses_and_an_address_over_all_keys() {
    HttpHandler limited = Filters.limitRate(1, 10, clock, _ -> Response.text(200, ""));
    for (int i = 0; i < 10; i++) assertThat(status(limited, "10.0.1." + i, "k")).isEqualTo(200);
    assertThat(status(limited, "10.0.1.99", "k")).isEqualTo(429);

    for (int i = 0; i < 10; i++)
      assertThat(status(limited, "10.0.2.1", "guess" + i)).isEqualTo(200);
    assertThat(status(limited, "10.0.2.1", "another")).isEqualTo(429);
  }

  @Test
  void S12_the_addresses_of_one_ipv6_network_are_one() {
    HttpHandler limited = Filters.limitRate(1, 2, clock, _ -> Response.text(200, ""));
    assertThat(status(limited, "2001:db8:0:1:0:0:0:1", "")).isEqualTo(200);
    assertThat(status(limited, "2001:db8:0:1:0:0:0:2", "")).isEqualTo(200);
    assertThat(status(limited, "2001:db8:0:1:0:0:0:3", "")).isEqualTo(429);
    assertThat(status(limited, "2001:db8:0:2:0:0:0:1", "")).isEqualTo(200);
  }

  @Test
  void S12_millions_of_addresses_take_bounded_memory_and_the_quiet_are_forgotten() {
    var limit = new RateLimit(new RateLimit.Rate(20, 100), clock);
    for (int i = 0; i < 300_000; i++) assertThat(limit.take("address " + i)).isZero();
    assertThat(limit.names()).isLessThanOrEqualTo(RateLimit.NAMES_MAX);

    clock.pass(Duration.ofSeconds(6));
    int before = limit.names();
    for (int i = 0; i < 1_000; i++) limit.take("new " + i);
    assertThat(limit.names()).isLessThan(before);
  }

  @Test
  void no_rate_is_no_limit() {
    HttpHandler open = Filters.limitRate(0, 1, clock, _ -> Response.text(200, ""));
    for (int i = 0; i < 1_000; i++) assertThat(status(open, "10.0.0.1", "")).isEqualTo(200);
  }

  @Test
  void ready_is_503_with_the_name_of_what_is_wrong() {
    var metrics = new Metrics();
    var well =
        new Health(Map.of("store", Optional::empty), Map.of(), () -> false, metrics)
            .on(new Routes());
    assertThat(well.handle(request("GET", "/health/ready")).status()).isEqualTo(200);
    assertThat(text(well.handle(request("GET", "/health/live"))))
        .isEqualTo("{\"status\":\"live\"}");

    var ill =
        new Health(Map.of("store", () -> Optional.of("disk full")), Map.of(), () -> true, metrics)
            .on(new Routes());
    var answer = ill.handle(request("GET", "/health/ready"));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(text(answer))
        .contains("\"store\":\"disk full\"")
        .contains("\"server\":\"stopping\"");
    assertThat(ill.handle(request("GET", "/health/live")).status()).isEqualTo(200);
  }

  @Test
  void M17_what_somebody_has_to_mend_is_told_while_messages_are_still_taken_in() {
    var health =
        new Health(
                Map.of(),
                Map.of("model", () -> Optional.of("401 invalid_api_key")),
                () -> false,
                new Metrics())
            .on(new Routes());
    var answer = health.handle(request("GET", "/health/ready"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).contains("degraded").contains("invalid_api_key");
  }

  @Test
  void a_check_that_fails_is_a_problem_without_its_details() {
    try (var log = new CapturedLog()) {
      var health =
          new Health(
                  Map.of(
                      "store",
                      () -> {
                        throw new IllegalStateException("secret path");
                      }),
                  Map.of(),
                  () -> false,
                  new Metrics())
              .on(new Routes());
      var answer = health.handle(request("GET", "/health/ready"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(text(answer)).doesNotContain("secret");
      assertThat(log.entries()).hasSize(1);
    }
  }

  @Test
  void metrics_count_requests_by_route_and_status_and_never_by_id() {
    var metrics = new Metrics();
    metrics.turnEnded("rest", "replied");
    HttpHandler measured = Filters.measure(metrics, routes::pattern, clock, routes);
    measured.handle(request("GET", "/api/conversations/secret-id/"));
    measured.handle(request("GET", "/made/up"));
    measured.handle(request("BREW", "/made/up"));

    String text =
        text(
            new Health(Map.of(), Map.of(), () -> false, metrics)
                .on(new Routes())
                .handle(request("GET", "/metrics")));

    assertThat(text)
        .contains(
            "frontdesk_requests_seconds_count{method=\"GET\",route=\"/api/conversations/{id}/\",status=\"200\"} 1")
        .contains(
            "frontdesk_requests_seconds_count{method=\"other\",route=\"none\",status=\"404\"} 1")
        .contains("frontdesk_turns_total{channel=\"rest\",result=\"replied\"} 1.0")
        .contains("frontdesk_requests_open 0.0")
        .contains("jvm_memory_used_bytes")
        .doesNotContain("secret-id");
  }

  private static int status(HttpHandler handler, String address, String key) {
    Headers headers = key.isEmpty() ? Headers.NONE : Headers.of("Authorization", "Bearer " + key);
    return handler.handle(from(address, headers, "GET", "/")).status();
  }
}
