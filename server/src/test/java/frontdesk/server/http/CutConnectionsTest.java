package frontdesk.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.edge.RealThreads;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.openai.OpenAi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a sandbox breaks is broken on the wire: the connection ends, with no last chunk.
class CutConnectionsTest {
  private static final String LAST_CHUNK = "0\r\n\r\n";
  private static final String WHOLE = "{\"model\":\"gpt-6-luna\",\"input\":\"hello\"}";
  private static final String STREAMED =
      "{\"model\":\"gpt-6-luna\",\"input\":\"hello\",\"stream\":true}";

  private final RealThreads threads = new RealThreads();
  private final HelidonServer server = start();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, STREAMED})
  void a_dropped_connection_gives_not_one_byte(String body) throws Exception {
    fault("drop_before");
    assertThat(all(body)).isEmpty();
    assertThat(effects()).isEqualTo("[]");
    fault("drop_after");
    assertThat(all(body)).isEmpty();
    assertThat(effects()).contains("\"count\":1");
  }

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, STREAMED})
  void a_cut_answer_ends_after_its_bytes_without_an_end(String body) throws Exception {
    String good = all(body);
    assertThat(good).startsWith("http/1.1 200");
    fault("cut:100");

    String cut = all(body);

    assertThat(cut).startsWith("http/1.1 200").contains("transfer-encoding: chunked");
    assertThat(cut).doesNotEndWith(LAST_CHUNK);
    assertThat(unchunked(cut)).hasSize(100);
  }

  @Test
  void M04_a_stream_is_reset_after_the_call_was_emitted() throws Exception {
    send(
        "/_control/script",
        "[{\"reply\":{\"calls\":[{\"tool\":\"f\"}]},\"wire\":{\"end\":\"reset\"}}]");

    String cut = all(STREAMED);

    assertThat(unchunked(cut))
        .contains("response.output_item.done")
        .doesNotContain("response.completed");
    assertThat(cut).doesNotEndWith(LAST_CHUNK);
  }

  @Test
  void a_stream_without_its_last_event_ends_well_on_the_wire() throws Exception {
    send("/_control/script", "[{\"reply\":{\"text\":\"a\"},\"wire\":{\"end\":\"missing\"}}]");

    String ended = all(STREAMED);
    assertThat(ended).endsWith(LAST_CHUNK);
    assertThat(unchunked(ended)).doesNotContain("response.completed");
  }

  @Test
  void M03_a_stalled_stream_stands_until_it_is_released() throws Exception {
    fault("stall:300");
    try (var wire = new Wire(server.port())) {
      wire.send(request("/v1/responses", STREAMED));
      wire.until("\r\n\r\n");
      int released = 0;
      while (released == 0) {
        String answer = send("/_control/release", "");
        released = answer.contains("\"released\":1") ? 1 : 0;
      }
      String rest = wire.rest();
      assertThat(rest).endsWith(LAST_CHUNK);
      assertThat(unchunked("\r\n\r\n" + rest)).contains("response.completed");
    }
  }

  private HelidonServer start() {
    var openai =
        new OpenAi(
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")), new SplittableRandom(1));
    var sandbox = new Sandbox(openai, threads);
    return HelidonServer.start(Listen.local(0), sandbox.alone(), threads, () -> "id-1");
  }

  private void fault(String what) throws IOException {
    assertThat(send("/_control/faults", "[{\"do\":\"" + what + "\"}]")).contains("\"faults\":1");
  }

  private String effects() throws IOException {
    try (var wire = new Wire(server.port())) {
      return wire.send("GET /_control/effects HTTP/1.1\r\nHost: localhost\r\n\r\n").answer().text();
    }
  }

  private String send(String path, String body) throws IOException {
    try (var wire = new Wire(server.port())) {
      return wire.send(request(path, body)).answer().text();
    }
  }

  /// All that comes until the server closes, in lower case.
  private String all(String body) throws IOException {
    try (var wire = new Wire(server.port())) {
      return wire.send(request("/v1/responses", body)).rest();
    }
  }

  private static String request(String path, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer sk-1\r\n"
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private static String unchunked(String answer) {
    String rest = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    var body = new StringBuilder();
    while (!rest.isEmpty()) {
      int line = rest.indexOf("\r\n");
      int length = Integer.parseInt(rest.substring(0, line), 16);
      int from = line + 2;
      body.append(rest, from, Math.min(rest.length(), from + length));
      rest = rest.substring(Math.min(rest.length(), from + length + 2));
    }
    return body.toString();
  }
}
