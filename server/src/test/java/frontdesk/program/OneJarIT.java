package frontdesk.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The one jar needs nothing beside it.
class OneJarIT {
  // …/org/jline/jline/4.5.0/jline-4.5.0.jar: group, artifact, version
  private static final Pattern IN_REPOSITORY =
      Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3\\.jar");

  @TempDir Path directory;

  @Test
  void answers_a_piped_message_from_any_directory() throws Exception {
    Ran chat = run("chat", "support", "--message", "I have an issue");
    assertThat(chat.err()).startsWith("Conversation ").hasLineCount(1);
    assertThat(chat.out()).startsWith("Assistant: ").contains("?");
    assertThat(chat.code()).isZero();
  }

  @Test
  void serves_and_talks_over_http_and_leaves_nothing() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("temporary"));
    Ran warm =
        Ran.of(
            directory,
            Map.of(),
            List.of(Ran.JAVA, "-Djava.io.tmpdir=" + temporary, "-jar", jar(), "warm-up"));
    assertThat(warm.out()).as(warm.err()).contains("?");
    assertThat(warm.code()).isZero();
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void tells_its_version() throws Exception {
    assertThat(run("version").out()).startsWith("frontdesk 0.1.0 on Java ");
  }

  @Test
  void declares_every_service_that_one_of_its_parts_declares() throws IOException {
    try (var whole = new JarFile(Ran.JAR.toFile())) {
      for (Path part : parts()) {
        try (var jar = new JarFile(part.toFile())) {
          for (ZipEntry entry : declaring(jar)) {
            assertThat(words(whole, entry.getName()))
                .as("%s of %s", entry.getName(), part)
                .containsAll(words(jar, entry.getName()));
          }
        }
      }
    }
  }

  @Test
  void names_the_licence_of_every_library_in_it() throws IOException {
    List<String> named;
    try (var whole = new JarFile(Ran.JAR.toFile())) {
      assertThat(text(whole, "META-INF/LICENSE")).contains("Apache License");
      assertThat(text(whole, "META-INF/NOTICE")).contains("Jackson", "Micrometer");
      named = text(whole, "META-INF/THIRD-PARTY.txt").lines().map(OneJarIT::name).toList();
    }
    var unnamed = new TreeSet<String>();
    for (Path part : parts()) {
      Matcher library = IN_REPOSITORY.matcher(part.toString());
      if (!library.matches()) continue; // our own
      String id = library.group(1).replace('/', '.') + ":" + library.group(2);
      if (named.stream().noneMatch(name -> covers(name, id))) unnamed.add(id);
    }
    assertThat(unnamed).as("not in server/src/main/legal/THIRD-PARTY.txt").isEmpty();
  }

  private Ran run(String... arguments) throws Exception {
    var command = Stream.concat(Stream.of(Ran.JAVA, "-jar", jar()), Stream.of(arguments));
    return Ran.of(directory, Map.of(), command.toList());
  }

  private static String jar() {
    return Ran.JAR.toString();
  }

  private static List<Path> parts() throws IOException {
    String all = Files.readString(Path.of("target", "runtime-classpath")).strip();
    return Stream.of(all.split(":")).map(Path::of).toList();
  }

  private static List<? extends ZipEntry> declaring(JarFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .filter(
            entry ->
                entry.getName().startsWith("META-INF/services/")
                    || entry.getName().equals("META-INF/helidon/manifest"))
        .toList();
  }

  private static List<String> words(JarFile jar, String entry) throws IOException {
    return text(jar, entry)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String text(JarFile jar, String entry) throws IOException {
    ZipEntry found = jar.getEntry(entry);
    assertThat(found).as(entry).isNotNull();
    try (var in = jar.getInputStream(found)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String name(String line) {
    return line.replaceFirst(" .*", "");
  }

  private static boolean covers(String name, String id) {
    return name.endsWith("*")
        ? !name.equals("*") && id.startsWith(name.substring(0, name.length() - 1))
        : name.equals(id);
  }
}
