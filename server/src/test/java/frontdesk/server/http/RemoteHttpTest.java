package frontdesk.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.edge.RealThreads;
import frontdesk.edge.RemoteHttp;
import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemoteHttpTest {
  private final RealThreads threads = new RealThreads();

  @Test
  void what_goes_in_at_one_end_comes_out_at_the_other() {
    HttpHandler echo =
        request ->
            Response.text(
                    418,
                    String.join(
                        "|",
                        request.method(),
                        request.path(),
                        request.query(),
                        String.join(",", request.headers().all("X-Key")),
                        new String(request.body().bytes(100), UTF_8)))
                .withHeader("X-Back", "yes");
    try (var server = start(echo)) {
      var client = client(server, "/base/");
      try (var response =
          client.handle(request("/a b/ก%/", Body.of("body"), Duration.ofSeconds(30)))) {
        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().only("x-back")).hasValue("yes");
        assertThat(new String(response.body().bytes(1_000), UTF_8))
            .isEqualTo("PATCH|/base/a b/ก%/|q=1%202|v|body");
      }
      Body stream = Body.of(new ByteArrayInputStream("streamed".getBytes(UTF_8)));
      try (var response = client.handle(request("/", stream, Duration.ofSeconds(30)))) {
        assertThat(new String(response.body().bytes(1_000), UTF_8)).endsWith("|streamed");
      }
    }
  }

  @Test
  void a_redirect_is_an_answer_like_any_other() {
    HttpHandler away =
        _ -> Response.text(302, "").withHeader("Location", "http://elsewhere.invalid/");
    try (var server = start(away);
        var response =
            client(server, "").handle(request("/", Body.empty(), Duration.ofSeconds(30)))) {
      assertThat(response.status()).isEqualTo(302);
    }
  }

  @Test
  void a_passed_deadline_or_a_closed_server_is_an_io_error() {
    var server = start(_ -> Response.text(200, ""));
    var client = client(server, "");
    assertThatThrownBy(() -> client.handle(request("/", Body.empty(), Duration.ZERO)))
        .isInstanceOf(UncheckedIOException.class);
    server.close();
    assertThatThrownBy(() -> client.handle(request("/", Body.empty(), Duration.ofSeconds(30))))
        .isInstanceOf(UncheckedIOException.class);
  }

  private HelidonServer start(HttpHandler handler) {
    return HelidonServer.start(Listen.local(0), handler, threads, () -> "id");
  }

  private static HttpHandler client(HelidonServer server, String base) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + base);
    Duration patience = Duration.ofSeconds(30);
    return RemoteHttp.client(uri, Duration.ofSeconds(5), patience, patience);
  }

  private Request request(String path, Body body, Duration time) {
    Headers headers = Headers.of("X-Key", "v");
    return new Request("PATCH", path, "q=1%202", headers, body, "", Deadline.in(time, threads));
  }
}
