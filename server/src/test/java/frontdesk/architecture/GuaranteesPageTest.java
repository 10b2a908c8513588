package frontdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/guarantees.md and docs/rules.md name files and tests: they are there.
class GuaranteesPageTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = TOP.resolve("docs/guarantees.md");
  private static final Path RULES = TOP.resolve("docs/rules.md");
  private static final Pattern LINK = Pattern.compile("]\\((\\.\\./[^)#]+)\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");
  private static final Pattern KEPT = Pattern.compile("(?m)^\\| .* \\| (`.*`) \\| `");
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern BUG = Pattern.compile("\\| `(\\w+)` \\|");

  private static final List<Path> SOURCES = sources();

  @Test
  void every_file_that_it_names_is_there() throws IOException {
    List<String> links = found(LINK).map(link -> link.group(1)).toList();
    assertThat(links).isNotEmpty();
    assertThat(links).allMatch(link -> Files.exists(PAGE.resolveSibling(link)));
  }

  @Test
  void every_test_that_it_names_is_there() throws IOException {
    List<MatchResult> tests = Stream.concat(found(TEST), found(RULES, TEST)).toList();
    assertThat(tests).isNotEmpty();
    for (MatchResult test : tests) {
      assertThat(source(test.group(1))).contains("void " + test.group(2) + "(");
    }
  }

  @Test
  void every_file_that_keeps_a_rule_is_there() throws IOException {
    List<String> files =
        found(RULES, KEPT)
            .flatMap(row -> NAME.matcher(row.group(1)).results())
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(files).isNotEmpty();
    for (String file : files) assertThat(source(file)).isNotBlank();
  }

  @Test
  void every_planted_bug_of_the_world_is_in_it_and_no_other() throws IOException {
    Path tests = TOP.resolve("simulation/src/test/java/frontdesk/simulation/world");
    List<String> planted =
        Pattern.compile("assertFound\\((\\w+)::new\\)")
            .matcher(Files.readString(tests.resolve("PlantedBugsTest.java")))
            .results()
            .map(bug -> bug.group(1))
            .toList();
    assertThat(found(BUG).map(bug -> bug.group(1))).containsExactlyInAnyOrderElementsOf(planted);
  }

  private static Stream<MatchResult> found(Pattern what) throws IOException {
    return found(PAGE, what);
  }

  private static Stream<MatchResult> found(Path page, Pattern what) throws IOException {
    return what.matcher(Files.readString(page)).results();
  }

  private static String source(String name) throws IOException {
    List<Path> named = SOURCES.stream().filter(file -> file.endsWith(name + ".java")).toList();
    assertThat(named).as(name).hasSize(1);
    return Files.readString(named.getFirst());
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(TOP)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
