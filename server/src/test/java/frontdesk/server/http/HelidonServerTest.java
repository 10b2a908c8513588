package frontdesk.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.edge.CapturedLog;
import frontdesk.edge.RealThreads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.store.StoreException;
import java.io.EOFException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HelidonServerTest {
  private static final String HOST = "Host: localhost\r\n";

  private final RealThreads threads = new RealThreads();

  private HelidonServer start(HttpHandler handler) {
    return HelidonServer.start(Listen.local(0), handler, threads, () -> "id-1");
  }

  @Test
  void a_request_arrives_as_it_was_sent() throws Exception {
    var seen = new AtomicReference<Request>();
    HttpHandler handler =
        request -> {
          seen.set(request);
          return Response.text(200, "");
        };
    try (var server = start(handler);
        var wire = new Wire(server.port())) {
      wire.send(
          "PURGE /a%20b/%E0%B8%81?q=%2F&x HTTP/1.1\r\n" + HOST + "X-Two: 1\r\nx-two: 2\r\n\r\n");
      wire.answer();
    }

    assertThat(seen.get().method()).isEqualTo("PURGE");
    assertThat(seen.get().path()).isEqualTo("/a b/ก");
    assertThat(seen.get().query()).isEqualTo("q=%2F&x");
    assertThat(seen.get().headers().all("X-TWO")).containsExactly("1", "2");
    assertThat(seen.get().remote()).isEqualTo("127.0.0.1");
    assertThat(seen.get().deadline().passed(threads)).isFalse();
  }

  @Test
  void W17_the_bytes_of_a_body_arrive_unchanged() throws Exception {
    byte[] odd = {
      (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 0, (byte) 0xC3, 0x28, (byte) 0xED, (byte) 0xA0, 13, 10
    };
    try (var server =
            start(request -> new Response(200, Headers.NONE, Body.of(request.body().bytes(100))));
        var wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: " + odd.length + "\r\n\r\n")
          .send(odd);
      assertThat(wire.answer().bytes()).isEqualTo(odd);

      wire.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\na\r\n").send(odd);
      wire.send("\r\n0\r\n\r\n");
      assertThat(wire.answer().bytes()).isEqualTo(odd);
    }
  }

  @Test
  void W19_a_failing_store_is_answered_503_so_that_platforms_come_back() throws Exception {
    try (var log = new CapturedLog();
        var server =
            start(
                _ -> {
                  throw new StoreException("disk full");
                });
        var wire = new Wire(server.port())) {
      var answer = wire.send("GET / HTTP/1.1\r\n" + HOST + "\r\n").answer();

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.head()).contains("retry-after: 1").contains("application/json");
      assertThat(answer.text()).startsWith("{\"detail\":").doesNotContain("disk");
      assertThat(log.entries()).hasSize(1);
    }
  }

  @Test
  void an_unexpected_error_is_answered_500_and_logged_once_under_the_id_of_the_response()
      throws Exception {
    try (var log = new CapturedLog();
        var server =
            start(
                request -> {
                  throw new IllegalStateException("no " + request.path().length());
                });
        var wire = new Wire(server.port())) {
      var answer = wire.send("GET /secret HTTP/1.1\r\n" + HOST + "\r\n").answer();

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.head()).contains("x-request-id: id-1");
      assertThat(answer.text()).isEqualTo("{\"detail\":\"A server error occurred.\"}");
      assertThat(log.entries())
          .singleElement()
          .satisfies(
              e -> assertThat(e.getMessage()).contains("request=id-1").doesNotContain("/secret"));
      assertThat(wire.send("GET / HTTP/1.1\r\n" + HOST + "\r\n").answer().status()).isEqualTo(500);
    }
  }

  @Test
  void one_connection_carries_many_requests_also_when_a_handler_ignores_the_body()
      throws Exception {
    try (var server = start(request -> Response.text(200, request.path()));
        var wire = new Wire(server.port())) {
      for (int i = 0; i < 20; i++) {
        wire.send("POST /" + i + " HTTP/1.1\r\n" + HOST + "Content-Length: 70000\r\n\r\n");
        wire.send(new byte[70_000]);
        var answer = wire.answer();
        assertThat(answer.text()).isEqualTo("/" + i);
        assertThat(answer.head())
            .doesNotContain("\r\nserver:")
            .contains("x-content-type-options: nosniff");
      }
    }
  }

  @Test
  void the_server_closes_when_the_client_asks_for_it() throws Exception {
    try (var server = start(_ -> Response.text(200, "bye"));
        var wire = new Wire(server.port())) {
      wire.send("GET / HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
      assertThat(wire.answer().head()).contains("connection: close");
      assertThat(wire.closed()).isTrue();
    }
  }

  @Test
  void HEAD_has_the_head_of_GET_and_no_body() throws Exception {
    var routes = new Routes().add("GET", "/", _ -> Response.text(200, "hello"));
    try (var server = start(routes);
        var wire = new Wire(server.port())) {
      wire.send("HEAD / HTTP/1.1\r\n" + HOST + "\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n");
      wire.endOfSending();
      String text = wire.rest();

      assertThat(text.split("content-length: 5", -1)).as(text).hasSize(3);
      assertThat(text.split("hello", -1)).as(text).hasSize(2);
    }
  }

  @Test
  void a_streamed_response_leaves_piece_by_piece() throws Exception {
    var source = new PipedOutputStream();
    var body = new PipedInputStream(source);
    try (var server = start(_ -> new Response(200, Headers.NONE, Body.of(body)));
        var wire = new Wire(server.port())) {
      wire.send("GET / HTTP/1.1\r\n" + HOST + "\r\n");
      source.write("one".getBytes(UTF_8));
      source.flush();
      assertThat(wire.until("one")).contains("chunked").doesNotContain("two");
      source.write("two".getBytes(UTF_8));
      source.close();
      assertThat(wire.until("0\r\n\r\n")).contains("two");
    }
  }

  @Test
  void a_body_is_pulled_only_when_asked_for_and_100_continue_is_sent_only_then() throws Exception {
    HttpHandler handler =
        request -> Response.text(200, request.path().equals("/read") ? text(request) : "unread");
    try (var server = start(handler);
        var wire = new Wire(server.port())) {
      String expecting =
          " HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n";
      assertThat(wire.send("POST /no" + expecting).answer().text()).isEqualTo("unread");
      assertThat(wire.send("POST /read" + expecting).answer().status()).isEqualTo(100);
      assertThat(wire.send("body").answer().text()).isEqualTo("body");
    }
  }

  @Test
  void draining_accepts_nothing_new_and_lets_a_running_request_end() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var others = Executors.newVirtualThreadPerTaskExecutor();
        var server = start(waiting(begun, goOn));
        var idle = new Wire(server.port());
        var wire = new Wire(server.port())) {
      wire.send("GET / HTTP/1.1\r\n" + HOST + "\r\n");
      begun.await();
      var drained = others.submit(() -> server.drain(Duration.ofSeconds(30)));
      assertThat(idle.closed()).isTrue();
      assertThatThrownBy(() -> new Wire(server.port()).send("GET").answer())
          .as("refused, or reset when it waited to be accepted")
          .isInstanceOfAny(SocketException.class, EOFException.class);

      goOn.countDown();

      var answer = wire.answer();
      assertThat(answer.text()).isEqualTo("done");
      assertThat(answer.head()).contains("connection: close");
      assertThat(drained.get()).isTrue();
    }
  }

  @Test
  void draining_interrupts_what_still_runs_after_the_grace() throws Exception {
    var begun = new CountDownLatch(1);
    try (var server = start(waiting(begun, new CountDownLatch(1)));
        var wire = new Wire(server.port())) {
      wire.send("GET / HTTP/1.1\r\n" + HOST + "\r\n");
      begun.await();
      assertThat(server.drain(Duration.ZERO)).isFalse();
      assertThat(wire.closed()).isTrue();
    }
  }

  @Test
  void once_closed_nothing_listens_and_nobody_waits() throws Exception {
    for (int i = 0; i < 100; i++) {
      var server = start(_ -> Response.text(200, ""));
      try (var early = new Wire(server.port())) {
        early.send("GET / HTTP/1.1\r\n" + HOST + "\r\n").answer();
        server.close();
        assertThat(early.closed()).isTrue();
      }
      assertThatThrownBy(() -> new Wire(server.port()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void C06_listens_on_this_machine_only_unless_told_otherwise() throws Exception {
    try (var server = start(_ -> Response.text(200, ""))) {
      assertThat(Listen.local(0).host()).isEqualTo("127.0.0.1");
      InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
      assertThatThrownBy(() -> new Socket(other, server.port()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_taken_port_is_one_clear_error() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var listen = Listen.local(taken.getLocalPort());
      assertThatThrownBy(
              () ->
                  HelidonServer.start(listen, _ -> Response.text(200, ""), threads, () -> "id")
                      .close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("listen")
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
  }

  private static String text(Request request) {
    return new String(request.body().bytes(100), UTF_8);
  }

  private static HttpHandler waiting(CountDownLatch begun, CountDownLatch goOn) {
    return _ -> {
      begun.countDown();
      try {
        return Response.text(200, goOn.await(30, TimeUnit.SECONDS) ? "done" : "late");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    };
  }
}
