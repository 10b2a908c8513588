package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server whose model's provider is not well when it starts.
class CheckedAtStartTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"serve", "demo"})
  void M03_a_server_whose_provider_is_not_there_serves_and_logs_it(String command)
      throws IOException {
    try (var server = start(command, "http://127.0.0.1:1/v1")) {
      RunningServer.until(() -> log().contains("model: nobody answers at http://127.0.0.1:1/v1"));
      assertThat(server.api().send("GET", "/health/live", "").status()).isEqualTo(200);
    }
  }

  @Test
  void M03_a_provider_that_never_answers_delays_no_start_and_no_stop() throws IOException {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var server = start("demo", "http://127.0.0.1:" + silent.getLocalPort() + "/v1")) {
      assertThat(server.api().send("GET", "/health/live", "").status()).isEqualTo(200);
      long before = System.nanoTime();
      server.stop();
      assertThat(System.nanoTime() - before).isLessThan(8_000_000_000L);
    }
  }

  private ChildServer start(String command, String url) throws IOException {
    return ChildServer.start(directory, command, Map.of("OPENAI_BASE_URL", url));
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
