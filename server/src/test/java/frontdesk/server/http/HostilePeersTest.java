package frontdesk.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.edge.CapturedLog;
import frontdesk.edge.RealThreads;
import frontdesk.http.HttpHandler;
import frontdesk.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HostilePeersTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final int API_BYTES_MAX = 256 * 1024;
  private static final long GIGABYTE = 1024L * 1024 * 1024;
  private static final String CANARY = "zqcanaryzq";

  private final AtomicInteger handled = new AtomicInteger();

  private HelidonServer start(Listen.Limits limits) {
    HttpHandler reading =
        request -> {
          handled.incrementAndGet();
          return Response.text(200, "read " + request.body().bytes(API_BYTES_MAX).length);
        };
    var listen = new Listen(Listen.LOOPBACK, 0, limits);
    return HelidonServer.start(listen, reading, new RealThreads(), () -> "id");
  }

  @Test
  void W14_refuses_a_body_that_says_it_is_too_large_before_it_comes() throws Exception {
    try (var server = start(Listen.Limits.USUAL);
        var wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 10485760\r\n\r\n");
      assertIs413(wire.answer());
      assertThat(handled).hasValue(0);
      assertThat(wire.endOfSending().closed()).isTrue();
    }
  }

  @Test
  void W14_refuses_a_body_beyond_what_its_route_takes_without_reading_on() throws Exception {
    try (var server = start(Listen.Limits.USUAL);
        var wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1048576\r\n\r\n");
      wire.send(new byte[API_BYTES_MAX + 1]);
      assertIs413(wire.answer());
    }
  }

  @Test
  void W14_cuts_off_a_chunked_body_that_never_ends() throws Exception {
    try (var server = start(Listen.Limits.USUAL);
        var wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n");
      long sent = sendForEver(wire, chunk(), GIGABYTE);
      assertThat(sent).isLessThan(64L * 1024 * 1024);
      assertThat(alive(server)).isTrue();
    }
  }

  @Test
  void W14_cuts_off_a_chunk_size_that_never_ends() throws Exception {
    try (var server = start(Listen.Limits.USUAL);
        var wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n");
      byte[] zeros = "0".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
      assertThat(sendForEver(wire, zeros, GIGABYTE)).isLessThan(64L * 1024 * 1024);
      assertThat(alive(server)).isTrue();
    }
  }

  @Test
  void W14_refuses_one_chunk_of_a_gigabyte_before_it_comes() throws Exception {
    try (var server = start(Listen.Limits.USUAL);
        var wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n40000000\r\n");
      assertIs413(wire.answer());
    }
  }

  @Test
  void W14_never_decompresses() throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[10_000_000]);
    }
    try (var server = start(Listen.Limits.USUAL);
        var wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\n" + HOST + "Content-Encoding: gzip\r\n");
      wire.send("Content-Length: " + bomb.size() + "\r\n\r\n").send(bomb.toByteArray());
      assertThat(wire.answer().status()).isEqualTo(415);
      assertThat(handled).hasValue(0);
    }
    try (var server = start(Listen.Limits.USUAL);
        var wire = new Wire(server.port())) {
      wire.send(
          "POST / HTTP/1.1\r\n"
              + HOST
              + "Content-Encoding: identity\r\nContent-Length: 2\r\n\r\nab");
      assertThat(wire.answer().text()).isEqualTo("read 2");
    }
  }

  @Test
  void W15_slow_peers_are_cut_off_while_others_are_answered() throws Exception {
    try (var server = start(impatient())) {
      List<Wire> slow = new ArrayList<>();
      for (int i = 0; i < 50; i++) slow.add(new Wire(server.port()).send(beginning(i)));
      assertThat(alive(server)).isTrue();
      for (Wire wire : slow) {
        assertThat(wire.closed()).isTrue();
        wire.close();
      }
      assertThat(alive(server)).isTrue();
    }
  }

  @Test
  void W15_bytes_that_trickle_in_do_not_buy_time() throws Exception {
    try (var server = start(impatient());
        var wire = new Wire(server.port())) {
      wire.send("GET / HTTP/1.1\r\n" + HOST + "X-Slow: ");
      assertThat(trickleUntilClosed(wire)).isTrue();
      assertThat(alive(server)).isTrue();
    }
  }

  @Test
  void W15_a_full_house_lets_others_in_as_slow_peers_leave() throws Exception {
    var limits = impatient();
    var few =
        new Listen.Limits(
            3,
            limits.headBytes(),
            limits.bodyBytes(),
            limits.idle(),
            limits.head(),
            limits.body(),
            limits.write(),
            limits.request());
    try (var server = start(few);
        var a = new Wire(server.port()).send("G");
        var b = new Wire(server.port()).send("G");
        var c = new Wire(server.port()).send("G")) {
      assertThat(alive(server)).isTrue();
      assertThat(List.of(a.closed(), b.closed(), c.closed())).containsOnly(true);
    }
  }

  @Test
  void W21_heads_out_of_bounds_are_refused() throws Exception {
    try (var server = start(Listen.Limits.USUAL)) {
      assertRefused(server, "GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(20_000) + "\r\n\r\n");
      assertRefused(server, "GET / HTTP/1.1\r\n" + HOST + "a: b\r\n".repeat(1_000) + "\r\n");
      assertRefused(server, "GET /" + "a".repeat(10_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /a%0d%0aSet-Cookie:x HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /%00 HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /% HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /%C3%28 HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /a/%2e%2e/b HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /a/../b HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET /a%2Fb HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET http://x/ HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "G@T / HTTP/1.1\r\n" + HOST + "\r\n");
      assertRefused(server, "GET / HTTP/1.0\r\n\r\n");
      assertRefused(server, "GET / HTTP/2.0\r\n\r\n");
      assertRefused(server, "GET / HTTP/1.1\r\n\r\n");
      assertRefused(server, "GET / HTTP/1.1\r\n" + HOST + "X: a\rb\r\n\r\n");
      assertRefused(server, "GET / HTTP/1.1\r\n" + HOST + "X: a\nInjected: b\r\n\r\n");
      assertRefused(server, "GET / HTTP/1.1\r\n" + HOST + "X: a\0b\r\n\r\n");
      assertRefused(server, "GET / HTTP/1.1\r\n" + HOST + "X Y: b\r\n\r\n");
      String both = "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
      assertRefused(server, "POST / HTTP/1.1\r\n" + HOST + both);
      assertRefused(server, "POST / HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n");
      assertRefused(
          server,
          "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab");
      assertRefused(
          server, "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n");
      assertThat(handled).hasValueLessThan(2);
      assertThat(alive(server)).isTrue();
    }
  }

  @Test
  void W21_two_thousand_broken_requests_get_4xx_or_a_closed_door_and_nothing_of_theirs_back()
      throws Exception {
    var random = new Random(21);
    try (var log = new CapturedLog();
        var server = start(Listen.Limits.USUAL)) {
      for (int i = 0; i < 2_000; i++) {
        byte[] request = broken(random);
        try (var wire = new Wire(server.port())) {
          String answer = wire.send(request).endOfSending().rest();
          assertThat(answer).doesNotContain(CANARY);
          assertThat(statuses(answer))
              .as("request %d", i)
              .allMatch(s -> s == 100 || s == 200 || s / 100 == 4);
        } catch (SocketException e) {
          assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe).*");
        }
      }
      assertThat(alive(server)).isTrue();
      assertThat(log.entries()).isEmpty();
    }
  }

  @Test
  void a_peer_that_leaves_in_the_middle_of_a_body_is_no_error_of_ours() throws Exception {
    try (var log = new CapturedLog();
        var server = start(Listen.Limits.USUAL)) {
      try (var wire = new Wire(server.port())) {
        wire.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 100\r\n\r\nhalf").endOfSending();
        assertThatThrownBy(wire::answer).isInstanceOf(EOFException.class);
      }
      assertThat(log.entries()).isEmpty();
    }
  }

  private static Listen.Limits impatient() {
    Listen.Limits usual = Listen.Limits.USUAL;
    Duration short_ = Duration.ofMillis(300);
    return new Listen.Limits(
        usual.connections(),
        usual.headBytes(),
        usual.bodyBytes(),
        short_,
        short_,
        short_,
        short_,
        usual.request());
  }

  private static String beginning(int i) {
    return switch (i % 4) {
      case 0 -> "";
      case 1 -> "G";
      case 2 -> "GET / HTTP/1.1\r\n" + HOST + "X: ";
      default -> "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 9\r\n\r\nx";
    };
  }

  /// One byte after the other, for a head that never ends.
  private static boolean trickleUntilClosed(Wire wire) throws IOException {
    for (int i = 0; i < 16_000; i++) {
      if (wire.closedWithin(Duration.ofMillis(10))) return true;
      try {
        wire.send("a");
      } catch (SocketException e) {
        return true;
      }
    }
    return false;
  }

  private static byte[] chunk() {
    return ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /// How much the server took before it closed.
  private static long sendForEver(Wire wire, byte[] piece, long most) {
    long sent = 0;
    try {
      for (; sent < most; sent += piece.length) wire.send(piece);
    } catch (IOException e) {
      return sent;
    }
    return sent;
  }

  private static void assertIs413(Wire.Answer answer) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.head()).contains("connection: close").contains("application/json");
    assertThat(answer.text()).startsWith("{\"detail\":");
  }

  private static void assertRefused(HelidonServer server, String request) throws IOException {
    try (var wire = new Wire(server.port())) {
      var answer = wire.send(request).answer();
      String shown = request.substring(0, Math.min(80, request.length()));
      assertThat(answer.status()).as(shown).isBetween(400, 499);
      assertThat(answer.text()).as(shown).startsWith("{\"detail\":");
      assertThat(wire.endOfSending().closed()).as(shown).isTrue();
    }
  }

  private static boolean alive(HelidonServer server) throws IOException {
    try (var wire = new Wire(server.port())) {
      return wire.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 2\r\n\r\nab")
          .answer()
          .text()
          .equals("read 2");
    }
  }

  private static List<Integer> statuses(String answer) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = answer.indexOf("http/1.1 "); i >= 0; i = answer.indexOf("http/1.1 ", i + 1)) {
      statuses.add(Integer.parseInt(answer.substring(i + 9, i + 12)));
    }
    return statuses;
  }

  /// A request with one to four faults: a piece replaced by an odd one, bytes flipped, cut or put
  /// in.
  private static byte[] broken(Random random) {
    String[] parts = {
      "POST",
      " ",
      "/api/" + CANARY,
      " ",
      "HTTP/1.1",
      "\r\n",
      HOST,
      "Content-Type: application/json\r\n",
      "X-Any: " + CANARY + "\r\n",
      "Content-Length: 2\r\n",
      "\r\n",
      "{}"
    };
    String[] odd = {
      "",
      "\0",
      "\r",
      "\n",
      "\r\n",
      "\r\n\r\n",
      "%",
      "%00",
      "%0d%0aX: y",
      "%ff",
      "../..",
      "\u001b[31m",
      "é",
      " ",
      "\t",
      ":",
      "a".repeat(9_000),
      "x: y\r\n".repeat(200),
      "HTTP/9.9",
      "PROPFIND",
      "*",
      "Content-Length: 99999999999999999999\r\n",
      "Transfer-Encoding: chunked\r\n",
      "Host: [::\r\n",
      "Content-Encoding: br\r\n",
      "Expect: 100-continue\r\n",
      "Upgrade: h2c\r\n",
      "Content-Type: \r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "<script>" + CANARY + "</script>"
    };
    int faults = 1 + random.nextInt(4);
    for (int i = 0; i < faults; i++)
      parts[random.nextInt(parts.length)] = odd[random.nextInt(odd.length)];
    byte[] bytes = String.join("", parts).getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length > 0 && random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
