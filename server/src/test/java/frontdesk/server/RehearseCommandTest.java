package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseCommandTest {
  private static final String TOOLS =
      """
      [{"name": "book_table", "description": "Books a table.", "parameters": {"type": "object", "properties": {
          "date": {"type": "string", "format": "date"}, "time": {"type": "string", "format": "time"},
          "people": {"type": "integer"}}}, "examples": ["a table for two tomorrow", "reserve a table"]},
       {"name": "show_menu", "description": "Shows the menu.", "parameters": {"type": "object", "properties": {}}}]
      """;

  @TempDir Path directory;

  private final Shell shell = new Shell();

  @BeforeEach
  void tools() throws IOException {
    Files.writeString(directory.resolve("tools.json"), TOOLS);
  }

  private Shell.Ran rehearse(String lines) {
    return shell.piped(lines, "rehearse", "--tools", directory.resolve("tools.json").toString());
  }

  @Test
  void each_line_gets_the_ranking_the_decision_and_the_arguments() {
    var ran =
        rehearse(
            """
            {"text":"a table for 4 tomorrow at 19:30","zone":"Asia/Bangkok","now":"2026-11-25T10:00:00+07:00"}
            {"text":"thanks a lot"}
            """);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.lines().getFirst())
        .startsWith("{\"ranked\":[{\"tool\":\"book_table\",\"score\":")
        .contains("\"decision\":\"call\",\"arguments\":{")
        .contains("\"date\":\"2026-11-26\"", "\"time\":\"19:30\"", "\"people\":4");
    assertThat(ran.lines().get(1)).endsWith("\"decision\":\"none\",\"arguments\":{}}");
  }

  @Test
  void a_short_answer_fills_what_was_asked_for() {
    var ran =
        rehearse(
            """
            {"text":"5","before":[{"role":"user","text":"a table"},{"role":"assistant","text":"How many?"}],"asked":{"tool":"book_table","fields":["people"]}}
            """);
    assertThat(ran.lines().getFirst())
        .endsWith("\"decision\":\"call\",\"arguments\":{\"people\":5}}");
  }

  @Test
  void the_same_lines_get_the_same_bytes() {
    String lines =
        """
        {"text":"a table for 4","now":"2026-11-25T10:00:00Z"}
        {"text":"the menu?","now":"2026-11-25T10:00:00Z"}
        """;
    assertThat(rehearse(lines).out()).isEqualTo(rehearse(lines).out());
  }

  @Test
  void what_cannot_be_read_is_one_line_that_names_line_and_field() throws IOException {
    assertThat(
            rehearse(
                    """
                    {"text":"a table"}
                    {"text":"x","zone":"Mars"}
                    """)
                .errors())
        .containsExactly("line 2: zone: must be an IANA zone such as Asia/Bangkok");
    assertThat(rehearse("{\"txt\":\"x\"}\n").errors())
        .containsExactly("line 1: text: is missing, add it");
    assertThat(rehearse("{\"text\":\"x\",\"asked\":{\"tool\":\"no\"}}\n").errors())
        .containsExactly("line 1: asked.tool: is none of the tools");
    assertThat(rehearse("nonsense\n").code()).isEqualTo(2);
    Files.writeString(directory.resolve("tools.json"), "[{\"name\": \"a b\", \"parameters\": {}}]");
    var ran = rehearse("{\"text\":\"x\"}\n");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.errors()).hasSize(1);
    assertThat(ran.errors().getFirst()).contains("--tools", "[0].name");
    assertThat(shell.run("rehearse", "--tools", "/nowhere/at/all.json").errors())
        .containsExactly("--tools: there is no file /nowhere/at/all.json");
  }
}
