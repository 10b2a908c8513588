package frontdesk.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ArrivingBodyTest {
  private static final Duration LONG = Duration.ofSeconds(100);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final RealThreads threads = new RealThreads();

  @Test
  void M03_a_body_that_stalls_ends_at_the_deadline() throws Exception {
    try (var server = new WireServer(ArrivingBodyTest::threeOfTen);
        var response = get(server, SHORT, LONG)) {
      InputStream body = response.body().stream();
      assertThat(body.readNBytes(3)).asString(UTF_8).isEqualTo("abc");
      assertThatThrownBy(body::read).isInstanceOf(SocketTimeoutException.class);
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
      server.awaitGivenUp();
    }
  }

  @Test
  void M03_a_body_that_stalls_ends_after_the_idle_time() throws Exception {
    try (var server = new WireServer(ArrivingBodyTest::threeOfTen);
        var response = get(server, LONG, Duration.ofMillis(100))) {
      InputStream body = response.body().stream();
      assertThatThrownBy(body::readAllBytes)
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("No byte of the response's body for 100 ms");
      server.awaitGivenUp();
    }
  }

  @Test
  void M03_a_body_that_drips_ends_at_the_deadline() throws Exception {
    try (var server = new WireServer(ArrivingBodyTest::endlessDrip);
        var response = get(server, SHORT, LONG)) {
      assertThatThrownBy(response.body().stream()::readAllBytes)
          .isInstanceOf(SocketTimeoutException.class);
      server.awaitGivenUp();
    }
  }

  @Test
  void M03_a_body_that_floods_ends_at_the_deadline() throws Exception {
    try (var server = new WireServer(ArrivingBodyTest::endlessFlood);
        var response = get(server, SHORT, LONG)) {
      InputStream body = response.body().stream();
      assertThatThrownBy(() -> body.skipNBytes(Long.MAX_VALUE))
          .isInstanceOf(SocketTimeoutException.class);
      server.awaitGivenUp();
    }
  }

  @Test
  void a_body_closed_early_gives_the_connection_up() throws Exception {
    try (var server = new WireServer(ArrivingBodyTest::endlessFlood);
        var response = get(server, LONG, LONG)) {
      InputStream body = response.body().stream();
      assertThat(body.read()).isEqualTo('f');
      body.close();
      server.awaitGivenUp();
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whoever_waits_for_a_body_that_another_closes_waits_no_longer() throws Exception {
    try (var server = new WireServer(ArrivingBodyTest::threeOfTen);
        var response = get(server, LONG, LONG);
        var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      InputStream body = response.body().stream();
      Future<byte[]> reading = readers.submit(body::readAllBytes);
      body.close();
      assertThatThrownBy(reading::get).hasCauseInstanceOf(IOException.class);
      server.awaitGivenUp();
    }
  }

  @Test
  void a_body_read_to_its_end_leaves_the_connection_to_the_next_request() throws Exception {
    try (var server = new WireServer(wire -> whole(wire, "ok"))) {
      var client = RemoteHttp.client(server.uri(), LONG, LONG, LONG);
      for (int i = 0; i < 20; i++) {
        try (var response = client.handle(request(LONG))) {
          assertThat(response.body().bytes(10)).asString(UTF_8).isEqualTo("ok");
        }
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_body_that_breaks_off_is_an_error_behind_what_arrived() throws Exception {
    WireServer.Answer half =
        wire -> {
          wire.head("Content-Length: 10");
          wire.send("abc");
          wire.breakOff();
        };
    try (var server = new WireServer(half);
        var response = get(server, LONG, LONG)) {
      InputStream body = response.body().stream();
      assertThat(body.readNBytes(3)).asString(UTF_8).isEqualTo("abc");
      assertThatThrownBy(body::read)
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_big_body_in_chunks_of_any_size_is_the_same_behind_the_wire() throws Exception {
    byte[] sent = bytes(20_000_000, 1);
    try (var server = new WireServer(wire -> chunked(wire, sent, new Random(2)));
        var response = get(server, LONG, LONG)) {
      assertThat(Arrays.equals(response.body().bytes(sent.length), sent)).isTrue();
    }
  }

  @Test
  void a_letter_cut_in_two_by_the_wire_is_whole_again() throws Exception {
    String text = "สวัสดี €";
    WireServer.Answer cut =
        wire -> {
          wire.head("Transfer-Encoding: chunked");
          for (byte b : text.getBytes(UTF_8)) wire.chunk(new byte[] {b});
          wire.send("0\r\n\r\n");
        };
    try (var server = new WireServer(cut);
        var response = get(server, LONG, LONG);
        var reader = response.body().stream()) {
      assertThat(new String(reader.readAllBytes(), UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void an_empty_body_ends_at_once() throws Exception {
    try (var server = new WireServer(wire -> whole(wire, ""));
        var response = get(server, LONG, LONG)) {
      assertThat(response.body().stream().read()).isEqualTo(-1);
    }
  }

  @Test
  void many_bodies_at_once_arrive_whole() throws Exception {
    byte[] sent = bytes(100_000, 3);
    try (var server = new WireServer(wire -> chunked(wire, sent, new Random()));
        var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var client = RemoteHttp.client(server.uri(), LONG, LONG, LONG);
      var reading = new ArrayList<Future<byte[]>>();
      for (int i = 0; i < 200; i++) {
        reading.add(
            readers.submit(
                () -> {
                  try (var response = client.handle(request(LONG))) {
                    return response.body().bytes(sent.length);
                  }
                }));
      }
      for (var read : reading) assertThat(Arrays.equals(read.get(), sent)).isTrue();
    }
  }

  @Test
  void what_nobody_reads_is_not_asked_for() throws Exception {
    var sent = new AtomicLong();
    WireServer.Answer flood =
        wire -> {
          wire.head("Connection: close");
          for (int i = 0; i < 200; i++) {
            wire.send(new byte[1_000_000]);
            sent.incrementAndGet();
          }
        };
    try (var server = new WireServer(flood);
        var response = get(server, LONG, LONG)) {
      response.body().stream().skipNBytes(10_000_000);
      // Buffers, and those of the network, hold a few more.
      assertThat(sent).hasValueLessThan(50);
    }
  }

  @Test
  void an_interrupted_reader_gives_the_body_up_and_stays_interrupted() throws Exception {
    try (var server = new WireServer(ArrivingBodyTest::threeOfTen);
        var response = get(server, LONG, LONG)) {
      InputStream body = response.body().stream();
      body.readNBytes(3);
      var interrupted = new CompletableFuture<Boolean>();
      Thread reader =
          Thread.startVirtualThread(
              () -> {
                assertThatThrownBy(body::read).isInstanceOf(IOException.class);
                interrupted.complete(Thread.currentThread().isInterrupted());
              });
      reader.interrupt();
      assertThat(interrupted.get()).isTrue();
      server.awaitGivenUp();
    }
  }

  private static void threeOfTen(WireServer.Wire wire) throws IOException {
    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    wire.stall();
  }

  private static void endlessDrip(WireServer.Wire wire) throws IOException {
    wire.head("Connection: close");
    wire.drip();
  }

  private static void endlessFlood(WireServer.Wire wire) throws IOException {
    byte[] many = "f".repeat(10_000).getBytes(UTF_8);
    wire.head("Connection: close");
    while (true) wire.send(many);
  }

  private static void whole(WireServer.Wire wire, String text) throws IOException {
    wire.head("Content-Length: " + text.length());
    wire.send(text);
  }

  private static void chunked(WireServer.Wire wire, byte[] bytes, Random chance)
      throws IOException {
    wire.head("Transfer-Encoding: chunked");
    for (int at = 0; at < bytes.length; ) {
      int next = Math.min(bytes.length, at + 1 + chance.nextInt(50_000));
      wire.chunk(Arrays.copyOfRange(bytes, at, next));
      at = next;
    }
    wire.send("0\r\n\r\n");
  }

  private static byte[] bytes(int count, long seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private Response get(WireServer server, Duration time, Duration idle) {
    return RemoteHttp.client(server.uri(), LONG, LONG, idle).handle(request(time));
  }

  private Request request(Duration time) {
    return new Request("GET", "/", "", Headers.NONE, Body.empty(), "", Deadline.in(time, threads));
  }
}
