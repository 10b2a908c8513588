package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of a provider's failures.
class ModelFailuresTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final int MIB = 1024 * 1024;

  @TempDir Path data;

  @Test
  void a_failure_is_one_line_with_when_what_and_whether_it_is_left_in_peace() throws IOException {
    var failures = failures(data);
    failures.failed(failure("HTTP 500, type server_error"), false);
    failures.failed(failure("HTTP 500, type server_error"), true);
    assertThat(Files.readAllLines(data.resolve("openai_api_errors.log")))
        .containsExactly(
            "2026-11-21T12:00:00Z OVERLOADED HTTP 500, type server_error",
            "2026-11-21T12:00:00Z OVERLOADED HTTP 500, type server_error (not asked for a while)");
  }

  @Test
  void a_file_that_is_full_is_begun_anew_and_two_older_ones_are_kept() throws IOException {
    var failures = failures(data);
    var large = failure("x".repeat(64 * 1024));
    for (int i = 0; i < 100; i++) failures.failed(large, false);
    try (Stream<Path> files = Files.list(data)) {
      List<Path> all = files.sorted().toList();
      assertThat(all)
          .extracting(file -> file.getFileName().toString())
          .containsExactly(
              "openai_api_errors.log", "openai_api_errors.log.1", "openai_api_errors.log.2");
      for (Path file : all) assertThat(Files.size(file)).isLessThan(MIB + 100 * 1024);
    }
  }

  @Test
  void a_disk_that_takes_nothing_keeps_nobody_from_an_answer() throws IOException {
    Path taken = Files.writeString(data.resolve("taken"), "a file where a directory should be");
    failures(taken).failed(failure("HTTP 500"), false);
    assertThat(taken).hasContent("a file where a directory should be");
  }

  private static ModelFailures failures(Path data) {
    return new ModelFailures(data, InstantSource.fixed(NOW));
  }

  private static ModelException failure(String message) {
    return new ModelException(Kind.OVERLOADED, message, Optional.empty());
  }
}
