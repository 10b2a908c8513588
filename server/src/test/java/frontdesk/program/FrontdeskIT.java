package frontdesk.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/frontdesk` in a place of its own, where the program is built already: with the JVM's cache,
/// without, and when something is wrong with it.
class FrontdeskIT {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);
  private static final String PREPARING = "Preparing faster starts (once, some seconds) …";
  // The JVM ends at once when it cannot use its cache.
  private static final Map<String, String> ONLY_WITH_CACHE =
      Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");

  @TempDir Path top;

  @BeforeEach
  void builds() throws IOException {
    Files.createDirectories(top.resolve("server/src/main"));
    Files.createDirectory(top.resolve("bin"));
    for (String name : List.of("frontdesk", "jdk25")) {
      Path copy = top.resolve("bin").resolve(name);
      Files.copy(Path.of("..", "bin", name), copy);
      assertThat(copy.toFile().setExecutable(true)).isTrue();
    }
    Files.createDirectory(top.resolve("server/target"));
    Files.copy(Ran.JAR, top.resolve("server/target/frontdesk.jar"));
    for (String source : List.of("pom.xml", "server/pom.xml")) {
      Files.createFile(top.resolve(source));
      Files.setLastModifiedTime(top.resolve(source), LONG_AGO);
    }
    Files.setLastModifiedTime(top.resolve("server/src/main"), LONG_AGO);
  }

  @Test
  void makes_a_cache_at_the_first_start_and_uses_it_from_then_on() throws Exception {
    Ran first = answered(Map.of());
    assertThat(first.err().lines()).hasSize(2).first().isEqualTo(PREPARING);
    assertThat(caches()).singleElement().satisfies(c -> assertThat(c).isNotEmptyFile());

    Ran second = answered(ONLY_WITH_CACHE);
    assertThat(second.err()).doesNotContain(PREPARING);
    assertThat(caches()).hasSize(1);
  }

  @Test
  void does_without_a_cache_where_it_is_told_to() throws Exception {
    Ran ran = answered(Map.of("FRONTDESK_AOT", "off"));
    assertThat(ran.err()).hasLineCount(1);
    assertThat(aot()).doesNotExist();
  }

  @Test
  void a_cache_that_cannot_be_made_is_done_without() throws Exception {
    Files.createFile(aot());
    assertThat(answered(Map.of()).err()).hasLineCount(1);
  }

  @Test
  void a_cache_that_failed_is_not_tried_again_and_one_that_the_jvm_refuses_goes_unnoticed()
      throws Exception {
    Map<String, String> nowhere = Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=/dev/null");
    assertThat(run(nowhere, "version").err()).contains(PREPARING);
    assertThat(caches()).singleElement().satisfies(c -> assertThat(c).isEmptyFile());
    assertThat(answered(Map.of()).err()).hasLineCount(1);

    Files.writeString(caches().getFirst(), "of another time");
    assertThat(answered(Map.of()).err()).hasLineCount(1);
  }

  @Test
  void two_that_start_at_once_leave_one_cache() throws Exception {
    Ran.Running one = begin(Map.of(), "version");
    Ran.Running other = begin(Map.of(), "version");
    for (Ran.Running running : List.of(one, other)) {
      Ran ran = running.end();
      assertThat(ran.out()).as(ran.err()).startsWith("frontdesk 0.1.0");
      assertThat(ran.code()).isZero();
    }
    assertThat(caches()).hasSize(1);
    assertThat(answered(ONLY_WITH_CACHE).err()).doesNotContain(PREPARING);
  }

  private Ran answered(Map<String, String> environment) throws Exception {
    Ran ran = run(environment, "chat", "support", "--message", "I have an issue");
    assertThat(ran.out()).as(ran.err()).startsWith("Assistant: ");
    assertThat(ran.code()).isZero();
    return ran;
  }

  private Ran run(Map<String, String> environment, String... arguments) throws Exception {
    return begin(environment, arguments).end();
  }

  private Ran.Running begin(Map<String, String> environment, String... arguments)
      throws IOException {
    String frontdesk = top.resolve("bin/frontdesk").toString();
    var command = Stream.concat(Stream.of(frontdesk), Stream.of(arguments));
    return Ran.begin(top, environment, command.toList());
  }

  private Path aot() {
    return top.resolve("server/target/aot");
  }

  private List<Path> caches() throws IOException {
    try (Stream<Path> all = Files.list(aot())) {
      return all.toList();
    }
  }
}
