package frontdesk.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Request;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteHttpTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private final RealThreads threads = new RealThreads();

  @Test
  void a_server_at_an_ipv6_address_is_asked_by_its_url() throws Exception {
    try (var server = onIpv6(wire -> text(wire, wire.asked().lines().toList().toString()));
        var client = RemoteHttp.client(server.uri(), LONG, LONG, LONG);
        var response = client.handle(request())) {
      assertThat(response.body().bytes(1_000))
          .asString(UTF_8)
          .contains("GET /where HTTP/1.1", "Host: " + server.uri().getAuthority());
    }
  }

  @Test
  void a_closed_client_ends_its_connections_and_asks_nobody() throws Exception {
    try (var server = new WireServer(wire -> text(wire, "ok"))) {
      var client = RemoteHttp.client(server.uri(), LONG, LONG, LONG);
      try (var response = client.handle(request())) {
        assertThat(response.body().bytes(10)).asString(UTF_8).isEqualTo("ok");
      }
      client.close();
      server.awaitGivenUp();
      assertThatThrownBy(() -> client.handle(request())).isInstanceOf(IllegalStateException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static WireServer onIpv6(WireServer.Answer answer) throws IOException {
    try {
      return new WireServer("[::1]", answer);
    } catch (BindException e) {
      return abort("This machine has no IPv6: " + e.getMessage());
    }
  }

  private static void text(WireServer.Wire wire, String text) throws IOException {
    wire.head("Content-Length: " + text.length());
    wire.send(text);
  }

  private Request request() {
    Deadline deadline = Deadline.in(LONG, threads);
    return new Request("GET", "/where", "", Headers.NONE, Body.empty(), "", deadline);
  }
}
